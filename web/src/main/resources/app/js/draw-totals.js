import { h, svg } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { amount, axisNumber, lowerFirst, percent, plain } from './format.js';
import { layout } from './geometry.js';

/** The answer about one polygon: its area, each kind in a year, a line per kind over the years, and the whole table. */

const BOX = { width: 332, height: 170, left: 48, right: 10, top: 12, bottom: 22 };

/** Hectares; a little is never shown as nothing. */
export function hectares(value) {
  return value > 0 && value < 0.05 ? `< ${plain(0.1, lang, 1)}` : amount(value, 'ha', lang);
}

/** `3.2 ha` */
export function withHectares(value) {
  return `${hectares(value)}\u00a0ha`;
}

/** `8 MB` */
export function megabytes(bytes) {
  return `${plain(bytes / 1048576, lang, 0, 1)}\u00a0MB`;
}

/** What a total says: `3.2 ha en 5 parcelas`, or its state; with what the plots carry, where they carry something. */
export function totalWords(total, kind) {
  if (total?.state !== 'value') return t(`state.${total?.state ?? 'missing'}`);
  const plots = plotWords(total.count);
  const words = sized(total) ? t('draw.inPlots', { ha: sized(total), plots }) : plots;
  if (!kind?.value || total.value === undefined || total.value === null) return words;
  return `${words}; ${plain(total.value, lang, 0, kind.value.unit ? 1 : 0)} ${kind.value.unit || lowerFirst(local(kind.value.name))}`;
}

/** Areas have hectares, lines kilometres, points nothing. */
export function sized({ hectares: ha, kilometres: km }) {
  if (ha !== undefined && ha !== null) return withHectares(ha);
  return km === undefined || km === null ? '' : `${amount(km, 'km', lang)}\u00a0km`;
}

/** How much of the hectares comes from plots that the outline cuts. */
export function borderWords({ hectares: whole, border_hectares: border }) {
  if (!border || !whole) return t('draw.border.none');
  const share = border / whole;
  return t('draw.border', { share: share < 0.001 ? `< ${percent(0.001, lang)}` : percent(share, lang) });
}

/** Between what an estimate lies; empty for an exact total. */
export function boundsWords({ estimated, count_low: low, count_high: high }) {
  return estimated ? t('draw.bounds', { low: plain(low, lang), high: plain(high, lang) }) : '';
}

/** What is said beside a total: of an estimate its bounds, of an exact one what the border cuts. */
function besides(total) {
  if (total?.state !== 'value') return null;
  const words = total.estimated === undefined ? total.hectares !== undefined && borderWords(total) : boundsWords(total);
  return words ? h('span', { class: 'soft' }, `; ${words}`) : null;
}

function plotWords(count) {
  return tn('draw.plots', count, { n: plain(count, lang) });
}

export function areaLine(query) {
  const number = h('span', { 'data-testid': 'draw-area', 'data-hectares': query.area_ha }, hectares(query.area_ha));
  const around = query.buffer_m ? ` ${t('draw.around', { km: plain(query.buffer_m / 1000, lang, 0, 3) })}` : '';
  const rest = ` ha${around} · ${tn('draw.vertices', query.vertices, { n: plain(query.vertices, lang) })}`;
  return h('p', { class: 'large', id: 'draw-area', tabindex: '-1' }, number, h('span', { class: 'unit soft' }, rest));
}

/** @param {{kinds: object[], years: number[]}} plots of /info @param {number} year @param {(year: number) => void} onYear */
export function yearSummary(query, plots, year, onYear) {
  const of = index(query.totals);
  const option = (y) => h('option', { value: y, selected: y === year }, y);
  const select = h(
    'select',
    { 'aria-label': t('draw.year'), 'data-testid': 'draw-year', 'data-focus': 'draw-year', onchange: (e) => onYear(+e.target.value) },
    [...plots.years].reverse().map(option),
  );
  const line = (kind, i) => {
    const total = of(kind.id, year);
    return h(
      'li',
      {},
      key(kind, i),
      h(
        'span',
        {},
        h('strong', {}, local(kind.name)),
        h('br'),
        totalWords(total, kind),
        besides(total),
      ),
    );
  };
  return [h('h3', { class: 'draw-year' }, t('draw.inYear'), ' ', select), h('ul', { class: 'draw-kinds' }, plots.kinds.map(line))];
}

/** A line per kind; where nothing may be told there is no point, and the line is cut. */
export function yearChart(query, plots, year, onYear) {
  const points = query.totals
    .filter((r) => Number.isFinite(r.hectares) && r.state !== 'withheld')
    .map((r) => ({ series: r.kind, x: r.year + 0.5, start: r.year, end: r.year + 1, value: r.hectares, figure: r }));
  if (plots.years.length < 2 || !points.some((p) => p.value > 0)) return null;
  const place = new Map(plots.kinds.map((k, i) => [k.id, { kind: k, i }]));
  const l = layout({ points, targets: [], breaks: [], box: BOX });
  const now = l.x(year + 0.5);
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: 'img', class: 'chart', 'data-testid': 'draw-chart', 'aria-label': t('draw.chart') },
    l.valueTicks.map((k) => [
      svg('line', { class: 'grid', x1: BOX.left - 4, x2: BOX.width - BOX.right + 4, y1: k.y, y2: k.y }),
      svg('text', { class: 'tick', x: BOX.left - 8, y: k.y + 4, 'text-anchor': 'end' }, axisNumber(k.value, lang)),
    ]),
    l.yearTicks.map((k) => svg('text', { class: 'tick', x: k.x, y: BOX.height - 4, 'text-anchor': 'middle' }, k.year)),
    svg('line', { class: 'break', x1: now, x2: now, y1: BOX.top - 6, y2: BOX.height - BOX.bottom }),
    l.lines.map((s) => coloured(svg('path', { class: `draw-series dash-${place.get(s.series)?.i ?? 0}`, d: s.d }), place.get(s.series)?.kind)),
    l.dots.map((p) => {
      const { kind, i } = place.get(p.series) ?? {};
      const title = `${local(kind?.name)} ${p.figure.year}: ${totalWords(p.figure)}`;
      const ground = svg('circle', { cx: p.cx, cy: p.cy, r: 8, fill: 'transparent' });
      const mark = symbol(i, p.cx, p.cy, p.figure.year === year ? 4 : 2.4);
      return coloured(svg('g', { onclick: () => onYear(p.figure.year) }, svg('title', {}, title), ground, mark), kind);
    }),
  );
  return h('figure', { class: 'draw-chart' }, h('figcaption', { class: 'soft' }, t('draw.chart.title')), picture);
}

/** Kinds differ in shape and dashes too, not by colour alone. */
function symbol(i, x, y, r) {
  const shapes = [
    `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    `M${x} ${y - r * 1.3}l${r * 1.3} ${r * 2.3}h${-r * 2.6}z`,
    `M${x} ${y - r * 1.4}l${r * 1.4} ${r * 1.4}l${-r * 1.4} ${r * 1.4}l${-r * 1.4} ${-r * 1.4}z`,
  ];
  return svg('path', { class: 'draw-dot', d: shapes[(i ?? 0) % shapes.length] });
}

function key(kind, i) {
  const picture = svg('svg', { width: 26, height: 12, 'aria-hidden': 'true' });
  picture.append(svg('path', { class: `draw-series dash-${i}`, d: 'M1 6h24' }), symbol(i, 13, 6, 3.4));
  return coloured(picture, kind);
}

function coloured(element, kind) {
  element.style.setProperty('--kind', `var(--kind-${kind?.palette}, var(--series))`);
  return element;
}

/** Every kind and year, the latest year first. */
export function totalsTable(query, plots, year) {
  const of = index(query.totals);
  const cell = (kind, y) => {
    const total = of(kind.id, y);
    const has = total?.state === 'value';
    const hooks = { class: 'right', 'data-testid': 'draw-total', 'data-kind': kind.id, 'data-year': y, 'data-state': total?.state ?? 'missing', 'data-hectares': total?.hectares, 'data-count': total?.count };
    if (!has) return h('td', hooks, h('span', { class: 'soft' }, totalWords(total)));
    return h('td', hooks, total.hectares === undefined ? sized(total) : hectares(total.hectares), ' ', h('span', { class: 'soft draw-count' }, plain(total.count, lang)));
  };
  const row = (y) => h('tr', { 'aria-current': y === year ? 'true' : null }, h('th', { scope: 'row' }, y), plots.kinds.map((k) => cell(k, y)));
  const head = (k) => h('th', { scope: 'col', class: 'right' }, local(k.name), ' ', h('span', { class: 'draw-count' }, 'ha'), ' ', h('span', { class: 'draw-count' }, t('draw.units')));
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('draw.table'), 'data-focus': 'draw-table' },
    h(
      'table',
      { class: 'draw-table' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('draw.year')), plots.kinds.map(head))),
      h('tbody', {}, [...plots.years].reverse().map(row)),
    ),
  );
}

function index(totals) {
  const rows = new Map(totals.map((r) => [`${r.kind} ${r.year}`, r]));
  return (kind, year) => rows.get(`${kind} ${year}`);
}
