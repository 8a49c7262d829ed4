import { ranked } from './figures.js';
import { parsePeriod } from './period.js';

/** All regions of a frame as rows of a table that can be sorted; nothing here knows of the page. */

/**
 * @typedef {object} RankRow
 * @property {string} code @property {string} name @property {import('./figures.js').Row} row
 * @property {number|null} value @property {number|null} place equal values share one
 * @property {number|null} before at the earlier period @property {number|null} change @property {number|null} percent 0.1: a tenth more
 * @property {number|null} share of the total
 */

/**
 * @param {Map<string, object>} frame @param {Map<string, object>|null} before the frame of an earlier period
 * @param {number|null} whole that values have shares of; null where nothing is added up
 * @returns {RankRow[]} by place; those without a value last, by name
 */
export function rankRows(frame, before, whole) {
  const placed = ranked(frame);
  const places = new Map();
  placed.forEach((r, i) => places.set(r.code, i && placed[i - 1].value === r.value ? places.get(placed[i - 1].code) : i + 1));
  const rest = [...frame.values()].filter((r) => r.value === null).sort((a, b) => a.name.localeCompare(b.name, 'es'));
  return [...placed, ...rest].map((row) => {
    const { code, name, value } = row;
    const earlier = before?.get(code)?.value ?? null;
    const change = value === null || earlier === null ? null : value - earlier;
    return {
      code,
      name,
      row,
      value,
      place: places.get(code) ?? null,
      before: earlier,
      change,
      percent: change === null || !earlier ? null : change / earlier,
      share: whole && value !== null ? value / whole : null,
    };
  });
}

/**
 * Periods that one can be compared with. What was done in four months is not less than what was done in a year: of a
 * flow only those that are as long, as the server has it too.
 * @param {string[]} ids in order of time @param {string} id one of them @param {'stock'|'flow'} kind of the indicator
 */
export function earlierThan(ids, id, kind) {
  const before = ids.slice(0, Math.max(0, ids.indexOf(id)));
  return kind === 'flow' ? before.filter((p) => length(p) === length(id)) : before;
}

/** In months and days, so that one February is as long as another. */
function length(id) {
  const { kind } = parsePeriod(id);
  const [from, to] = id.split('/');
  if (!to) return kind;
  if (from.length === 4) return `years ${to - from}`;
  const [start, end] = [new Date(from), new Date(Date.parse(to) + 86400000)];
  let months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  let days = end.getUTCDate() - start.getUTCDate();
  if (days < 0) {
    months -= 1;
    const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), 0)).getUTCDate();
    days = last - Math.min(start.getUTCDate(), last) + end.getUTCDate();
  }
  return `${months} ${days}`;
}

/** @param {string} key @param {1|-1} direction; what has nothing to sort by comes last either way */
export function sortRows(rows, key, direction) {
  const order = (a, b) => {
    if (typeof a === 'string') return direction * a.localeCompare(b, 'es');
    return direction * (a - b);
  };
  return [...rows].sort((a, b) => (a[key] === null) - (b[key] === null) || (a[key] === null ? 0 : order(a[key], b[key])) || (a.name < b.name ? -1 : 1));
}
