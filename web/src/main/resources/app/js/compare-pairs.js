import { niceTicks, scale } from './geometry.js';

/** Two frames of the same regions as points of a scatter; nothing here knows of the page. */

/**
 * @typedef {{code: string, name: string, x: number, y: number, rowX: object, rowY: object}} Pair
 * @typedef {{lacks: 'x'|'y'|'both', stateX: string|null, stateY: string|null, rows: {code: string, name: string}[]}} Left
 *   regions without a point, by what they lack and why; the state is null where there is a value
 */

/**
 * @param {Map<string, object>} frameX @param {Map<string, object>} frameY
 * @returns {{pairs: Pair[], left: Left[]}} every region of either frame stands in one of both, once
 */
export function pairsOf(frameX, frameY) {
  const pairs = [];
  const left = new Map();
  for (const code of new Set([...frameX.keys(), ...frameY.keys()])) {
    const absent = { state: 'missing', value: null };
    const [rowX, rowY] = [frameX.get(code) ?? absent, frameY.get(code) ?? absent];
    const name = rowX.name ?? rowY.name;
    if (rowX.value !== null && rowY.value !== null) {
      pairs.push({ code, name, x: rowX.value, y: rowY.value, rowX, rowY });
      continue;
    }
    const [stateX, stateY] = [rowX, rowY].map((r) => (r.value === null ? r.state : null));
    const id = `${stateX} ${stateY}`;
    if (!left.has(id)) left.set(id, { lacks: stateX && stateY ? 'both' : stateX ? 'x' : 'y', stateX, stateY, rows: [] });
    left.get(id).rows.push({ code, name });
  }
  pairs.sort((a, b) => a.x - b.x || a.y - b.y || (a.name < b.name ? -1 : 1));
  const groups = [...left.values()].sort((a, b) => b.rows.length - a.rows.length);
  for (const g of groups) g.rows.sort((a, b) => a.name.localeCompare(b.name, 'es'));
  return { pairs, left: groups };
}

/** A logarithm knows neither zero nor less. */
export const canLog = (pairs) => pairs.length > 0 && pairs.every((p) => p.x > 0 && p.y > 0);

/**
 * An axis. @param {number[]} values @param {boolean} log @param {number} start @param {number} end where it ends on the paper
 * @returns {{at: (v: number) => number, ticks: {value: number, at: number}[]}}
 */
export function axis(values, log, start, end) {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const ticks = log ? logTicks(min, max) : niceTicks(min, max);
  const [from, to] = [ticks[0], ticks.at(-1)];
  const at = log ? (v) => scale(Math.log10(from), Math.log10(to), start, end)(Math.log10(v)) : scale(from, to, start, end);
  const shown = log && ticks.length > 5 ? ticks.filter((v) => Number.isInteger(Math.round(Math.log10(v) * 1e9) / 1e9)) : ticks;
  return { at, ticks: shown.map((value) => ({ value, at: at(value) })) };
}

/** 1, 2, 5, 10… from below the smallest to above the largest. */
export function logTicks(min, max) {
  const all = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const m of [1, 2, 5]) all.push(Number(`${m}e${power}`));
  }
  const first = all.filter((v) => v <= min).length - 1;
  const last = all.findIndex((v) => v >= max);
  return first === last ? [all[Math.max(0, first)], all[first + 1]] : all.slice(Math.max(0, first), last + 1);
}

/**
 * Names beside the points, the outermost first, as far as there is room: none covers another or a point.
 * @param {{code: string, name: string, cx: number, cy: number}[]} points @param {{left: number, width: number, top: number, bottom: number}} box
 * @param {string|null} [wanted] code of the one that is named in any case
 * @returns {{code: string, name: string, x: number, y: number, anchor: 'start'|'end'}[]}
 */
export function placeNames(points, box, wanted = null) {
  const letter = 6.6;
  const height = 12;
  const taken = points.map((p) => [p.cx - 4, p.cy - 4, p.cx + 4, p.cy + 4]);
  const middle = [points.reduce((s, p) => s + p.cx, 0) / points.length, points.reduce((s, p) => s + p.cy, 0) / points.length];
  const far = (p) => (p.code === wanted ? Infinity : Math.hypot(p.cx - middle[0], p.cy - middle[1]));
  const labels = [];
  for (const p of [...points].sort((a, b) => far(b) - far(a))) {
    const width = p.name.length * letter;
    // The wanted one is drawn larger.
    const gap = p.code === wanted ? 11 : 7;
    const room = [
      { anchor: 'start', x: p.cx + gap, from: p.cx + gap - 1 },
      { anchor: 'end', x: p.cx - gap, from: p.cx - gap + 1 - width },
    ].map((s) => ({ ...s, area: [s.from, p.cy - height / 2, s.from + width, p.cy + height / 2] }));
    const free = room.find((s) => s.area[0] >= box.left && s.area[2] <= box.width && s.area[1] >= box.top && s.area[3] <= box.bottom && !taken.some((b) => crosses(b, s.area)));
    const place = free ?? (p.code === wanted ? room[room[0].area[2] <= box.width ? 0 : 1] : null);
    if (!place) continue;
    taken.push(place.area);
    labels.push({ code: p.code, name: p.name, x: place.x, y: p.cy + 4, anchor: place.anchor });
  }
  return labels;
}

const crosses = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
