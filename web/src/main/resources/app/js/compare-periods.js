import { h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { request, url } from './api.js';
import { amount, percent, plain, unitAfter, withUnit } from './format.js';
import { setName } from './options.js';
import { choices, failure, field, right, signedShare, swatch, table } from './data-parts.js';
import { breakNotes, earlierPeriods, periodWords, signed, unknownNote } from './compare-parts.js';

/**
 * Two periods of one series side by side: what changed where both have a value, and apart from it what only one of
 * them covers, so that a survey that looks at more ground does not read as growth.
 */

/** By the class that the server gives. */
const STEPS = ['less-much', 'less', 'same', 'more', 'more-much'];
/** Of regions that cannot be compared: which of the periods has a value. */
const ONLY = ['new', 'gone', 'none'];
const WAYS = ['difference', 'percent'];

class Periods {
  /** @param {import('./compare.js').Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.way = 'difference';
    /** The earlier period. */
    this.rest = null;
  }

  key(view) {
    const before = earlier(view);
    if (before.length && !before.includes(this.rest)) {
      this.unknown = this.rest ? [this.rest] : [];
      this.rest = before.at(-1);
    }
    const { indicator, regionSet, measure, series, period } = view.state;
    return [indicator, regionSet, measure, series, period, this.rest, this.way].join(' ');
  }

  async content(view) {
    this.changes = null;
    const before = earlier(view);
    if (!before.length) return [h('p', {}, t(view.indicator.plots ? 'compare.plots' : 'compare.nothing'))];
    const { indicator, regionSet, measure, series, period } = view.state;
    const query = new URLSearchParams({ indicator, 'region-set': regionSet, measure, series, from: this.rest, to: period });
    try {
      return this.#answered(view, await request(`changes?${query}`, lang), before, query);
    } catch (error) {
      return [this.#choice(view, before), failure(error)];
    }
  }

  async drawn(view) {
    // Without outlines the circles of the values stay, and their legend with them.
    const drawn = this.changes && (await this.bench.map.differences(view.set.id, this.changes).catch(() => 0));
    if (!drawn) this.bench.map.clear();
  }

  #choice(view, before) {
    const set = (name) => (e) => {
      this[name] = e.target.value;
      this.bench.changed();
    };
    const periods = choices(before.map((p) => [p, periodWords(p)]).reverse(), this.rest, { 'data-testid': 'compare-from', onchange: set('rest') });
    const ways = choices(WAYS.map((w) => [w, t(`compare.${w}`, { unit: unitAfter(view.indicator, lang) })]), this.way, { 'data-testid': 'compare-way', onchange: set('way') });
    return h('div', { class: 'data-pair' }, field(t('compare.from'), periods, t('compare.to', { period: periodWords(view.state.period) })), field(t('compare.show'), ways));
  }

  #answered(view, answer, before, query) {
    const rows = answer.changes.map((row) => ({ ...row, step: this.#step(row) }));
    this.changes = new Map(rows.map((row) => [row.region_code, row]));
    const compared = rows.filter((r) => r.difference !== null).sort((a, b) => b[this.way] - a[this.way]);
    const others = rows.filter((r) => r.difference === null && r.step !== 'none');
    return [
      unknownNote(this.bench, this.unknown ?? []),
      this.#choice(view, before),
      answer.sums ? sums(view, answer) : h('p', { class: 'soft' }, t('compare.noSum')),
      breakNotes(answer.breaks),
      this.#legend(view, answer, rows),
      table(local(view.set.name), heads(answer), [...compared, ...others].map((row) => this.#row(view, row)), 30),
      h('p', { class: 'soft' }, local(answer.method)),
      h('p', { class: 'download-line' }, ['csv', 'geojson'].map((f) => [h('a', { href: url(`changes?${query}&f=${f}`), download: true }, t(`download.${f}`)), ' '])),
    ];
  }

  #step(row) {
    if (row.difference === null) return row.value_to !== null ? 'new' : row.value_from !== null ? 'gone' : 'none';
    const index = this.way === 'percent' ? row.percent_class : row.class;
    return index === null ? 'none' : STEPS[index];
  }

  #row(view, row) {
    const value = (v, state) => (v === null ? h('span', { class: 'soft' }, t(`state.${state}`)) : amount(v, view.indicator.unit, lang));
    return h(
      'tr',
      { 'data-code': row.region_code },
      h('th', { scope: 'row' }, swatch(row.step), ' ', row.region_name),
      right(value(row.value_from, row.state_from)),
      right(value(row.value_to, row.state_to)),
      right(signed(row.difference, (v) => amount(v, view.indicator.unit, lang))),
      right(signedShare(row.percent === null ? null : row.percent / 100)),
    );
  }

  #legend(view, answer, rows) {
    const seen = new Set(rows.map((row) => row.step));
    const classes = this.way === 'percent' ? answer.percent_classes : answer.classes;
    const text = (v) => (this.way === 'percent' ? percent(v / 100, lang) : [amount(v, view.indicator.unit, lang, true), unitAfter(view.indicator, lang)].filter(Boolean).join(' '));
    const words = (step) => (classes ? t(`compare.${step}`, { inner: text(classes.inner), outer: text(classes.outer) }) : t('compare.same.all'));
    const entry = (step) => h('li', {}, swatch(step), ' ', ONLY.includes(step) ? t(`compare.${step}`, { from: periodWords(answer.from), to: periodWords(answer.to) }) : words(step));
    return h('ul', { class: 'diff-legend', 'data-testid': 'compare-legend' }, [...STEPS, ...ONLY].filter((s) => seen.has(s)).map(entry));
  }
}

const earlier = (view) => (view.indicator.plots ? [] : earlierPeriods(view));

function sums(view, { sums: s, ...periods }) {
  const [from, to] = [periods.from, periods.to].map(periodWords);
  const said = (v) => withUnit(v, view.indicator, lang);
  const set = s.regions === 1 ? local(view.set.one) : setName(view.set);
  const main = s.regions > 0
    ? tn(s.percent === null ? 'compare.sum.noPercent' : 'compare.sum', s.regions, { n: plain(s.regions, lang), set, from, to, before: said(s.value_from), after: said(s.value_to), change: signed(s.difference, said), percent: signedShare(s.percent === null ? null : s.percent / 100) })
    : t('compare.sum.none', { set: setName(view.set), from, to });
  return [
    h('p', { 'data-testid': 'compare-sum', 'aria-live': 'polite' }, main),
    s.only_to.regions > 0 && h('p', { 'data-testid': 'compare-wider' }, t('compare.wider', { n: plain(s.only_to.regions, lang), to, from, value: said(s.only_to.value) })),
    s.only_from.regions > 0 && h('p', {}, t('compare.narrower', { n: plain(s.only_from.regions, lang), to, from, value: said(s.only_from.value) })),
  ];
}

const heads = ({ from, to }) => [[t('compare.region')], [periodWords(from), true], [periodWords(to), true], [t('compare.change'), true], ['%', true]];

/** @param {import('./compare.js').Bench} bench */
export const periods = (bench) => new Periods(bench);
