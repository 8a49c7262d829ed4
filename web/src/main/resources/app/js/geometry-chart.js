/** Where things stand in the chart; nothing here knows of the page. */

/**
 * @typedef {{series: string, x: number, start: number, end: number, value: number, figure: object}} Point
 * @typedef {{width: number, height: number, left: number, right: number, top: number, bottom: number}} Box
 */

/** Two periods follow one another when less than a week lies between them. */
const ADJACENT = 0.02;

/** A linear scale. A single value on the axis stands in the middle. */
export function scale(from, to, start, end) {
  if (from === to) return () => (start + end) / 2;
  return (v) => start + ((v - from) / (to - from)) * (end - start);
}

/** Three to five round steps from zero (or below, for negatives) to at least the largest value. */
export function niceTicks(min, max) {
  const low = Math.min(0, min);
  const high = Math.max(0, max);
  if (low === high) return [0, 1];
  const raw = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw);
  const ticks = [];
  for (let i = Math.floor(low / step); i * step < high + step - 1e-9 * step; i++) ticks.push(clean(i * step));
  return ticks;
}

/** Years to write below: both ends and as many round ones between as there is room for. */
export function yearTicks(first, last, room) {
  const from = Math.floor(first);
  const to = Math.floor(last);
  const span = to - from;
  const step = [1, 2, 5, 10, 20, 50].find((s) => span / s <= room) ?? 100;
  const years = [];
  for (let y = to; y >= from; y -= step) years.unshift(y);
  return years;
}

/**
 * One line per series, cut where a period is missing: a line that bridges a gap would claim what nobody measured.
 * @param {Point[]} points @returns {{series: string, points: Point[]}[]}
 */
export function segments(points) {
  const sorted = [...points].sort((a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : a.x - b.x));
  const result = [];
  for (const p of sorted) {
    const last = result[result.length - 1];
    const joins = last && last.series === p.series && p.start - last.points[last.points.length - 1].end < ADJACENT;
    if (joins) last.points.push(p);
    else result.push({ series: p.series, points: [p] });
  }
  return result;
}

/** @returns {string} the `d` of a path */
export function path(points, x, y) {
  return points.map((p, i) => `${i ? 'L' : 'M'}${fix(x(p.x))} ${fix(y(p.value))}`).join('');
}

/**
 * The whole chart.
 * @param {{points: Point[], targets: Point[], breaks: {at: number, label: string}[], box: Box}} input
 */
export function layout({ points, targets, breaks, box }) {
  const everything = [...points, ...targets];
  if (!everything.length) return null;
  const xs = everything.map((p) => p.x);
  const values = everything.map((p) => p.value);
  const first = Math.min(...xs);
  const last = Math.max(...xs);
  const ticks = niceTicks(Math.min(...values), Math.max(...values));
  const x = scale(first, last, box.left, box.width - box.right);
  const y = scale(ticks[0], ticks[ticks.length - 1], box.height - box.bottom, box.top);
  return {
    x,
    y,
    valueTicks: ticks.map((value) => ({ value, y: y(value) })),
    yearTicks: yearTicks(first, last, 7)
      .filter((year) => year + 0.5 >= first && year + 0.5 <= last)
      .map((year) => ({ year, x: x(year + 0.5) })),
    lines: segments(points).map((s) => ({ ...s, d: path(s.points, x, y) })),
    dots: points.map((p) => ({ ...p, cx: x(p.x), cy: y(p.value) })),
    targets: targets.map((p) => ({ ...p, cx: x(p.x), cy: y(p.value) })),
    breaks: breaks.filter((b) => b.at > first && b.at < last).map((b) => ({ ...b, x: x(b.at) })),
  };
}

function fix(n) {
  return Math.round(n * 10) / 10;
}

function clean(n) {
  return Math.round(n * 1e9) / 1e9;
}
