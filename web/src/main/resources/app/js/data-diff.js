import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { request } from './api.js';
import { call, token } from './data-api.js';
import { cell, choices, field, heading, number, quiet, right, signed, signedShare, swatch, table } from './data-parts.js';
import { STEPS, share, steps } from './data-steps.js';

/** What changed from one release to another: as tables, and on the map for one indicator, period and series at a time. */
export async function diff(panel, { from, to }) {
  const path = `releases/${from}/diff?to=${to}`;
  // how plots changed is for who carries a token
  const [answer, list] = await Promise.all([token.get() ? call('GET', path) : request(path, lang), request('releases?limit=100', lang)]);
  const place = h('div', { 'data-testid': 'diff-regions' });
  const groups = groupsOf(answer);
  const ids = list.releases.map((r) => [r.id, t('data.release', { id: r.id })]);
  const other = (name, value) => choices(ids, value, { 'data-testid': `diff-${name}`, onchange: (e) => panel.show('diff', { from, to, [name]: e.target.value }) });
  const show = (group) => regions(panel, place, group);
  if (groups.length) await show(groups[0]);
  const csv = h('a', { href: `/api/v1/releases/${from}/diff?to=${to}&f=csv`, download: true }, t('data.diff.csv'));
  return [
    heading(t('data.diff.title', { from, to })),
    h('div', { class: 'data-pair' }, field(t('data.diff.from'), other('from', from)), field(t('data.diff.to'), other('to', to))),
    datasets(answer),
    h('h3', {}, t('data.diff.figures')),
    groups.length ? sums(panel, groups, show) : h('p', {}, t('data.diff.none')),
    place,
    answer.regions.length > 0 && [h('h3', {}, t('data.diff.boundaries')), boundaries(answer)],
    plots(answer),
    h('p', { class: 'download-line' }, csv),
  ];
}

const keyOf = (r) => [r.indicator, r.measure, r.series, r.region_set, r.period].join(' ');

/** The sums, each with the figures that it is made of; the greatest change first. */
function groupsOf({ sums: all, figures }) {
  const byKey = new Map(all.map((sum) => [keyOf(sum), { sum, figures: [] }]));
  for (const row of figures) {
    if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), { sum: { ...row, sum_before: null, sum_after: null, difference: null }, figures: [] });
    byKey.get(keyOf(row)).figures.push(row);
  }
  return [...byKey.values()].filter((g) => g.figures.length).sort((a, b) => Math.abs(b.sum.difference ?? 0) - Math.abs(a.sum.difference ?? 0));
}

function datasets({ datasets: rows }) {
  if (!rows.length) return h('p', {}, t('data.diff.sameDatasets'));
  return h('ul', { class: 'data-list' }, rows.map((d) => h('li', {}, h('strong', {}, t(`data.fate.${d.fate}`)), ` ${d.id}`)));
}

const change = (before, after, difference) => [right(number(before)), right(number(after)), right(signed(difference)), right(signedShare(share(before, after)))];
const HEADS = () => [[t('data.before'), true], [t('data.after'), true], [t('data.difference'), true], ['%', true]];

function title({ sum }, catalogue) {
  return `${local(catalogue.indicator(sum.indicator)?.name) || sum.indicator}, ${sum.period}`;
}

function sums(panel, groups, show) {
  const { catalogue } = panel.view;
  const row = (g) => {
    const open = quiet(title(g, catalogue), () => show(g), { 'data-testid': 'diff-show' });
    const set = local(catalogue.regionSet(g.sum.region_set)?.name) || g.sum.region_set;
    return h('tr', {}, h('th', { scope: 'row' }, open, h('span', { class: 'soft' }, ` ${set}, ${g.sum.series}`)), change(g.sum.regions_before ? g.sum.sum_before : null, g.sum.regions_after ? g.sum.sum_after : null, g.sum.difference));
  };
  return [h('p', { class: 'soft' }, t('data.diff.how')), table(t('data.diff.figures'), [[t('data.what')], ...HEADS()], groups.map(row), 12)];
}

/** Totals of plots before and after, or why they are not told. */
function plots({ plots: rows, plots_note: note }) {
  const words = t('data.diff.plots');
  if (note) return [h('h3', {}, words), h('p', { class: 'soft', 'data-testid': 'diff-plots-note' }, local(note))];
  if (!rows?.length) return null;
  const size = (r) => ('kilometres_after' in r ? 'kilometres' : 'hectares');
  const unit = (r) => (size(r) === 'kilometres' ? 'km' : 'ha');
  const row = (r) => {
    const [before, after] = [r[`${size(r)}_before`], r[`${size(r)}_after`]].map((value) => Math.round(value * 10) / 10);
    const what = `${r.region_name ?? t('data.nowhere')}, ${local(r.kind_name) || r.kind}, ${r.year}`;
    return h('tr', {}, h('th', { scope: 'row' }, what), right(`${number(r.count_before)} (${number(before)} ${unit(r)})`), right(`${number(r.count_after)} (${number(after)} ${unit(r)})`), right(`${signed(Math.round((after - before) * 10) / 10)} ${unit(r)}`));
  };
  return [h('h3', {}, words), table(words, [[t('data.what')], [t('data.before'), true], [t('data.after'), true], [t('data.difference'), true]], rows.map(row), 12)];
}

async function regions(panel, place, group) {
  const changes = steps(group.figures);
  const rows = [...changes.values()].map(({ row, step }) => h('tr', { 'data-code': row.region_code }, h('th', { scope: 'row' }, swatch(step), ' ', row.region_name), change(row.value_before, row.value_after, row.difference)));
  place.replaceChildren(
    ...[
      h('h3', { 'aria-live': 'polite' }, title(group, panel.view.catalogue)),
      legend(changes),
      table(title(group, panel.view.catalogue), [[t('data.region')], ...HEADS()], rows, 30),
    ].flat().filter(Boolean),
  );
  await panel.map.differences(group.sum.region_set, changes).catch(() => 0);
}

function legend(changes) {
  const seen = new Set([...changes.values()].map((c) => c.step));
  return h('ul', { class: 'diff-legend', 'data-testid': 'diff-legend' }, STEPS.filter((s) => seen.has(s)).map((s) => h('li', {}, swatch(s), ' ', t(`data.diff.${s}`))));
}

function boundaries({ regions: rows }) {
  const row = (r) => h('tr', {}, h('th', { scope: 'row' }, r.region_name), cell(t(`data.fate.${r.fate}`)), right(number(r.area_ha_before)), right(number(r.area_ha_after)), right(number(r.moved_ha)));
  return table(t('data.diff.boundaries'), [[t('data.region')], [''], [t('data.before'), true], [t('data.after'), true], [t('data.diff.moved'), true]], rows.map(row), 12);
}

