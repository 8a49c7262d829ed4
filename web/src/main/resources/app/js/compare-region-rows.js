import { groupBy, leading, linePoints } from './figures.js';
import { comparePeriods, isSingle, parsePeriod } from './period.js';

/** Regions side by side: which of an indicator's figures to set beside each other. Nothing here knows of the page. */

/**
 * The series and period of an indicator in which most of the regions have a value; of these the newest, then the best
 * series. One of both for all regions: columns of a row that were counted by others or at another time compare nothing.
 * @param {object[]} figures of one indicator and measure @param {string[]} codes @param {(series: string) => number} rank
 * @returns {{series: string, period: string, count: number}|null}
 */
export function commonFrame(figures, codes, rank) {
  const own = figures.filter((f) => f.value !== null && codes.includes(f.region_code));
  const frames = [...groupBy(own, (f) => `${f.series}\n${f.period}`).values()].map((all) => ({
    series: all[0].series,
    period: all[0].period,
    count: new Set(all.map((f) => f.region_code)).size,
    single: isSingle(parsePeriod(all[0].period)),
  }));
  frames.sort(
    (a, b) => b.count - a.count || b.single - a.single || comparePeriods(parsePeriod(b.period), parsePeriod(a.period)) || rank(a.series) - rank(b.series),
  );
  if (!frames.length) return null;
  const { series, period, count } = frames[0];
  return { series, period, count };
}

/**
 * What a line shows of a region: the chosen series whole, and of other final ones what nothing better covers.
 * @param {object[]} history of a region @param {string} series @param {(series: string) => number} rank
 */
export function lineOf(history, series, rank) {
  const all = linePoints(history);
  const best = new Set(leading(all.filter((p) => p.figure.status === 'final'), null, rank));
  return all.filter((p) => p.series === series || best.has(p));
}

/** Periods of a series with a value in one of the regions, the newest first. */
export function periodsOf(figures, series, codes) {
  const ids = new Set(figures.filter((f) => f.series === series && codes.includes(f.region_code)).map((f) => f.period));
  return [...ids].sort((a, b) => comparePeriods(parsePeriod(b), parsePeriod(a)));
}

/**
 * Answers of /overlaps, one for each region, as one table: a row for each region of the other set.
 * @param {object[]} answers in the order of the regions @param {string[]} codes
 * @returns {{code: string|null, name: string|null, cells: ({hectares: number, share: number}|null)[], hectares: number}[]} the largest first
 */
export function sharedGround(answers, codes) {
  const rows = new Map();
  answers.forEach((answer, i) => {
    for (const o of answer.overlaps) {
      if (o.region_code !== codes[i]) continue;
      const row = rows.get(o.with_code) ?? { code: o.with_code, name: o.with_name, cells: codes.map(() => null), hectares: 0 };
      row.cells[i] = { hectares: o.hectares, share: o.share_of_region };
      row.hectares += o.hectares;
      rows.set(o.with_code, row);
    }
  });
  return [...rows.values()].sort((a, b) => (a.code === null) - (b.code === null) || b.hectares - a.hectares);
}

/**
 * Each region's name as one writes it: with its parent where two have the same, with its code where that does not help.
 * @param {{code: string, name: string, parent_name?: string}[]} regions @returns {Map<string, string>} by code
 */
export function distinctNames(regions) {
  const longer = (r) => (r.parent_name ? `${r.name} (${r.parent_name})` : r.name);
  const twice = (of) => new Set([...groupBy(regions, of)].filter(([, same]) => same.length > 1).map(([name]) => name));
  const sameName = twice((r) => r.name);
  const sameLonger = twice(longer);
  return new Map(regions.map((r) => [r.code, !sameName.has(r.name) ? r.name : sameLonger.has(longer(r)) ? `${longer(r)} ${r.code}` : longer(r)]));
}
