import { h, svg } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { plain, unitAfter, withUnit } from './format.js';
import { figuresPath, url } from './api.js';
import { radius } from './geometry.js';
import { boundsLabel } from './legend.js';
import { STATE_FILL } from './map.js';
import { statesIn } from './figures.js';
import { periodInSentence, seriesLabel, setName } from './options.js';
import { sources } from './story.js';
import { byFill, inOrder, project, spread } from './compare-shapes.js';
import { breakNotes, breaksBetween, downloads, shownName, unknownNote } from './compare-parts.js';

/** Two to six small maps of one indicator, a period each, all on one scale with one legend. */

const MOST = 6;
const FEWEST = 2;
const WIDTH = 150;
const CIRCLE = 12;
const NEUTRAL = 'url(#fill-neutral)';
const STATES = ['zero', 'not_monitored', 'missing', 'withheld'];

class Maps {
  constructor(bench) {
    this.bench = bench;
    /** `2018,2020,2024` */
    this.rest = null;
    this.open = false;
    /** By the places they were made of: playing through the years draws them again and again. */
    this.drawings = new WeakMap();
  }

  key(view) {
    const { indicator, regionSet, measure, series, period, region } = view.state;
    return [indicator, regionSet, measure, series, period, region, this.rest].join(' ');
  }

  drawn() {
    this.bench.map.clear();
  }

  async content(view) {
    const { state, catalogue } = view;
    const offered = catalogue.periods(state.indicator, state.regionSet, state.measure).map((p) => p.id);
    const own = catalogue.periods(state.indicator, state.regionSet, state.measure, state.series).map((p) => p.id);
    const given = (this.rest ?? '').split(',').filter(Boolean);
    const known = inOrder(new Set(given.filter((p) => offered.includes(p)))).slice(0, MOST);
    const periods = known.length >= FEWEST ? known : spread(own.length >= FEWEST ? own : offered, MOST, state.period);
    this.rest = periods.join(',');
    if (periods.length < FEWEST) return [h('p', { 'data-testid': 'compare-none' }, t('compare.maps.one'))];
    const { drawing, ground } = this.#drawing(view);
    if (!drawing.points.size) return [h('p', { 'data-testid': 'compare-none' }, t('compare.maps.noPlaces', { set: setName(view.set) }))];
    const frames = periods.map((period) => {
      const series = catalogue.seriesForPeriod(state.indicator, state.regionSet, state.measure, period, state.series);
      return { period, series, frame: view.data.frame(series, period), total: view.data.total(series, period) };
    });
    return [
      unknownNote(this.bench, given.filter((p) => !offered.includes(p))),
      h('p', { 'data-testid': 'compare-about' }, `${shownName(view)}. ${t('compare.maps.about', { n: plain(frames.length, lang) })}`),
      h('div', { class: 'bench-maps', 'data-testid': 'compare-maps' }, frames.map((f) => this.#map(view, f, drawing, ground))),
      legend(view, frames),
      new Set(frames.map((f) => f.series)).size > 1 && h('p', { class: 'data-good' }, t('compare.maps.series')),
      breakNotes(breaksBetween(view, periods[0], periods.at(-1))),
      this.#choice(offered, periods),
      sources(frames.flatMap((f) => [...f.frame.values()].map((r) => r.figure))),
      downloads(h('a', { href: url(figuresPath({ ...state, series: null, period: null }, 'csv')), download: true, 'data-testid': 'compare-csv' }, t('compare.csv.all'))),
    ];
  }

  #drawing({ geo, outline }) {
    if (!this.drawings.has(geo)) {
      const around = [...(outline?.features ?? []), ...geo.features];
      const ground = outline && [...project(outline.features, WIDTH, around).shapes.values()].join('');
      this.drawings.set(geo, { drawing: project(geo.features, WIDTH, around), ground });
    }
    return this.drawings.get(geo);
  }

  #map(view, { period, series, frame, total }, drawing, ground) {
    const now = period === view.state.period;
    const having = [...frame.values()].filter((r) => r.value !== null).length;
    const sum = view.indicator.space_rule === 'sum' && total ? withUnit(total.sum, view.indicator, lang) : null;
    const told = tn('compare.maps.regions', having, { n: plain(having, lang), set: having === 1 ? local(view.set.one) : setName(view.set) });
    const words = [periodInSentence(period, lang), seriesLabel(view.catalogue.seriesOf(series)), sum, told].filter(Boolean);
    return h(
      'figure',
      { class: now ? 'is-now' : null },
      h('button', { type: 'button', class: 'bench-map', 'aria-pressed': String(now), 'data-period': period, 'data-focus': `map-${period}`, 'aria-label': words.join(' · '), onclick: () => this.bench.actions.movePeriod(period, true) }, picture(view, frame, drawing, ground)),
      h('figcaption', {}, h('strong', {}, words[0]), h('span', { class: 'soft' }, words[1]), words.slice(2).map((w) => h('span', {}, w))),
    );
  }

  #choice(offered, periods) {
    const toggle = (e) => {
      const next = e.target.checked ? [...periods, e.target.value] : periods.filter((p) => p !== e.target.value);
      if (next.length < FEWEST) {
        e.target.checked = true;
        return;
      }
      this.rest = inOrder(next).join(',');
      this.bench.changed();
    };
    const full = periods.length >= MOST;
    const box = (p) => {
      const checked = periods.includes(p);
      return h('label', { class: 'data-check' }, h('input', { type: 'checkbox', value: p, checked, disabled: full && !checked, 'data-focus': `year-${p}`, onchange: toggle }), periodInSentence(p, lang));
    };
    return h(
      'details',
      { open: this.open, ontoggle: (e) => (this.open = e.target.open) },
      h('summary', { 'data-focus': 'years', 'data-testid': 'compare-years' }, t('compare.maps.choose', { n: MOST })),
      h('div', { class: 'bench-years' }, offered.map(box)),
    );
  }
}

function picture(view, frame, drawing, ground) {
  const { classes } = view.data;
  const circles = view.indicator.display === 'symbol' || view.pointsOnly;
  const largest = view.data.largest(view.state.period);
  const colour = (row) => classes?.colours[row.class] ?? STATE_FILL[row.state] ?? NEUTRAL;
  const fill = (row) => (circles && row.value ? NEUTRAL : colour(row));
  const shown = view.state.region && drawing.shapes.get(view.state.region);
  const circle = ([code, [cx, cy]]) => {
    const row = frame.get(code);
    if (!row?.value) return null;
    return svg('circle', { cx, cy, r: radius(row.value, largest, CIRCLE), fill: colour(row), class: 'swatch-line' });
  };
  return svg(
    'svg',
    { viewBox: `-2 -2 ${drawing.width + 4} ${drawing.height + 4}`, 'aria-hidden': 'true', focusable: 'false' },
    ground && svg('path', { d: ground, class: 'bench-ground' }),
    [...byFill(frame, drawing.shapes, fill)].map(([f, d]) => svg('path', { d, fill: f, class: f === STATE_FILL.zero ? 'bench-region is-zero' : 'bench-region' })),
    circles && [...drawing.points].sort((a, b) => (frame.get(b[0])?.value ?? 0) - (frame.get(a[0])?.value ?? 0)).map(circle),
    shown && svg('path', { d: shown, class: 'bench-chosen' }),
  );
}

/** One for all maps: the classes, and the states that occur in one of them. */
function legend(view, frames) {
  const { classes } = view.data;
  const states = new Set(frames.flatMap((f) => [...statesIn(f.frame)]));
  const entry = (fill, words) => h('li', {}, svg('svg', { class: 'swatch', width: 22, height: 14, 'aria-hidden': 'true' }, svg('rect', { x: 1, y: 1, width: 20, height: 12, fill, class: 'swatch-line' })), ' ', words);
  const title = unitAfter(view.indicator, lang) || local(view.indicator.unit_name);
  return h(
    'ul',
    { class: 'diff-legend', 'data-testid': 'compare-legend', 'aria-label': t('compare.maps.legend') },
    h('li', { class: 'soft' }, title),
    (classes?.colours ?? []).map((c, i) => entry(c, boundsLabel(classes.bounds, i, view.indicator.unit))),
    STATES.filter((s) => states.has(s)).map((s) => entry(STATE_FILL[s], t(`state.${s}`))),
    (view.indicator.display === 'symbol' || view.pointsOnly) && h('li', {}, t('legend.circles')),
  );
}

/** @param {import('./compare.js').Bench} bench */
export const maps = (bench) => new Maps(bench);
