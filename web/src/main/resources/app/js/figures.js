import { comparePeriods, isSingle, parsePeriod } from './period.js';

/** The answer of `/figures` for one indicator, region set and measure: all series and periods, asked once. */

/**
 * @typedef {object} Row one region in one frame
 * @property {string} code
 * @property {string} name
 * @property {'value'|'zero'|'not_monitored'|'missing'|'withheld'} state
 * @property {number|null} value
 * @property {number|null} class index into the class colours
 * @property {object|null} figure the figure itself; null where there is none
 * @property {number} [order] where its name stands among those of its set: names of hundreds are compared once, not in each frame
 */

const byName = new Intl.Collator('es').compare;
const inNames = (a, b) => a.order - b.order || byName(a.name, b.name);
/** Frames by what was asked of them: going through the years asks again and again. */
const rankings = new WeakMap();
const rests = new WeakMap();

export class Figures {
  /**
   * @param {object} answer of /api/v1/figures
   * @param {{code: string, name: string}[]} regions of the region set
   * @param {string} absent what it means that there is no figure: `not_monitored` or `missing`
   */
  constructor(answer, regions, absent) {
    this.all = answer.figures;
    this.classes = answer.classes;
    this.release = answer.release;
    this.totals = answer.totals ?? [];
    this.regions = regions;
    this.absent = absent;
    const names = regions.map((r) => r.name).sort(byName);
    this.order = new Map(names.map((name, i) => [name, i]));
    this.frames = new Map();
    this.largestOf = new Map();
    this.byFrame = groupBy(this.all, (f) => frameKey(f.series, f.period));
    this.byRegion = groupBy(this.all, (f) => f.region_code);
    this.notCovered = new Map();
    for (const n of answer.not_covered ?? []) {
      const states = this.notCovered.get(n.series) ?? new Map();
      for (const code of n.region_codes) states.set(code, n.state);
      this.notCovered.set(n.series, states);
    }
  }

  /** Every region of the set as it is in one series and period; computed once, so that dragging costs nothing. */
  frame(series, period) {
    const id = frameKey(series, period);
    if (!this.frames.has(id)) this.frames.set(id, this.#build(series, period));
    return this.frames.get(id);
  }

  #build(series, period) {
    const own = new Map((this.byFrame.get(frameKey(series, period)) ?? []).map((f) => [f.region_code, f]));
    const never = this.notCovered.get(series);
    const rows = new Map();
    for (const { code, name } of this.regions) {
      const figure = own.get(code) ?? null;
      const state = figure?.state ?? never?.get(code) ?? this.absent;
      rows.set(code, { code, name, state, value: figure?.value ?? null, class: figure?.class ?? null, figure, order: this.order.get(name) });
    }
    // A figure of a region the set does not list is still a figure: shown, never dropped.
    for (const f of own.values()) {
      if (rows.has(f.region_code)) continue;
      rows.set(f.region_code, { ...f, code: f.region_code, name: f.region_name, figure: f });
    }
    return rows;
  }

  /**
   * The value that the largest circle and the longest bar stand for: one for all years, and another for totals of
   * years and parts of a year, which would dwarf them.
   */
  largest(period) {
    const single = isSingle(parsePeriod(period));
    if (!this.largestOf.has(single)) {
      const alike = this.all.filter((f) => isSingle(parsePeriod(f.period)) === single);
      this.largestOf.set(single, alike.reduce((max, f) => Math.max(max, Math.abs(f.value ?? 0)), 0));
    }
    return this.largestOf.get(single);
  }

  total(series, period) {
    return this.totals.find((t) => t.series === series && t.period === period) ?? null;
  }

  /** Everything known of one region, in order of time, then series. */
  history(code) {
    const own = this.byRegion.get(code) ?? [];
    return [...own].sort(
      (a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period)) || (a.series < b.series ? -1 : 1),
    );
  }
}

/** Rows with a number, the largest first; equal ones by name. */
export function ranked(frame) {
  return once(rankings, frame, () => [...frame.values()].filter((r) => r.value !== null).sort((a, b) => b.value - a.value || inNames(a, b)));
}

/** Rows without a number, by state, each by name. @returns {[string, Row[]][]} */
export function unranked(frame) {
  return once(rests, frame, () => [...groupBy([...frame.values()].filter((r) => r.value === null).sort(inNames), (r) => r.state)]);
}

function once(known, frame, make) {
  if (!known.has(frame)) known.set(frame, make());
  return known.get(frame);
}

/** Place among the regions with a figure; equal values share a place. */
export function rankOf(frame, code) {
  const rows = ranked(frame);
  const own = rows.find((r) => r.code === code);
  if (!own) return null;
  return { place: rows.findIndex((r) => r.value === own.value) + 1, of: rows.length };
}

/** Which of the five states occur in a frame. */
export function statesIn(frame) {
  return new Set([...frame.values()].map((r) => r.state));
}

/** Figures that may be points of a line: whole years (or months, quarters) with a number. */
export function linePoints(figures) {
  return figures
    .filter((f) => f.value !== null && isSingle(parsePeriod(f.period)))
    .map((figure) => {
      const { start, end, middle } = parsePeriod(figure.period);
      return { series: figure.series, x: middle, start, end, value: figure.value, figure };
    });
}

/**
 * Of several series that cover the same time one point only: the preferred series, else the one of the best rank.
 * @param {(series: string) => number} rank the lower the better
 */
export function leading(points, preferred, rank) {
  const order = (p) => (p.series === preferred ? -1 : rank(p.series));
  const best = new Map();
  for (const p of points) if (!best.has(p.x) || order(p) < order(best.get(p.x))) best.set(p.x, p);
  return [...best.values()];
}

/**
 * The national total by time for the thin line: what was published, else the sum. Null where nothing is added up.
 * @param {(series: string) => string} status of a series
 */
export function nationalTotals(totals, status) {
  if (!totals?.length) return null;
  return totals.map((t) => ({
    series: t.series,
    period: t.period,
    value: t.published?.value ?? t.sum,
    status: status(t.series),
  }));
}

/** Figures that must stay out of the line: totals of several years, parts of a year. */
export function apart(figures) {
  return figures.filter((f) => !isSingle(parsePeriod(f.period)));
}

/** The sources of figures, each once. */
export function sourcesOf(figures) {
  const seen = new Map();
  for (const f of figures) if (f.source_title) seen.set(`${f.source_title}|${f.source_locator}`, f);
  return [...seen.values()].map((f) => ({ title: f.source_title, locator: f.source_locator }));
}

/*
 * What can be said of a figure, as keys and parameters; the words are in `i18n/`.
 */

/** @typedef {{key: string, params: object}} Saying */

/**
 * The change against the year before, within one series only.
 * @param {object} figure the chosen one
 * @param {object[]} history all figures of the region for indicator and measure
 * @param {(from: number, to: number) => object|undefined} breakBetween
 * @returns {Saying|null}
 */
export function change(figure, history, breakBetween) {
  const p = parsePeriod(figure.period);
  if (figure.value === null || p.kind !== 'year') return null;
  const year = p.start;
  const before = history.filter((f) => f.period === String(year - 1) && f.value !== null);
  const own = before.find((f) => f.series === figure.series);
  if (!own) {
    const other = before.find((f) => f.status === 'final');
    if (!other) return null;
    return { key: 'change.otherSeries', params: { year: year - 1, series: other.series } };
  }
  const cut = breakBetween(year - 1, year);
  if (cut) return { key: 'change.break', params: { year: year - 1, cut } };
  if (own.value === figure.value) return { key: 'change.same', params: { year: year - 1 } };
  if (own.value === 0) return { key: 'change.fromZero', params: { year: year - 1 } };
  const share = (figure.value - own.value) / own.value;
  if (Math.abs(share) < 0.005) return { key: 'change.almost', params: { year: year - 1 } };
  // Beyond a doubling a percentage hides more than it tells.
  if (share > 2) return { key: 'change.times', params: { year: year - 1, times: figure.value / own.value } };
  return { key: share > 0 ? 'change.more' : 'change.less', params: { year: year - 1, share: Math.abs(share) } };
}

/**
 * Place and share. A share is only told of what may be added up.
 * @returns {Saying|null}
 */
export function standing(frame, code, total, spaceRule) {
  const rank = rankOf(frame, code);
  const value = frame.get(code)?.value;
  if (!rank || rank.of < 2) return null;
  const whole = total?.published?.value ?? total?.sum;
  if (spaceRule !== 'sum' || !whole || !value) return { key: 'standing.rank', params: rank };
  const of = total.published ? 'standing.ofPublished' : 'standing.ofSum';
  return { key: of, params: { ...rank, share: value / whole } };
}

/**
 * Sum against the published total.
 * @returns {Saying|null}
 */
export function difference(total) {
  if (!total?.published) return null;
  const gap = total.difference ?? total.sum - total.published.value;
  if (!gap) return { key: 'total.equal', params: { published: total.published.value } };
  const small = Math.abs(gap) <= Math.max(2, Math.abs(total.published.value) * 0.0005);
  const key = small ? 'total.rounding' : gap < 0 ? 'total.short' : 'total.over';
  return { key, params: { published: total.published.value, gap: Math.abs(gap) } };
}

export function groupBy(items, of) {
  const groups = new Map();
  for (const item of items) {
    const id = of(item);
    if (groups.has(id)) groups.get(id).push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

function frameKey(series, period) {
  return `${series} ${period}`;
}
