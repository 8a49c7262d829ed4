import { h, svg } from './dom.js';
import { lang, local, t } from './i18n.js';
import { axisNumber, withUnit } from './format.js';
import { layout } from './geometry.js';
import { groupBy, leading, linePoints } from './figures.js';
import { figureCard, withCard } from './card.js';
import { seriesLabel } from './options.js';

/** The chart over the years: a line per series, breaks between them dashed, targets as ticks. */

const BOX = { width: 332, height: 180, left: 48, right: 10, top: 30, bottom: 22 };
/** So many series are named below; the others are in the table. */
const KEYS = 4;

/**
 * @param {object} view @param {object[]} history figures of the region @param {object[]} targets likewise
 * @param {(period: string, series: string) => void} onPeriod
 */
export function chart(view, history, targets, onPeriod) {
  const all = linePoints(history);
  const best = new Set(leading(all.filter((p) => p.figure.status === 'final'), null, (s) => view.catalogue.seriesOf(s).rank));
  // The chosen series whole; of the others what nothing better covers. The rest is in the table.
  const points = all.filter((p) => p.series === view.state.series || best.has(p));
  const aims = linePoints(targets);
  if (points.length + aims.length < 2) return null;
  const breaks = view.catalogue.breaks
    .filter((b) => b.indicator === view.indicator.id)
    .map((b) => ({ at: +b.before, label: local(b.label) }));
  const l = layout({ points, targets: aims, breaks, box: BOX });
  const groups = [...groupBy(points, (p) => p.series)].sort((a, b) => b[1].length - a[1].length).map(([s]) => s);
  const order = [view.state.series, ...groups.filter((s) => s !== view.state.series)];
  const rank = (series) => `series-${Math.min(order.indexOf(series), 3)}`;
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: 'img', class: 'chart is-one', 'aria-label': summary(view, points) },
    l.valueTicks.map((k) => [
      svg('line', { class: 'grid', x1: BOX.left - 4, x2: BOX.width - BOX.right + 4, y1: k.y, y2: k.y }),
      svg('text', { class: 'tick', x: BOX.left - 8, y: k.y + 4, 'text-anchor': 'end' }, axisNumber(k.value, lang)),
    ]),
    l.yearTicks.map((k) => svg('text', { class: 'tick', x: k.x, y: BOX.height - 4, 'text-anchor': 'middle' }, k.year)),
    l.breaks.map((b) => [
      svg('line', { class: 'break', x1: b.x, x2: b.x, y1: b.y + 2, y2: BOX.height - BOX.bottom }),
      svg('text', { class: 'tick', x: b.from, y: b.y - 2 }, b.label),
    ]),
    l.lines.map((s) => svg('path', { class: `line ${rank(s.series)}`, d: s.d })),
    l.targets.map((p) => dot(p, view, () => svg('path', { class: 'target', d: `M${p.cx - 6} ${p.cy}h12` }), onPeriod)),
    l.dots.map((p) => {
      const now = p.figure.period === view.state.period && p.series === view.state.series;
      const mark = () => svg('circle', { class: `dot ${rank(p.series)} ${now ? 'is-now' : ''}`, cx: p.cx, cy: p.cy, r: now ? 5 : 2.6 });
      return dot(p, view, mark, onPeriod);
    }),
  );
  return h('figure', {}, picture, key(order, rank, view, aims.length > 0, points.length > 0));
}

/** A mark with a wider invisible ground, so that it can be hit. */
function dot(point, view, mark, onPeriod) {
  const ground = svg('circle', { cx: point.cx, cy: point.cy, r: 9, fill: 'transparent' });
  const group = svg('g', { onclick: () => onPeriod(point.figure) }, ground, mark());
  return withCard(group, () => figureCard(point.figure, view));
}

function key(order, rank, view, hasTargets, hasPoints) {
  const used = hasPoints ? order.slice(0, KEYS) : [];
  const items = used.map((id) =>
    h('span', {}, line(`line ${rank(id)}`), seriesLabel(view.catalogue.seriesOf(id))),
  );
  if (hasPoints && order.length > KEYS) items.push(h('span', {}, t('chart.more', { n: order.length - KEYS })));
  if (hasTargets) items.push(h('span', {}, line('target'), t('measure.target')));
  return h('figcaption', { class: 'chart-key' }, items);
}

function line(className) {
  return svg('svg', { width: 18, height: 8, 'aria-hidden': 'true' }, svg('path', { class: className, d: 'M1 4h16' }));
}

/** The chart in words; its figures follow in the table. */
function summary(view, points) {
  const own = points.filter((p) => p.series === view.state.series).sort((a, b) => a.x - b.x);
  if (!own.length) return t('chart.label');
  const say = (p) => `${withUnit(p.value, view.indicator, lang)} (${p.figure.period})`;
  const low = own.reduce((a, b) => (b.value < a.value ? b : a));
  const high = own.reduce((a, b) => (b.value > a.value ? b : a));
  return t('chart.summary', {
    series: seriesLabel(view.series),
    first: say(own[0]),
    last: say(own[own.length - 1]),
    low: say(low),
    high: say(high),
  });
}
