import { asKept, h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { amount, plain, upperFirst, withUnit } from './format.js';
import { request, url } from './api.js';
import { groupBy } from './figures.js';
import { periodInSentence, seriesLabel, setName } from './options.js';
import { choices, field, right, signedShare, swatch, table } from './data-parts.js';
import { share, STEPS, steps } from './data-steps.js';
import { downloads, shownName, signed, unknownNote } from './compare-parts.js';

/** The same figures in two releases of the data: what was corrected, added or withdrawn. */

class Releases {
  constructor(bench) {
    this.bench = bench;
    /** `3`, or `3,5`: from one to another; without the other, to the one that is shown. */
    this.rest = null;
  }

  key({ state, data }) {
    return [state.indicator, state.regionSet, state.measure, state.series, state.period, data.release, this.rest].join(' ');
  }

  async content(view) {
    this.changes = null;
    if (view.indicator.plots) return [h('p', { 'data-testid': 'compare-none' }, t('compare.plots'))];
    const { releases: known } = await request('releases?limit=100', lang);
    const releases = [...known].sort((a, b) => Number(a.id) - Number(b.id));
    const ids = releases.map((r) => r.id);
    if (ids.length < 2) return [h('p', { 'data-testid': 'compare-none' }, t('compare.release.one', { release: ids[0] ?? '–' }))];
    const given = (this.rest ?? '').split(',').filter(Boolean);
    const to = ids.includes(given[1]) ? given[1] : view.data.release;
    const before = ids.filter((id) => Number(id) < Number(to));
    const from = ids.includes(given[0]) && given[0] !== to ? given[0] : (before.at(-1) ?? ids.find((id) => id !== to));
    this.rest = to === view.data.release ? from : `${from},${to}`;
    const diff = await request(`releases/${encodeURIComponent(from)}/diff?${new URLSearchParams({ to, indicator: view.indicator.id })}`, lang);
    return [
      unknownNote(this.bench, given.filter((id) => !ids.includes(id))),
      this.#choice(view, releases, from, to),
      h('h3', {}, `${shownName(view)}, ${periodInSentence(view.state.period, lang)}, ${seriesLabel(view.series)}`),
      this.#shown(view, diff),
      this.#others(view, diff),
      outlines(view, diff),
      brought(diff),
      downloads(h('a', { href: url(`releases/${from}/diff?to=${to}&indicator=${view.indicator.id}&f=csv`), download: true, 'data-testid': 'compare-csv' }, t('compare.csv.diff'))),
    ];
  }

  async drawn(view) {
    const drawn = this.changes?.size && (await this.bench.map.differences(view.set.id, this.changes).catch(() => 0));
    if (!drawn) this.bench.map.clear();
  }

  #choice(view, releases, from, to) {
    const when = (r) => new Intl.DateTimeFormat(lang === 'es' ? 'es-PE' : 'en', { dateStyle: 'medium' }).format(new Date(r.published));
    const options = [...releases].reverse().map((r) => [r.id, t('compare.release.option', { release: r.id, date: when(r) })]);
    const choose = (index) => (e) => {
      const pair = [from, to];
      pair[index] = e.target.value;
      this.rest = pair.join(',');
      this.bench.changed();
    };
    const select = (name, own, index) => field(t(`compare.release.${name}`), choices(options, own, { 'data-testid': `compare-release-${name}`, onchange: choose(index) }));
    return h('div', { class: 'data-pair' }, select('from', from, 0), select('to', to, 1));
  }

  /** What differs in the very figures that the page shows. */
  #shown(view, diff) {
    const { state } = view;
    const own = diff.figures.filter((f) => isOf(f, state) && f.period === state.period && f.series === state.series);
    if (!own.length) return h('p', { 'data-testid': 'compare-about' }, t('compare.release.same', { set: setName(view.set) }));
    this.changes = steps(own);
    const said = (v) => withUnit(v, view.indicator, lang);
    const largest = Math.max(...own.map((f) => Math.abs(f.difference ?? 0)));
    const number = (v, s) => (v === null ? h('span', { class: 'soft' }, s ? t(`state.${s}`) : t('compare.release.notThere')) : amount(v, view.indicator.unit, lang));
    const row = ({ row: r, step }) =>
      h('tr', { 'data-code': r.region_code }, h('th', { scope: 'row' }, swatch(step), ' ', r.region_name), right(number(r.value_before, r.state_before)), right(number(r.value_after, r.state_after)), right(signed(r.difference, (v) => amount(v, view.indicator.unit, lang))), right(signedShare(share(r.value_before, r.value_after))));
    const seen = new Set([...this.changes.values()].map((c) => c.step));
    return [
      h('p', { 'data-testid': 'compare-about' }, [tn('compare.release.differ', own.length, { n: plain(own.length, lang) }), ...(view.indicator.space_rule === 'sum' ? sums(own, said) : [])].join(' ')),
      h('ul', { class: 'diff-legend' }, ['same', ...STEPS].filter((s) => seen.has(s)).map((s) => h('li', {}, swatch(s), ' ', t(s === 'same' ? 'compare.release.redescribed' : `data.diff.${s}`)))),
      largest > 0 && h('p', { class: 'soft' }, t('compare.release.much', { value: said(largest / 2) })),
      table(t('compare.way.release'), [[upperFirst(local(view.set.one))], [t('data.release', { id: diff.from }), true], [t('data.release', { id: diff.to }), true], [t('compare.change'), true], ['%', true]], [...this.changes.values()].map(row), 30),
    ];
  }

  /** Where else the indicator differs, each a step away. */
  #others(view, diff) {
    const { state, catalogue } = view;
    const groups = [...groupBy(diff.figures.filter((f) => !(isOf(f, state) && f.period === state.period && f.series === state.series)), (f) => [f.region_set, f.measure, f.series, f.period].join('\n')).values()];
    if (!groups.length) return h('p', { class: 'soft' }, t('compare.release.nowhere', { n: plain(diff.same_figures, lang) }));
    const go = (f) => this.bench.actions.choose({ regionSet: f.region_set, measure: f.measure, series: f.series, period: f.period });
    const known = (f) => catalogue.covers(state.indicator, f.region_set, f.measure, f.series, f.period);
    const words = (f) => `${local(catalogue.regionSet(f.region_set)?.name) || f.region_set}, ${periodInSentence(f.period, lang)}, ${seriesLabel(catalogue.seriesOf(f.series))}${f.measure === 'actual' ? '' : `, ${t(`measure.${f.measure}`)}`}`;
    const item = (all) => h('li', {}, known(all[0]) ? h('button', { type: 'button', class: 'quiet', onclick: () => go(all[0]) }, words(all[0])) : words(all[0]), h('span', { class: 'soft' }, ` ${tn('compare.release.figures', all.length, { n: plain(all.length, lang) })}`));
    return h('details', { open: !this.changes }, h('summary', { 'data-focus': 'others', 'data-testid': 'compare-others' }, tn('compare.release.others', groups.length, { n: plain(groups.length, lang) })), h('ul', { class: 'data-list' }, groups.slice(0, 40).map(item)));
  }
}

/** What changed where both have a figure; what only one of them has stands apart, since it is no change. */
function sums(rows, said) {
  const total = (of, value) => rows.filter(of).reduce((sum, r) => sum + value(r), 0);
  const both = rows.filter((r) => r.difference !== null);
  const words = both.length ? [t('compare.release.both', { change: signed(total((r) => r.difference !== null, (r) => r.difference), said) })] : [];
  for (const [only, has, lacks] of [['second', 'value_after', 'value_before'], ['first', 'value_before', 'value_after']]) {
    const of = (r) => r[has] !== null && r[lacks] === null;
    const n = rows.filter(of).length;
    if (n) words.push(t(`compare.release.only.${only}`, { n: plain(n, lang), value: said(total(of, (r) => r[has])) }));
  }
  return words;
}

const isOf = (row, state) => row.region_set === state.regionSet && row.measure === state.measure;

function outlines(view, diff) {
  const own = diff.regions.filter((r) => r.region_set === view.set.id);
  return own.length > 0 && h('p', { class: 'data-good' }, tn('compare.release.outlines', own.length, { n: plain(own.length, lang), set: setName(view.set) }));
}

function brought({ datasets }) {
  if (!datasets.length) return h('p', { class: 'soft' }, t('data.diff.sameDatasets'));
  const line = (d) => h('li', {}, h('strong', {}, t(`data.fate.${d.fate}`)), ' ', asKept(d.title) ?? d.id, h('span', { class: 'soft', lang: 'es' }, ` ${[d.source, d.licence].filter(Boolean).join(' · ')}`));
  return [h('h3', {}, t('compare.release.datasets')), h('ul', { class: 'data-list' }, datasets.map(line))];
}

/** @param {import('./compare.js').Bench} bench */
export const release = (bench) => new Releases(bench);
