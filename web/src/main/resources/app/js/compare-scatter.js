import { h, svg } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { axisNumber, plain, upperFirst, withUnit } from './format.js';
import { figuresPath, url } from './api.js';
import { sources } from './story.js';
import { periodInSentence, seriesLabel, setName } from './options.js';
import { field, table } from './data-parts.js';
import { axis, canLog, pairsOf, placeNames } from './compare-pairs.js';
import { csvLink, downloads, figuresIn, shownName, unknownNote, value, viewOf } from './compare-parts.js';

/** Two indicators of the same regions in the same period, as points. It shows what lies together, and claims no cause. */

const box = (width) => ({ width, height: Math.round(width * 0.8), left: 56, right: 14, top: 14, bottom: 44 });

class Scatter {
  constructor(bench) {
    this.bench = bench;
    /** `forest_loss`, or `forest_loss/log`. */
    this.rest = null;
  }

  key(view) {
    const { indicator, regionSet, measure, series, period, region } = view.state;
    return [indicator, regionSet, measure, series, period, region, this.rest].join(' ');
  }

  picks(code) {
    this.bench.actions.choose({ region: code });
    return true;
  }

  drawn() {
    this.bench.map.clear();
  }

  async content(view) {
    const offered = others(view);
    const period = periodInSentence(view.state.period, lang);
    if (!offered.length) return [h('p', { 'data-testid': 'compare-none' }, t('compare.scatter.none', { set: setName(view.set), period }))];
    const [given, way] = (this.rest ?? '').split('/');
    const other = offered.find((i) => i.id === given) ?? offered.find((i) => i.theme !== view.indicator.theme) ?? offered[0];
    const data = await figuresIn(view, this.bench, other.id, 'actual');
    const series = view.catalogue.seriesForPeriod(other.id, view.set.id, 'actual', view.state.period, null);
    const own = { x: view, y: viewOf(view, { indicator: other.id, series, measure: 'actual' }) };
    const { pairs, left } = pairsOf(view.frame, data.frame(series, view.state.period));
    const log = canLog(pairs);
    const byLog = log && way === 'log';
    this.rest = byLog ? `${other.id}/log` : other.id;
    return [
      unknownNote(this.bench, given && given !== other.id ? [given] : []),
      field(t('compare.scatter.with'), this.#choice(view, offered, other), t('compare.scatter.with.hint', { period })),
      h('p', { 'data-testid': 'compare-about' }, tn('compare.scatter.about', pairs.length, { n: plain(pairs.length, lang), set: pairs.length === 1 ? local(view.set.one) : setName(view.set), period })),
      pairs.length > 1 && this.#chart(view, own, pairs, byLog),
      pairs.length > 1 && this.#scale(log, byLog, other),
      this.#chosen(view, own, pairs),
      pairs.length > 0 && h('p', { class: 'soft' }, t('compare.scatter.noCause')),
      this.#left(view, own, left),
      pairs.length > 0 && table(t('compare.scatter.table'), [[upperFirst(local(view.set.one))], [shownName(own.x), true], [shownName(own.y), true]], [...pairs].reverse().map((p) => this.#row(view, own, p)), 15),
      sources(pairs.flatMap((p) => [p.rowX.figure, p.rowY.figure])),
      this.#downloads(view, own, pairs),
    ];
  }

  #choice(view, offered, other) {
    const groups = view.catalogue.themes.map((theme) => [theme, offered.filter((i) => i.theme === theme.id)]).filter(([, all]) => all.length);
    const option = (i) => h('option', { value: i.id, selected: i === other }, local(i.name));
    const choose = (e) => this.#set(e.target.value);
    return h('select', { 'data-testid': 'compare-other', onchange: choose }, groups.map(([theme, all]) => h('optgroup', { label: local(theme.name) }, all.map(option))));
  }

  #set(rest) {
    this.rest = rest;
    this.bench.changed();
  }

  #scale(can, byLog, other) {
    if (!can) return h('p', { class: 'soft' }, t('compare.scatter.noLog'));
    const change = (e) => this.#set(e.target.checked ? `${other.id}/log` : other.id);
    return h('label', { class: 'data-check' }, h('input', { type: 'checkbox', checked: byLog, 'data-testid': 'compare-log', onchange: change }), t('compare.scatter.log'));
  }

  /** One stop of the Tab key for all points; arrows go from one to the next, from left to right. */
  #chart(view, own, pairs, log) {
    const area = box(this.bench.width());
    const x = axis(pairs.map((p) => p.x), log, area.left, area.width - area.right);
    const y = axis(pairs.map((p) => p.y), log, area.height - area.bottom, area.top);
    const chosen = view.state.region;
    const points = pairs.map((p) => ({ ...p, cx: x.at(p.x), cy: y.at(p.y) }));
    const stop = points.some((p) => p.code === chosen) ? chosen : points[0].code;
    const names = placeNames(points, { left: area.left, width: area.width, top: 0, bottom: area.height - area.bottom + 6 }, chosen);
    const point = (p) => {
      const label = `${p.name}: ${withUnit(p.x, own.x.indicator, lang)}; ${withUnit(p.y, own.y.indicator, lang)}`;
      return svg(
        'g',
        {
          class: p.code === chosen ? 'pair is-chosen' : 'pair',
          role: 'button',
          tabindex: p.code === stop ? '0' : '-1',
          'aria-label': label,
          'aria-pressed': String(p.code === chosen),
          'data-code': p.code,
          'data-focus': `pair-${p.code}`,
          onclick: () => this.picks(p.code),
          onfocus: () => this.bench.actions.hover(p.code),
          onblur: () => this.bench.actions.hover(null),
          onpointerenter: () => this.bench.actions.hover(p.code),
          onpointerleave: () => this.bench.actions.hover(null),
        },
        svg('title', {}, label),
        svg('circle', { cx: p.cx, cy: p.cy, r: 12, fill: 'transparent' }),
        svg('circle', { class: 'pair-dot', cx: p.cx, cy: p.cy, r: p.code === chosen ? 7 : 4.5 }),
      );
    };
    const bottom = area.height - area.bottom;
    const picture = svg(
      'svg',
      { viewBox: `0 0 ${area.width} ${area.height}`, class: 'chart bench-scatter', role: 'group', 'aria-label': t('compare.scatter.label', { x: shownName(own.x), y: shownName(own.y) }), 'data-testid': 'compare-scatter', onkeydown: moved },
      y.ticks.map((k) => [svg('line', { class: 'grid', x1: area.left, x2: area.width - area.right, y1: k.at, y2: k.at }), svg('text', { class: 'tick', x: area.left - 6, y: k.at + 4, 'text-anchor': 'end' }, axisNumber(k.value, lang))]),
      x.ticks.map((k) => [svg('line', { class: 'grid', x1: k.at, x2: k.at, y1: area.top, y2: bottom }), svg('text', { class: 'tick', x: k.at, y: bottom + 16, 'text-anchor': 'middle' }, axisNumber(k.value, lang))]),
      svg('text', { class: 'tick', x: area.width - area.right, y: area.height - 6, 'text-anchor': 'end' }, `${shownName(own.x)} →`),
      points.map(point),
      names.map((n) => svg('text', { class: n.code === chosen ? 'tick is-now' : 'tick', x: n.x, y: n.y, 'text-anchor': n.anchor, 'aria-hidden': 'true' }, n.name)),
    );
    return h('figure', {}, h('figcaption', { class: 'soft' }, `↑ ${shownName(own.y)}`), picture);
  }

  #chosen(view, own, pairs) {
    const pair = pairs.find((p) => p.code === view.state.region);
    if (!pair) return h('p', { class: 'soft' }, t('compare.scatter.pick'));
    const story = h('button', { type: 'button', class: 'quiet', 'data-testid': 'compare-story', onclick: () => this.bench.actions.chooseRegion(pair.code, true) }, t('compare.scatter.story', { name: pair.name }));
    const told = (axisView, row) => [`${local(axisView.indicator.name)}: `, value(row, axisView, true), ` (${seriesLabel(axisView.series)})`];
    return h('p', { class: 'data-good', 'data-testid': 'compare-chosen', 'aria-live': 'polite' }, h('strong', {}, `${pair.name}. `), told(own.x, pair.rowX), '; ', told(own.y, pair.rowY), '.', h('br'), story);
  }

  /** Who has no point, how many, and why. */
  #left(view, own, left) {
    if (!left.length) return h('p', { class: 'soft', 'data-testid': 'compare-left' }, t('compare.scatter.all'));
    const reason = (axisView, state) => state && `${local(axisView.indicator.name)}: ${t(`state.${state}`).toLowerCase()}`;
    const group = (g) =>
      h('li', {}, h('strong', {}, plain(g.rows.length, lang)), ` · ${[reason(own.x, g.stateX), reason(own.y, g.stateY)].filter(Boolean).join('; ')}. `, h('span', { class: 'soft' }, someNames(g.rows)));
    const count = left.reduce((n, g) => n + g.rows.length, 0);
    return h('details', { open: true, 'data-testid': 'compare-left' }, h('summary', { 'data-focus': 'left' }, tn('compare.scatter.left', count, { n: plain(count, lang) })), h('ul', { class: 'data-list' }, left.map(group)));
  }

  #row(view, own, p) {
    const name = h('button', { type: 'button', class: 'quiet', 'data-focus': `row-${p.code}`, onclick: () => this.picks(p.code) }, p.name);
    const cell = (row, axisView) => h('td', { class: 'right' }, value(row, axisView));
    return h('tr', { 'data-code': p.code, 'aria-current': p.code === view.state.region ? 'true' : null }, h('th', { scope: 'row' }, name), cell(p.rowX, own.x), cell(p.rowY, own.y));
  }

  #downloads(view, own, pairs) {
    const { state } = view;
    const figures = (axisView) => h('a', { href: url(figuresPath(axisView.state, 'csv')), download: true }, `${local(axisView.indicator.name)} (CSV)`);
    const columns = ['region_set', 'region_code', 'region_name', 'period', state.indicator, `${state.indicator}.series`, own.y.state.indicator, `${own.y.state.indicator}.series`, 'release'];
    const rows = pairs.map((p) => [state.regionSet, p.code, p.name, state.period, p.x, state.series, p.y, own.y.state.series, view.data.release]);
    return downloads(csvLink(`yunga-${state.indicator}-${own.y.state.indicator}-${state.regionSet}-${state.period.replaceAll('/', '-')}`, columns, rows), figures(own.x), figures(own.y));
  }
}

/** Indicators with figures of the same set in the same period. */
function others({ catalogue, state }) {
  const having = (i) => i.id !== state.indicator && catalogue.available(i.id, state.regionSet, 'actual').some((a) => a.periods.includes(state.period));
  return catalogue.indicators.filter(having);
}

function someNames(rows) {
  const shown = rows.slice(0, 8).map((r) => r.name).join(', ');
  return rows.length > 8 ? t('compare.names.more', { names: shown, n: plain(rows.length - 8, lang) }) : `${shown}.`;
}

const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

function moved(event) {
  const points = [...event.currentTarget.querySelectorAll('.pair')];
  const now = points.indexOf(document.activeElement);
  if (now < 0) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    points[now].dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return;
  }
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? points.length - 1 : now + (STEPS[event.key] ?? 0);
  if (to === now || !points[to]) return;
  event.preventDefault();
  points[now].setAttribute('tabindex', '-1');
  points[to].setAttribute('tabindex', '0');
  points[to].focus();
}

/** @param {import('./compare.js').Bench} bench */
export const scatter = (bench) => new Scatter(bench);
