/**
 * Periods as the server writes them: `2024`, `2024-Q1`, `2024-03`, `2012/2014`, `2015-01-01/2015-11-02`.
 * A year, a quarter and a month stand on their own; everything else is a total of several years or a part of a year
 * and must never be mistaken for a year.
 */

/**
 * @typedef {object} Period
 * @property {string} id
 * @property {'year'|'quarter'|'month'|'years'|'part'} kind
 * @property {number} start first moment, in years (2024.0)
 * @property {number} end the moment after the last one (2025.0)
 * @property {number} middle where its mark stands on an axis
 */

const YEAR = /^(\d{4})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEARS = /^(\d{4})\/(\d{4})$/;
const DATES = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** @param {string} id @returns {Period|null} null when the text is no period */
export function parsePeriod(id) {
  let m;
  if ((m = YEAR.exec(id))) return period(id, 'year', +m[1], +m[1] + 1);
  if ((m = QUARTER.exec(id))) return period(id, 'quarter', +m[1] + (m[2] - 1) / 4, +m[1] + m[2] / 4);
  if ((m = MONTH.exec(id))) return period(id, 'month', +m[1] + (m[2] - 1) / 12, +m[1] + m[2] / 12);
  if ((m = YEARS.exec(id))) return period(id, 'years', +m[1], +m[2] + 1);
  if ((m = DATES.exec(id))) {
    const start = fractionOfYear(m[1]);
    const end = fractionOfYear(m[2]) + 1 / 366;
    return period(id, end - start > 1.001 ? 'years' : 'part', start, end);
  }
  return null;
}

/** True for what may stand as a mark of its own on a time axis. */
export function isSingle(p) {
  return p.kind === 'year' || p.kind === 'quarter' || p.kind === 'month';
}

/** Chronological; of two that begin together the shorter comes first. */
export function comparePeriods(a, b) {
  return a.start - b.start || a.end - b.end;
}

/** @param {string[]} ids @returns {Period[]} in order of time, without repetition */
export function sortedPeriods(ids) {
  return [...new Set(ids)].map(parsePeriod).filter(Boolean).sort(comparePeriods);
}

/**
 * The period nearest to another, for when a choice elsewhere no longer covers it.
 * @param {Period[]} periods @param {Period|null} wanted
 */
export function nearestPeriod(periods, wanted) {
  const singles = periods.filter(isSingle);
  const pool = singles.length ? singles : periods;
  if (!wanted) return pool[pool.length - 1] ?? null;
  const far = (p) => Math.abs(p.middle - wanted.middle);
  return pool.reduce((best, p) => (!best || far(p) <= far(best) ? p : best), null);
}

/**
 * Short words for an axis or a table.
 * @param {string} id @param {string} locale
 */
export function periodLabel(id, locale) {
  const p = parsePeriod(id);
  if (!p || p.kind === 'year') return id;
  if (p.kind === 'quarter') return `${id.slice(5)} ${id.slice(0, 4)}`;
  if (p.kind === 'month') return date(`${id}-01`, locale, { month: 'long', year: 'numeric' });
  const [from, to] = id.split('/');
  if (from.length === 4) return `${from}–${to}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${dayLabel(from, locale, !sameYear)} – ${dayLabel(to, locale, true)}`;
}

/** `31 dic 2024`: the day a stock stands for. */
export function lastDay(id, locale) {
  const p = parsePeriod(id);
  return p && p.kind === 'year' ? dayLabel(`${id}-12-31`, locale, true) : periodLabel(id, locale);
}

function period(id, kind, start, end) {
  return { id, kind, start, end, middle: (start + end) / 2 };
}

function fractionOfYear(iso) {
  const [y, m, d] = iso.split('-').map(Number);
  const day = (Date.UTC(y, m - 1, d) - Date.UTC(y, 0, 1)) / 86400000;
  return y + day / ((Date.UTC(y + 1, 0, 1) - Date.UTC(y, 0, 1)) / 86400000);
}

function dayLabel(iso, locale, withYear) {
  // ICU writes `Dic.` for Peru where a sentence wants `dic`; English months keep their capital.
  const short = date(iso, locale, { month: 'short' }).replace('.', '');
  const month = locale.startsWith('es') ? short.toLowerCase() : short;
  return `${+iso.slice(8)} ${month}${withYear ? ` ${iso.slice(0, 4)}` : ''}`;
}

function date(iso, locale, options) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}
