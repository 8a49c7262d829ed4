import { nearestPeriod, parsePeriod, isSingle, sortedPeriods } from './period.js';

const STATUS_ORDER = ['final', 'preliminary', 'alternative'];
const MEASURE_ORDER = ['actual', 'target', 'baseline'];

/**
 * What there is to choose from: which indicator has figures for which region set, measure, series and period.
 * Knows the answers of `/indicators` and `/region-sets` and nothing of the page.
 */
export class Catalogue {
  /** @param {object} indicators answer of /api/v1/indicators @param {object} regionSets answer of /api/v1/region-sets */
  constructor(indicators, regionSets) {
    this.release = indicators.release;
    this.themes = indicators.themes;
    this.indicators = indicators.indicators;
    this.regionSets = regionSets.region_sets;
    this.series = indicators.series;
    this.breaks = indicators.breaks ?? [];
    this.byId = {
      indicator: index(this.indicators),
      regionSet: index(this.regionSets),
      series: index(this.series),
    };
  }

  indicator(id) {
    return this.byId.indicator.get(id);
  }

  regionSet(id) {
    return this.byId.regionSet.get(id);
  }

  /** A series the catalogue does not list still has a name: its own id. */
  seriesOf(id) {
    const unknown = { id, name: {}, definition: {}, status: 'alternative', rank: 999 };
    return this.byId.series.get(id) ?? unknown;
  }

  /** Availability rows of an indicator, narrowed by what is given. */
  available(indicatorId, regionSet, measure) {
    const rows = this.indicator(indicatorId)?.availability ?? [];
    return rows.filter((a) => (!regionSet || a.region_set === regionSet) && (!measure || a.measure === measure));
  }

  /** Measures (`actual`, `target`, `baseline`) that have figures, in their fixed order. */
  measures(indicatorId, regionSet) {
    const found = new Set(this.available(indicatorId, regionSet).map((a) => a.measure));
    return MEASURE_ORDER.filter((m) => found.has(m));
  }

  /** Region sets with figures for an indicator, in the order of the catalogue. */
  regionSetsOf(indicatorId) {
    const found = new Set(this.available(indicatorId).map((a) => a.region_set));
    return this.regionSets.filter((s) => found.has(s.id));
  }

  /** Series of a combination: final ones first, then by rank. */
  seriesFor(indicatorId, regionSet, measure) {
    const ids = new Set(this.available(indicatorId, regionSet, measure).map((a) => a.series));
    return [...ids].map((id) => this.seriesOf(id)).sort(compareSeries);
  }

  /** All periods of a combination, of one series or of all. */
  periods(indicatorId, regionSet, measure, series) {
    const rows = this.available(indicatorId, regionSet, measure).filter((a) => !series || a.series === series);
    return sortedPeriods(rows.flatMap((a) => a.periods));
  }

  covers(indicatorId, regionSet, measure, series, period) {
    return this.available(indicatorId, regionSet, measure).some(
      (a) => a.series === series && a.periods.includes(period),
    );
  }

  /** The series to show for a period: the present one while it covers it, else the best one that does. */
  seriesForPeriod(indicatorId, regionSet, measure, period, preferred) {
    if (preferred && this.covers(indicatorId, regionSet, measure, preferred, period)) return preferred;
    const covering = this.seriesFor(indicatorId, regionSet, measure).filter((s) =>
      this.covers(indicatorId, regionSet, measure, s.id, period),
    );
    return covering[0]?.id ?? null;
  }

  /**
   * What the time bar offers: the final series, and the chosen one even if it is not final.
   * @returns {{stops: Period[], spans: Period[]}} stops stand alone; spans are totals of years and parts of a year.
   *   Where only spans exist they are the stops, else the bar could not be used at all.
   */
  timeline(indicatorId, regionSet, measure, chosenSeries) {
    const shown = this.available(indicatorId, regionSet, measure).filter(
      (a) => a.series === chosenSeries || this.seriesOf(a.series).status === 'final',
    );
    const all = sortedPeriods(shown.flatMap((a) => a.periods));
    const stops = all.filter(isSingle);
    return { stops: stops.length ? stops : all, spans: all.filter((p) => !isSingle(p)) };
  }

  /** The break between two years, if the catalogue knows one. */
  breakBetween(indicatorId, before, after) {
    return this.breaks.find((b) => b.indicator === indicatorId && +b.after >= before && +b.before <= after);
  }

  /** What a visitor sees who asked for nothing. */
  defaults() {
    const having = this.indicators.filter((i) => i.availability.length);
    const best = having.find((i) => i.id === 'coca_area') ?? having[0];
    return { indicator: best?.id ?? null, regionSet: 'departments', measure: 'actual' };
  }

  /**
   * Whether a period has figures for less than half as many regions as the best one of the combination. A year with one
   * district is a fact to be found in the time bar, but not what a visitor should land on.
   */
  isThin(indicatorId, regionSet, measure, period) {
    const counts = new Map();
    for (const a of this.available(indicatorId, regionSet, measure)) {
      a.periods.forEach((id, i) => counts.set(id, Math.max(counts.get(id) ?? 0, a.counts?.[i] ?? 1)));
    }
    return (counts.get(period) ?? 0) * 2 < Math.max(0, ...counts.values());
  }

  /** The period of a series that is nearest to the wanted one and well covered; of all series where none is named. */
  nearest(indicatorId, regionSet, measure, series, wanted) {
    const own = this.periods(indicatorId, regionSet, measure, series);
    const full = own.filter((p) => !this.isThin(indicatorId, regionSet, measure, p.id));
    return nearestPeriod(full.length ? full : own, wanted ? parsePeriod(wanted) : null)?.id ?? null;
  }
}

function compareSeries(a, b) {
  return STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) || a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

function index(items) {
  return new Map(items.map((item) => [item.id, item]));
}
