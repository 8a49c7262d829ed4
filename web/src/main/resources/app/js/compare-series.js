import { h, svg } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { amount, axisNumber, percent, withUnit } from './format.js';
import { data, figuresPath, url } from './api.js';
import { layout } from './geometry.js';
import { figuresOf } from './values.js';
import { apart, linePoints } from './figures.js';
import { periodInSentence, seriesLabel } from './options.js';
import { figureCard, withCard } from './card.js';
import { sources } from './story.js';
import { choices, field, table } from './data-parts.js';
import { breakNotes, downloads, shownName, unknownNote } from './compare-parts.js';
import { furthest, periodRows, seriesOf, telling } from './compare-series-rows.js';

/** Who measured the same: a line for each series, the years beside each other, and why they differ. Never added up. */

const MOST = 6;
const box = (width) => ({ width, height: Math.max(200, Math.round(width / 2)), left: 56, right: 16, top: 30, bottom: 22 });
const COUNTRY = 'country';

class SeriesSideBySide {
  constructor(bench) {
    this.bench = bench;
    /** `UNODC,US-ONDCP` */
    this.rest = null;
    this.national = null;
  }

  key(view) {
    const { indicator, regionSet, measure, series, period, region } = view.state;
    return [indicator, regionSet, measure, series, period, region, this.rest, this.national].join(' ');
  }

  drawn() {
    this.bench.map.clear();
  }

  async content(view) {
    const { catalogue, indicator } = view;
    const subjects = this.#subjects(view);
    const subject = subjects.find((s) => s.national === this.national) ?? subjects[0];
    if (!subject) return [h('p', { 'data-testid': 'compare-none' }, t('compare.series.noRegion'))];
    const history = await this.#history(view, subject);
    const of = (id) => catalogue.seriesOf(id);
    const all = seriesOf(history, of);
    const given = (this.rest ?? '').split(',').filter(Boolean);
    const known = given.filter((id) => all.some((s) => s.id === id)).slice(0, MOST);
    const ids = known.length ? known : telling(all, view.state.series, MOST, of);
    if (known.length) this.rest = known.join(',');
    const shown = all.filter((s) => ids.includes(s.id));
    const rows = periodRows(shown);
    return [
      unknownNote(this.bench, given.filter((id) => !all.some((s) => s.id === id))),
      subjects.length > 1 && field(t('compare.series.of'), choices(subjects.map((s) => [String(s.national), s.name]), String(subject.national), { 'data-testid': 'compare-of', onchange: (e) => this.#choose('national', e.target.value === 'true') })),
      h('h3', {}, `${shownName(view)}, ${subject.name}`),
      all.length < 2 && h('p', { 'data-testid': 'compare-none' }, t('compare.series.one')),
      this.#chart(view, shown, rank(shown)),
      this.#key(view, shown),
      furthestWords(rows, shown, view),
      h('p', { class: 'soft' }, t('compare.series.never')),
      table(t('compare.series.table'), [[t('table.period')], ...shown.map((s) => [seriesLabel(of(s.id)), true]), ...(shown.length > 1 ? [[t('compare.series.apart'), true]] : [])], rows.map((r) => this.#row(view, r, shown)), 12),
      h('h3', {}, t('compare.series.why')),
      h('p', {}, local(indicator.definition)),
      h('dl', { class: 'bench-series', 'data-testid': 'compare-why' }, shown.map((s) => this.#described(view, s))),
      breakNotes(catalogue.breaks.filter((b) => b.indicator === indicator.id)),
      this.#choice(all, ids, of),
      sources(shown.flatMap((s) => s.figures)),
      downloads(h('a', { href: url(figuresPath({ indicator: indicator.id, regionSet: subject.set, measure: view.state.measure }, 'csv')), download: true, 'data-testid': 'compare-csv' }, t('compare.csv.all'))),
    ];
  }

  #choose(name, chosen) {
    this[name] = chosen;
    this.bench.changed();
  }

  /** The region that is chosen, and the country where it has figures. */
  #subjects({ catalogue, state, region, frame, set }) {
    const own = region && frame.has(region) && set.id !== COUNTRY ? [{ national: false, set: set.id, code: region, name: frame.get(region).name }] : [];
    const country = catalogue.regionSet(COUNTRY);
    const counts = country && catalogue.available(state.indicator, COUNTRY, state.measure).length > 0;
    return [...own, ...(counts ? [{ national: true, set: COUNTRY, code: null, name: local(country.one) }] : [])];
  }

  async #history(view, subject) {
    if (!subject.national) return view.data.history(subject.code);
    if (view.set.id === COUNTRY) return view.data.all;
    const { indicator, measure } = view.state;
    return figuresOf(await data(`values/${COUNTRY}`, lang), indicator, measure).figures;
  }

  #chart(view, shown, rankOf) {
    const points = shown.flatMap((s) => linePoints(s.figures));
    if (points.length < 2) return null;
    const breaks = view.catalogue.breaks.filter((b) => b.indicator === view.indicator.id).map((b) => ({ at: +b.before, label: local(b.label) }));
    const area = box(this.bench.width());
    const l = layout({ points, targets: [], breaks, box: area });
    const mark = (p) => {
      const group = svg('g', { 'data-series': p.series }, svg('circle', { cx: p.cx, cy: p.cy, r: 8, fill: 'transparent' }), markOf(rankOf(p.series), p.cx, p.cy));
      return withCard(group, () => figureCard(p.figure, view));
    };
    return h(
      'figure',
      {},
      svg(
        'svg',
        { viewBox: `0 0 ${area.width} ${area.height}`, class: 'chart', role: 'img', 'aria-label': t('compare.series.label', { n: shown.length }), 'data-testid': 'compare-series' },
        l.valueTicks.map((k) => [svg('line', { class: 'grid', x1: area.left - 4, x2: area.width - area.right, y1: k.y, y2: k.y }), svg('text', { class: 'tick', x: area.left - 8, y: k.y + 4, 'text-anchor': 'end' }, axisNumber(k.value, lang))]),
        l.yearTicks.map((k) => svg('text', { class: 'tick', x: k.x, y: area.height - 4, 'text-anchor': 'middle' }, k.year)),
        l.breaks.map((b) => [svg('line', { class: 'break', x1: b.x, x2: b.x, y1: b.y + 2, y2: area.height - area.bottom }), svg('text', { class: 'tick', x: b.from, y: b.y - 2 }, b.label)]),
        l.lines.map((s) => svg('path', { class: `line who who-${rankOf(s.series)}`, d: s.d })),
        l.dots.map(mark),
      ),
    );
  }

  #key(view, shown) {
    const sign = (i) => svg('svg', { width: 34, height: 12, 'aria-hidden': 'true' }, svg('path', { class: `line who who-${i}`, d: 'M1 6h32' }), markOf(i, 17, 6));
    return h('p', { class: 'chart-key' }, shown.map((s, i) => h('span', {}, sign(i), seriesLabel(view.catalogue.seriesOf(s.id)))));
  }

  #row(view, { period, cells, apart: gap, share }, shown) {
    const cell = (f) => h('td', { class: 'right' }, f ? withCard(h('button', { type: 'button', class: 'number' }, amount(f.value, view.indicator.unit, lang)), () => figureCard(f, view)) : h('span', { class: 'soft' }, '–'));
    const words = gap === null ? '' : [amount(gap, view.indicator.unit, lang), share !== null && h('span', { class: 'soft' }, ` ${percent(share, lang)}`)];
    return h('tr', { 'aria-current': period === view.state.period ? 'true' : null }, h('th', { scope: 'row' }, periodInSentence(period, lang)), cells.map(cell), shown.length > 1 && h('td', { class: 'right' }, words));
  }

  #described(view, { id, figures }) {
    const series = view.catalogue.seriesOf(id);
    const status = series.status === 'final' ? '' : ` (${t(`status.${series.status}`)})`;
    const methods = [...new Set(figures.map((f) => t(`method.${f.method}`)))].join(', ');
    const whole = apart(figures).length > 0 && ` ${t('compare.series.parts')}`;
    return [
      h('dt', {}, h('strong', {}, seriesLabel(series) + status), h('span', { class: 'soft' }, ` ${years(figures)} · ${methods}`)),
      h('dd', {}, local(series.definition), whole),
    ];
  }

  #choice(all, ids, of) {
    if (all.length < 2) return null;
    const toggle = (e) => {
      const next = all.map((s) => s.id).filter((id) => (id === e.target.value ? e.target.checked : ids.includes(id)));
      if (next.length) this.#choose('rest', next.join(','));
      else e.target.checked = true;
    };
    const box = ({ id, figures }) => {
      const checked = ids.includes(id);
      const input = h('input', { type: 'checkbox', value: id, checked, disabled: ids.length >= MOST && !checked, 'data-focus': `series-${id}`, onchange: toggle });
      return h('label', { class: 'data-check' }, input, h('span', {}, `${seriesLabel(of(id))} `, h('span', { class: 'soft' }, years(figures))));
    };
    return h('details', { open: this.open, ontoggle: (e) => (this.open = e.target.open) }, h('summary', { 'data-focus': 'series', 'data-testid': 'compare-which' }, tn('compare.series.choose', all.length, { n: all.length, most: MOST })), all.map(box));
  }
}

const rank = (shown) => (id) => shown.findIndex((s) => s.id === id);

/** Squares, diamonds… beside the dashes of the lines: told apart without colour. */
function markOf(index, x, y) {
  const of = `who-mark who-${index}`;
  const drawn = [
    () => svg('circle', { class: of, cx: x, cy: y, r: 3.2 }),
    () => svg('rect', { class: of, x: x - 3, y: y - 3, width: 6, height: 6 }),
    () => svg('path', { class: of, d: `M${x} ${y - 4.4}l4.2 7.4h-8.4z` }),
    () => svg('path', { class: of, d: `M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z` }),
    () => svg('circle', { class: `${of} is-open`, cx: x, cy: y, r: 3.2 }),
    () => svg('rect', { class: `${of} is-open`, x: x - 3, y: y - 3, width: 6, height: 6 }),
  ];
  return drawn[Math.max(0, index) % drawn.length]();
}

function furthestWords(rows, shown, view) {
  const row = furthest(rows);
  if (!row) return null;
  const measured = row.cells.map((f, i) => f && { name: seriesLabel(view.catalogue.seriesOf(shown[i].id)), value: f.value }).filter(Boolean);
  const low = measured.reduce((a, b) => (b.value < a.value ? b : a));
  const high = measured.reduce((a, b) => (b.value > a.value ? b : a));
  const said = (v) => withUnit(v, view.indicator, lang);
  return h('p', { 'data-testid': 'compare-about' }, t('compare.series.furthest', { period: periodInSentence(row.period, lang), low: low.name, lowValue: said(low.value), high: high.name, highValue: said(high.value), share: percent(row.share, lang) }));
}

function years(figures) {
  const [first, last] = [figures[0].period, figures[figures.length - 1].period];
  return first === last ? periodInSentence(first, lang) : `${first}–${last}`;
}

/** @param {import('./compare.js').Bench} bench */
export const series = (bench) => new SeriesSideBySide(bench);
