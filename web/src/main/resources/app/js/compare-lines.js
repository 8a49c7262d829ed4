import { h, svg } from './dom.js';
import { lang, t } from './i18n.js';
import { axisNumber, withUnit } from './format.js';
import { niceTicks, path, scale, segments } from './geometry.js';
import { letter } from './compare-map.js';
import { lineOf } from './compare-region-rows.js';

/** A small chart for each region, all on one scale; in each the other regions stand behind as thin lines. */

/** Two beside each other. @param {number} room for both */
const box = (room) => ({ width: Math.floor((room - 16) / 2), height: Math.round(80 + room / 20), left: 52, right: 8, top: 8, bottom: 18 });

/** @param {object} view @param {{code: string, name: string}[]} regions @param {number} room @returns {Node|null} */
export function smallLines(view, regions, room) {
  const area = box(room);
  const rank = (s) => view.catalogue.seriesOf(s).rank;
  const lines = regions.map((r) => lineOf(view.data.history(r.code), view.state.series, rank));
  const all = lines.flat();
  if (all.length < 2) return null;
  const xs = all.map((p) => p.x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const values = all.map((p) => p.value);
  const ticks = niceTicks(Math.min(...values), Math.max(...values));
  const place = {
    area,
    x: scale(first, last, area.left, area.width - area.right),
    y: scale(ticks[0], ticks.at(-1), area.height - area.bottom, area.top),
    ticks,
    first: Math.floor(first),
    last: Math.floor(last),
    breaks: view.catalogue.breaks.filter((b) => b.indicator === view.indicator.id && +b.before > first && +b.before < last),
  };
  const paths = lines.map((points) => segments(points).map((s) => path(s.points, place.x, place.y)));
  return h('div', { class: 'bench-lines', 'data-testid': 'compare-lines' }, regions.map((r, i) => chart(view, r, i, lines[i], paths, place)));
}

function chart(view, region, index, points, paths, { area, x, y, ticks, first, last, breaks }) {
  const own = paths[index].map((d) => svg('path', { class: 'line', d }));
  const others = paths.flatMap((all, i) => (i === index ? [] : all)).map((d) => svg('path', { class: 'line is-behind', d }));
  const years = first === last ? [first] : [first, last];
  const end = (year) => (year === first && first !== last ? 'start' : 'end');
  return h(
    'figure',
    { 'data-code': region.code },
    h('figcaption', {}, h('span', { class: 'bench-letter' }, letter(index)), ` ${region.name}`),
    svg(
      'svg',
      { viewBox: `0 0 ${area.width} ${area.height}`, class: 'chart', role: 'img', 'aria-label': summary(view, region, points) },
      [ticks[0], ticks.at(-1)].map((v) => [
        svg('line', { class: 'grid', x1: area.left - 4, x2: area.width - area.right, y1: y(v), y2: y(v) }),
        svg('text', { class: 'tick', x: area.left - 8, y: y(v) + 4, 'text-anchor': 'end' }, axisNumber(v, lang)),
      ]),
      years.map((year) => svg('text', { class: 'tick', x: year === first ? area.left : area.width - area.right, y: area.height - 3, 'text-anchor': end(year) }, year)),
      breaks.map((b) => svg('line', { class: 'break', x1: x(+b.before), x2: x(+b.before), y1: area.top, y2: area.height - area.bottom })),
      others,
      own,
      points.map((p) => svg('circle', { class: `dot${p.figure.period === view.state.period && p.series === view.state.series ? ' is-now' : ''}`, cx: x(p.x), cy: y(p.value), r: 2.2 })),
    ),
  );
}

/** The chart in words; its numbers follow in the table. */
function summary(view, region, points) {
  if (!points.length) return t('compare.lines.none', { name: region.name });
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const say = (p) => `${withUnit(p.value, view.indicator, lang)} (${p.figure.period})`;
  return t('compare.lines.summary', { name: region.name, first: say(sorted[0]), last: say(sorted.at(-1)) });
}
