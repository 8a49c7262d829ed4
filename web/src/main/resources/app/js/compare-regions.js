import { $, folded, h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { percent, plain } from './format.js';
import { regionPath, url } from './api.js';
import { sources } from './story.js';
import { periodInSentence } from './options.js';
import { ranked, rankOf } from './figures.js';
import { table } from './data-parts.js';
import { readCodes } from './compare-link.js';
import { letter } from './compare-map.js';
import { smallLines } from './compare-lines.js';
import { commonFrame, distinctNames, periodsOf } from './compare-region-rows.js';
import { breakNotes, downloads, figuresIn, indicatorName, shownName, unknownNote, value, viewOf, whenAndWho } from './compare-parts.js';
import { overlapsOfAll } from './compare-ground.js';

/** Up to six regions of the set side by side: lines on one scale, years, all indicators, the ground they share. */

const MOST = 6;
/** Without a choice: the region that is shown, and the largest ones beside it. */
const FIRST = 3;

class Regions {
  constructor(bench) {
    this.bench = bench;
    this.rest = null;
  }

  key(view) {
    const { indicator, regionSet, measure, series, period, region } = view.state;
    return [indicator, regionSet, measure, series, period, region, this.rest].join(' ');
  }

  async content(view) {
    this.view = view;
    const { codes, unknown } = readCodes(this.rest, (c) => view.frame.has(c), MOST);
    this.codes = codes.length ? codes : suggested(view);
    this.rest = this.codes.join(',');
    this.names = distinctNames(view.geo.features.map((f) => f.properties));
    const regions = this.codes.map((code) => ({ code, name: this.names.get(code) ?? view.frame.get(code).name }));
    const columns = () => regions.map((r, i) => [[h('span', { class: 'bench-letter' }, letter(i)), ` ${r.name}`], true]);
    const own = periodsOf(view.data.all, view.state.series, this.codes);
    const shown = this.codes.flatMap((c) => view.data.history(c));
    return [
      unknownNote(this.bench, unknown),
      this.#chosen(regions),
      this.#adding(view),
      h('h3', {}, shownName(view)),
      smallLines(view, regions, this.bench.width()),
      h('p', { class: 'soft' }, t('compare.lines.about')),
      own.length > 0
        ? table(t('compare.regions.years'), [[t('table.period')], ...columns()], [...this.#standing(view), ...own.map((p) => this.#period(view, p))], 12)
        : h('p', {}, t('compare.regions.none', { series: whenAndWho(periodInSentence(view.state.period, lang), view.series) })),
      breakNotes(view.catalogue.breaks.filter((b) => b.indicator === view.indicator.id && own.some((p) => p <= b.after) && own.some((p) => p >= b.before))),
      await this.#all(view, columns),
      overlapsOfAll(view, regions),
      sources(shown),
      this.#areas(view),
      downloads(...regions.map((r) => h('a', { href: url(regionPath(view.set.id, r.code, 'csv')), download: true }, r.name))),
    ];
  }

  drawn(view) {
    this.bench.map.letters(view, this.codes);
  }

  /** A region of the map: in, or out again. */
  picks(code) {
    if (!this.codes) return true;
    if (this.codes.includes(code)) this.#take(this.codes.filter((c) => c !== code));
    else this.#take(this.codes.length < MOST ? [...this.codes, code] : [...this.codes.slice(0, -1), code]);
    return true;
  }

  #take(codes) {
    if (!codes.length) return;
    this.rest = codes.join(',');
    this.bench.changed();
  }

  #chosen(regions) {
    const chip = (r, i) => {
      const without = () => this.#take(this.codes.filter((c) => c !== r.code));
      const remove = regions.length > 1 && h('button', { type: 'button', class: 'bench-remove', 'data-testid': 'compare-remove', 'aria-label': t('compare.regions.remove', { name: r.name }), onclick: without }, '×');
      return h('li', { 'data-code': r.code }, h('span', { class: 'bench-letter' }, letter(i)), ` ${r.name} `, remove);
    };
    return h('ul', { class: 'bench-chips', 'data-testid': 'compare-regions', 'aria-label': t('compare.regions.chosen') }, regions.map(chip));
  }

  /** By name: the map's way for keyboard and screen reader. */
  #adding(view) {
    if (this.codes.length >= MOST) return h('p', { class: 'soft' }, t('compare.regions.full', { n: MOST }));
    const free = [...this.names].filter(([code]) => !this.codes.includes(code) && view.frame.has(code));
    free.sort((a, b) => a[1].localeCompare(b[1], 'es'));
    const said = h('p', { class: 'soft', role: 'status' });
    const input = h('input', { id: 'compare-add', list: 'compare-names', autocomplete: 'off', 'data-testid': 'compare-add', 'data-focus': 'compare-add' });
    const add = (e) => {
      e.preventDefault();
      const text = folded(input.value.trim());
      const exact = free.filter(([, name]) => folded(name) === text);
      const like = exact.length ? exact : free.filter(([, name]) => folded(name).startsWith(text));
      if (text && like.length === 1) this.#take([...this.codes, like[0][0]]);
      else said.textContent = t(text && like.length ? 'compare.regions.several' : 'compare.regions.unknown', { n: plain(like.length, lang) });
    };
    return h(
      'form',
      { class: 'bench-add', onsubmit: add },
      h('label', { for: 'compare-add' }, t('compare.regions.add', { set: local(view.set.one) })),
      h('span', {}, input, h('button', { type: 'submit', class: 'button', 'data-testid': 'compare-add-go' }, t('compare.regions.go'))),
      h('datalist', { id: 'compare-names' }, free.map(([, name]) => h('option', { value: name }))),
      said,
    );
  }

  /** Place and share of each in the period that is shown. */
  #standing(view) {
    const { total, indicator } = view;
    const whole = indicator.space_rule === 'sum' ? (total?.published?.value ?? total?.sum) : null;
    const cell = (of) => this.codes.map((code) => h('td', { class: 'right' }, of(code)));
    const place = (code) => {
      const rank = rankOf(view.frame, code);
      return rank ? t('compare.regions.place', rank) : '–';
    };
    const share = (code) => {
      const { value: own } = view.frame.get(code);
      return own === null ? '–' : percent(own / whole, lang);
    };
    const period = periodInSentence(view.state.period, lang);
    const row = (words, of) => h('tr', {}, h('th', { scope: 'row' }, words), cell(of));
    return [row(t('compare.regions.rank', { period }), place), whole ? row(t('compare.regions.share', { period }), share) : null].filter(Boolean);
  }

  #period(view, period) {
    const own = viewOf(view, { period });
    const frame = view.data.frame(view.state.series, period);
    const current = period === view.state.period ? 'true' : null;
    return h('tr', { 'aria-current': current }, h('th', { scope: 'row' }, periodInSentence(period, lang)), this.codes.map((c) => h('td', { class: 'right' }, value(frame.get(c), own))));
  }

  /** Every indicator that knows one of them, in the series and period that most of them share. */
  async #all(view, columns) {
    const rank = (s) => view.catalogue.seriesOf(s).rank;
    const rows = [];
    for (const indicator of view.catalogue.indicators) {
      // Plots have to be asked for: only who looks at them pays for that.
      if (indicator.plots ? !view.indicator.plots : !view.values.tables.some((one) => one.indicator === indicator.id && one.measure === 'actual')) continue;
      const data = await figuresIn(view, this.bench, indicator.id, 'actual');
      const common = commonFrame(data.all, this.codes, rank);
      if (!common) continue;
      const own = viewOf(view, { ...common, indicator: indicator.id, measure: 'actual' });
      const frame = data.frame(common.series, common.period);
      const name = h('button', { type: 'button', class: 'quiet', onclick: () => this.bench.actions.choose({ indicator: indicator.id }) }, indicatorName(indicator));
      rows.push(h('tr', {}, h('th', { scope: 'row' }, name, h('span', { class: 'soft' }, ` ${whenAndWho(periodInSentence(common.period, lang), own.series)}`)), this.codes.map((c) => h('td', { class: 'right' }, value(frame.get(c), own)))));
    }
    if (!rows.length) return null;
    const words = t('compare.regions.all');
    return [h('h3', {}, words), table(words, [[t('card.indicator')], ...columns()], rows, 30), h('p', { class: 'soft' }, t('compare.regions.common'))];
  }

  /** In an own area there are only plots to count: it is drawn beside the regions, whose plots are counted too. */
  #areas(view) {
    if ($('draw-open').hidden) return null;
    const bounded = new Set(view.geo.features.filter((f) => f.properties.geometry_kind === 'boundary').map((f) => f.properties.code));
    const open = () => {
      const regions = this.codes.filter((code) => bounded.has(code)).map((code) => `${view.set.id}/${code}`);
      this.bench.actions.open('draw', regions.join(',') || null);
    };
    return h('p', {}, h('button', { type: 'button', class: 'quiet', 'data-testid': 'compare-draw', onclick: open }, t('compare.regions.draw')));
  }
}

function suggested(view) {
  const largest = ranked(view.frame).map((r) => r.code);
  const all = [view.state.region, ...largest, ...view.frame.keys()].filter((c) => c && view.frame.has(c));
  return [...new Set(all)].slice(0, FIRST);
}

/** @param {import('./compare.js').Bench} bench */
export const regions = (bench) => new Regions(bench);
