import { groupBy } from './figures.js';
import { comparePeriods, parsePeriod } from './period.js';

/** Several series of one indicator and region beside each other, never added; nothing here knows of the page. */

/**
 * @param {object[]} history figures of one region in all series
 * @param {(series: string) => {status: string, rank: number}} of a series
 * @returns {{id: string, figures: object[], periods: string[]}[]} final ones first, then by rank; each in order of time
 */
export function seriesOf(history, of) {
  const order = ['final', 'preliminary', 'alternative'];
  const all = [...groupBy(history.filter((f) => f.value !== null), (f) => f.series)].map(([id, figures]) => ({
    id,
    figures: [...figures].sort((a, b) => byTime(a.period, b.period)),
    periods: figures.map((f) => f.period),
  }));
  return all.sort((a, b) => order.indexOf(of(a.id).status) - order.indexOf(of(b.id).status) || of(a.id).rank - of(b.id).rank);
}

/** Those that say most: with two periods or more, and the chosen one. @param {number} most */
export function telling(series, chosen, most, of) {
  const having = series.filter((s) => s.id === chosen || (s.figures.length > 1 && of(s.id).status === 'final'));
  const first = having.length > 1 ? having : series;
  return first.slice(0, most).map((s) => s.id);
}

/**
 * A row for each period of one of the series.
 * @returns {{period: string, cells: (object|null)[], apart: number|null, share: number|null}[]} the newest first; `apart`
 *   is how far the highest lies above the lowest where two or more measured, `share` the same as a part of the lowest
 */
export function periodRows(series) {
  const periods = [...new Set(series.flatMap((s) => s.periods))].sort((a, b) => byTime(b, a));
  return periods.map((period) => {
    const cells = series.map((s) => s.figures.find((f) => f.period === period) ?? null);
    const values = cells.filter(Boolean).map((f) => f.value);
    const apart = values.length > 1 ? Math.max(...values) - Math.min(...values) : null;
    return { period, cells, apart, share: apart === null || !(Math.min(...values) > 0) ? null : apart / Math.min(...values) };
  });
}

/** The period in which two of them lie furthest apart, by share; null where no two measured the same. */
export function furthest(rows) {
  return rows.filter((r) => r.share).reduce((a, b) => (!a || b.share > a.share ? b : a), null);
}

const byTime = (a, b) => comparePeriods(parsePeriod(a), parsePeriod(b));
