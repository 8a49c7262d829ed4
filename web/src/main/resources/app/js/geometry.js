/** Where things stand in a chart, and where a symbol stands in a region; nothing here knows of the page. */

/**
 * @typedef {{series: string, x: number, start: number, end: number, value: number, figure: object}} Point
 * @typedef {{width: number, height: number, left: number, right: number, top: number, bottom: number}} Box
 */

/** Two periods follow one another when less than a week lies between them. */
const ADJACENT = 0.02;

/** About the width of a letter in a label, and the height of a row of them. */
const LETTER = 6;
const ROW = 13;

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
  const d = points.map((p, i) => `${i ? 'L' : 'M'}${fix(x(p.x))} ${fix(y(p.value))}`).join('');
  // A line of one point has no length, and would not be seen without some.
  return points.length === 1 ? `${d}h.1` : d;
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
  const cuts = placeLabels(breaks.filter((b) => b.at > first && b.at < last).map((b) => ({ ...b, x: x(b.at) })), box);
  // Every row of labels takes its room from the chart.
  const rows = Math.max(0, ...cuts.map((b) => b.row + 1));
  const y = scale(ticks[0], ticks[ticks.length - 1], box.height - box.bottom, Math.max(box.top, 8 + rows * ROW));
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
    breaks: cuts.map((b) => ({ ...b, y: (b.row + 1) * ROW })),
  };
}

/**
 * Labels of breaks above their lines: moved in where the edge is near, a row lower where the ones before are in the way.
 * A line begins below its label, so the label of an earlier break, which stands higher, is not crossed by it.
 */
function placeLabels(breaks, box) {
  const taken = [];
  return [...breaks]
    .sort((a, b) => a.x - b.x)
    .map((b) => {
      const width = (b.label ?? '').length * LETTER;
      const from = Math.max(0, Math.min(b.x - 2, box.width - width));
      const free = taken.findIndex((end) => end < from);
      const row = free < 0 ? taken.length : free;
      taken[row] = from + width + LETTER;
      return { ...b, from, row };
    });
}

/** Steps of a narrow band that holds all values: its lowest and highest value, both round. @returns {[number, number]} */
export function band(min, max) {
  if (min === max) return min > 0 ? [0, max] : [min, min + 1];
  const raw = (max - min) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
  return [clean(Math.floor(min / step) * step), clean(Math.ceil(max / step) * step)];
}

function fix(n) {
  return Math.round(n * 10) / 10;
}

function clean(n) {
  return Math.round(n * 1e9) / 1e9;
}

/** @returns {[number, number]|null} lon, lat inside the largest part of a geometry (or the point it is) */
export function interiorPoint(geometry) {
  if (!geometry) return null;
  if (geometry.type === 'Point') return geometry.coordinates;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.reduce((best, p) => (Math.abs(area(p[0])) > Math.abs(area(best[0])) ? p : best));
  const middle = centroid(largest[0]);
  return inside(middle, largest) ? middle : widestMiddle(largest, middle[1]);
}

/** Area grows with the value, not the radius: what is twice as much looks twice as large. */
export function radius(value, largest, maxRadius) {
  if (!(value > 0) || !(largest > 0)) return 0;
  return Math.max(2.5, maxRadius * Math.sqrt(value / largest));
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return sum / 2;
}

function centroid(ring) {
  const a = area(ring);
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    x += (ring[j][0] + ring[i][0]) * cross;
    y += (ring[j][1] + ring[i][1]) * cross;
  }
  return a ? [x / (6 * a), y / (6 * a)] : ring[0];
}

function inside(point, rings) {
  let odd = false;
  for (const ring of rings) for (const cut of cuts(ring, point[1])) if (cut > point[0]) odd = !odd;
  return odd;
}

/** For a crescent, whose centroid lies outside: the middle of the widest stretch at that latitude. */
function widestMiddle(rings, lat) {
  const xs = rings.flatMap((ring) => cuts(ring, lat)).sort((a, b) => a - b);
  let best = [rings[0][0][0], rings[0][0][0]];
  for (let i = 0; i + 1 < xs.length; i += 2) if (xs[i + 1] - xs[i] > best[1] - best[0]) best = [xs[i], xs[i + 1]];
  return [(best[0] + best[1]) / 2, lat];
}

/** Longitudes at which a ring crosses a latitude. */
function cuts(ring, lat) {
  const xs = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[j];
    const [x2, y2] = ring[i];
    if (y1 > lat !== y2 > lat) xs.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return xs;
}
