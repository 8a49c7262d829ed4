import { change, groupBy, linePoints } from './figures.js';
import { comparePeriods, isSingle, parsePeriod } from './period.js';

/**
 * What can be said of one region in all indicators, as keys and parameters; the words are in `i18n/mine-*`.
 * @typedef {import('./figures.js').Saying} Saying
 */

/** A trend takes three points at least: two are a change. */
const FEWEST = 3;

/**
 * One entry for each indicator that knows the region, in the catalogue's order.
 * @param {object[]} figures of the region, of all indicators and measures
 * @param {import('./catalogue.js').Catalogue} catalogue
 */
export function facts(figures, catalogue) {
  const own = groupBy(figures.filter((f) => f.value !== null), (f) => f.indicator);
  return catalogue.indicators
    .filter((indicator) => own.has(indicator.id))
    .map((indicator) => {
      const of = (measure) => own.get(indicator.id).filter((f) => f.measure === measure);
      const actual = of('actual');
      const breakBetween = (a, b) => catalogue.breakBetween(indicator.id, a, b);
      const latest = latestOf(actual, catalogue);
      return {
        indicator,
        actual,
        latest,
        change: latest && change(latest, actual, breakBetween),
        trend: latest && trend(latest, actual, breakBetween),
        progress: of('target').sort(byTime).map((target) => progress(target, actual, catalogue)),
      };
    });
}

/** The newest figure that stands for a period of its own, of the best series; else the newest total of several years. */
export function latestOf(figures, catalogue) {
  const rank = (f) => catalogue.seriesOf(f.series).rank;
  const single = figures.filter((f) => isSingle(parsePeriod(f.period)));
  const pool = single.length ? single : figures;
  return [...pool].sort((a, b) => byTime(b, a) || rank(a) - rank(b))[0] ?? null;
}

/**
 * Where a series has been going: back from the latest figure over years that follow one another, as far as what was
 * measured stayed the same.
 * @returns {Saying|null}
 */
export function trend(latest, figures, breakBetween) {
  const points = linePoints(figures.filter((f) => f.series === latest.series)).sort((a, b) => b.x - a.x);
  const from = points.findIndex((p) => p.figure === latest);
  if (from < 0) return null;
  const run = [points[from]];
  for (const p of points.slice(from + 1)) {
    const next = run[run.length - 1];
    if (next.start - p.end > 0.02 || breakBetween(p.start, next.start)) break;
    run.push(p);
  }
  if (run.length < FEWEST) return null;
  const first = run[run.length - 1];
  const params = { year: first.figure.period, first: first.value };
  if (first.value === latest.value) return { key: 'trend.same', params };
  if (!first.value) return { key: 'trend.fromZero', params };
  const share = Math.abs(latest.value - first.value) / first.value;
  const best = run.reduce((a, b) => (b.value > a.value ? b : a));
  const top = best === run[0] ? 'highest' : run.every((p) => p.value >= latest.value) ? 'lowest' : '';
  if (share < 0.005) return { key: 'trend.almost', params };
  if (latest.value > first.value * 3) return { key: 'trend.times', params: { ...params, times: latest.value / first.value, top } };
  return { key: latest.value > first.value ? 'trend.up' : 'trend.down', params: { ...params, share, top } };
}

/**
 * A target beside what was achieved in the same period; never beside another one's.
 * @returns {Saying & {target: object, achieved: object|null}}
 */
export function progress(target, actual, catalogue) {
  const achieved = latestOf(actual.filter((f) => f.period === target.period), catalogue);
  if (!achieved) return { key: 'progress.none', params: {}, target, achieved: null };
  if (!target.value) return { key: 'progress.noTarget', params: {}, target, achieved };
  return { key: 'progress.of', params: { share: achieved.value / target.value }, target, achieved };
}

/** What the newest release changed here. @param {object} changes `/data/{key}/changes/…` @returns {Saying[]} */
export function changesSaid(changes) {
  if (!changes.since) return [{ key: 'changes.first', params: {} }];
  const fates = groupBy(changes.figures, (f) => f.fate);
  const sayings = [];
  for (const fate of ['added', 'changed', 'removed', 'redescribed']) {
    const n = fates.get(fate)?.length ?? 0;
    if (n) sayings.push({ key: `changes.${fate}`, params: { n } });
  }
  if (changes.region_count) sayings.push({ key: 'changes.regions', params: { n: changes.region_count } });
  if (!sayings.length) sayings.push({ key: 'changes.none', params: {} });
  return sayings;
}

function byTime(a, b) {
  return comparePeriods(parsePeriod(a.period), parsePeriod(b.period));
}
