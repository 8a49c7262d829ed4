import { h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { amount, percent, plain, upperFirst } from './format.js';
import { figuresPath, url } from './api.js';
import { sources } from './story.js';
import { periodInSentence, setName } from './options.js';
import { figureCard, totalCard, withCard } from './card.js';
import { choices, field, signedShare, table } from './data-parts.js';
import { rankRows, sortRows } from './compare-rank-rows.js';
import { standingOf } from './compare-expected.js';
import { bandLegend, bandMark } from './compare-bands.js';
import { breakNotes, breaksBetween, downloads, earlierPeriods, figuresIn, periodWords, shownName, signed, unknownNote, value } from './compare-parts.js';

/** All regions of the set in a table: value, place, change, share of the total, and the target where there is one. */

const FIRST = { place: 1, name: 1 };

class Ranks {
  constructor(bench) {
    this.bench = bench;
    /** The earlier period. */
    this.rest = null;
    this.by = 'place';
    this.direction = 1;
  }

  key(view) {
    const { indicator, regionSet, measure, series, period, region } = view.state;
    return [indicator, regionSet, measure, series, period, region, this.rest, this.by, this.direction].join(' ');
  }

  picks(code) {
    this.bench.actions.choose({ region: code });
    return true;
  }

  drawn() {
    this.bench.map.clear();
  }

  async content(view) {
    const { state, indicator, data, total } = view;
    const before = earlierPeriods(view);
    const unknown = this.rest && !before.includes(this.rest) ? [this.rest] : [];
    if (!before.includes(this.rest)) this.rest = before.at(-1) ?? null;
    const whole = indicator.space_rule === 'sum' ? (total?.published?.value ?? total?.sum ?? null) : null;
    const rows = rankRows(view.frame, this.rest && data.frame(state.series, this.rest), whole);
    const targets = await this.#targets(view);
    for (const row of rows) row.target = targets?.get(row.code) ?? null;
    const having = rows.filter((r) => r.value !== null);
    return [
      unknownNote(this.bench, unknown),
      h('p', { 'data-testid': 'compare-about' }, `${shownName(view)}. ${tn('compare.ranks.about', having.length, { n: plain(having.length, lang), all: plain(rows.length, lang), set: setName(view.set), period: periodInSentence(state.period, lang) })}`),
      before.length > 0 && field(t('compare.ranks.from'), choices([...before].reverse().map((p) => [p, periodWords(p)]), this.rest, { 'data-testid': 'compare-from', onchange: (e) => this.#choose('rest', e.target.value) })),
      table(local(view.set.name), this.#heads(view, targets), this.#sorted(rows).map((r) => this.#row(r, view, targets)), 60),
      whole !== null && h('p', { class: 'soft' }, this.#whole(view)),
      whole === null && h('p', { class: 'soft' }, t('total.notAdded')),
      targets && bandLegend(),
      this.rest && breakNotes(breaksBetween(view, this.rest, state.period)),
      sources(having.map((r) => r.row.figure)),
      this.#downloads(view),
    ];
  }

  #choose(name, given) {
    this[name] = given;
    this.bench.changed();
  }

  #sorted(rows) {
    return this.by === 'place' && this.direction === 1 ? rows : sortRows(rows.map((r) => ({ ...r, achieved: r.target?.share ?? null })), this.by, this.direction);
  }

  /** Whom the total is of: the words that its card says in full. */
  #whole(view) {
    const button = h('button', { type: 'button', class: 'number' }, t(view.total.published ? 'compare.ranks.ofPublished' : 'compare.ranks.ofSum'));
    return [withCard(button, () => totalCard(view.total, view)), '.'];
  }

  /** Standing of each region that has a target for the period. @returns {Promise<Map<string, object>|null>} */
  async #targets(view) {
    const { catalogue, indicator, set, state, data } = view;
    if (state.measure !== 'actual' || !catalogue.available(indicator.id, set.id, 'target').length) return null;
    const all = await figuresIn(view, this.bench, indicator.id, 'target');
    const own = all.all.filter((f) => f.period === state.period && f.value !== null);
    if (!own.length) return null;
    const rank = (s) => catalogue.seriesOf(s).rank;
    return new Map(own.map((f) => [f.region_code, standingOf(f, data.history(f.region_code), indicator, rank)]));
  }

  #heads(view, targets) {
    const head = (key, words) => [this.#sorter(key, words), key !== 'name'];
    return [
      head('place', t('compare.ranks.place')),
      head('name', upperFirst(local(view.set.one))),
      head('value', periodWords(view.state.period)),
      this.rest && head('change', t('compare.ranks.change', { from: periodWords(this.rest) })),
      this.rest && head('percent', '%'),
      view.indicator.space_rule === 'sum' && head('share', t('compare.ranks.share')),
      targets && head('achieved', t('compare.targets.share')),
    ].filter(Boolean);
  }

  #sorter(key, words) {
    const now = this.by === key;
    const sort = () => {
      this.direction = now ? -this.direction : (FIRST[key] ?? -1);
      this.#choose('by', key);
    };
    const sign = now ? (this.direction === 1 ? ' ▴' : ' ▾') : '';
    const said = now ? t(this.direction === 1 ? 'compare.sort.up' : 'compare.sort.down') : t('compare.sort');
    return h('button', { type: 'button', class: 'sorter', 'data-focus': `sort-${key}`, 'data-testid': `sort-${key}`, title: said, onclick: sort }, words, h('span', { 'aria-hidden': 'true' }, sign), now && h('span', { class: 'unseen' }, ` (${said})`));
  }

  #row(r, view, targets) {
    const { indicator, state } = view;
    const number = (v) => amount(v, indicator.unit, lang);
    const cell = (content) => h('td', { class: 'right' }, content);
    const name = h('button', { type: 'button', class: 'quiet', 'data-focus': `rank-${r.code}`, onclick: () => this.bench.actions.choose({ region: r.code }) }, r.name);
    return h(
      'tr',
      { 'data-code': r.code, 'aria-current': r.code === state.region ? 'true' : null },
      cell(r.place ?? ''),
      h('th', { scope: 'row' }, name),
      cell(value(r.row, view)),
      this.rest && cell(signed(r.change, number)),
      this.rest && cell(signedShare(r.percent)),
      indicator.space_rule === 'sum' && cell(r.share === null ? '' : percent(r.share, lang)),
      targets && h('td', { class: 'right' }, r.target ? standing(r.target, view) : ''),
    );
  }

  #downloads(view) {
    const { indicator, regionSet, measure, series, period } = view.state;
    const links = [h('a', { href: url(figuresPath(view.state, 'csv')), download: true, 'data-testid': 'compare-csv' }, t('compare.csv.figures', { period: periodWords(period) }))];
    if (this.rest && !view.indicator.plots) {
      const query = new URLSearchParams({ indicator, 'region-set': regionSet, measure, series, from: this.rest, to: period, f: 'csv' });
      links.push(h('a', { href: url(`changes?${query}`), download: true }, t('compare.csv.changes', { from: periodWords(this.rest), to: periodWords(period) })));
    }
    return downloads(...links);
  }
}

/** `54 % · ▾ Por debajo`; the target's card behind the number. */
function standing({ target, share, band }, view) {
  const button = h('button', { type: 'button', class: 'number' }, share === null ? '–' : percent(share, lang, 0));
  return [withCard(button, () => figureCard(target, view)), ' ', bandMark(band)];
}

/** @param {import('./compare.js').Bench} bench */
export const ranks = (bench) => new Ranks(bench);
