import { asKept, h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { ask, request } from './api.js';
import { plain } from './format.js';
import { cell, choices, failure, field, heading, number, problemWords, right, table } from './data-parts.js';

/** Limits of a region set: since when they hold, what was found wrong with them, and what became of those of an earlier release. */
export async function boundaries(panel, { set: wanted, from }) {
  const [sets, list, datasets] = await Promise.all([ask('region-sets', lang), request('releases?limit=100', lang), request('datasets', lang)]);
  const offered = sets.region_sets.filter((s) => s.regions > 0);
  const set = offered.find((s) => s.id === wanted) ?? offered.find((s) => s.id === 'districts' && s.with_boundary) ?? offered[0];
  if (!set) return [heading(t('data.boundaries')), h('p', {}, t('data.boundaries.none'))];
  const geo = await ask(`region-sets/${set.id}`, lang);
  const current = list.releases[0]?.id;
  const earlier = list.releases.filter((r) => r.id !== current).map((r) => [r.id, t('data.release', { id: r.id })]);
  const go = (given) => panel.show('boundaries', { set: set.id, from, ...given });
  const chooseSet = choices(offered.map((s) => [s.id, local(s.name)]), set.id, { 'data-testid': 'boundaries-set', onchange: (e) => go({ set: e.target.value }) });
  const chooseFrom = choices([['', '–'], ...earlier], from ?? '', { 'data-testid': 'boundaries-from', onchange: (e) => go({ from: e.target.value }) });
  return [
    heading(t('data.boundaries')),
    field(t('data.role.region_set'), chooseSet),
    facts(set, geo),
    validity(geo.features.map((f) => f.properties)),
    found(set, datasets.datasets),
    h('h3', {}, t('data.crosswalk')),
    h('p', { class: 'soft' }, t('data.crosswalk.how')),
    earlier.length ? field(t('data.crosswalk.from'), chooseFrom) : h('p', {}, t('data.crosswalk.only')),
    from && from !== current && (await crosswalk(set, from, current)),
  ];
}

function facts(set, geo) {
  const drawn = geo.features.filter((f) => f.geometry && f.geometry.type !== 'Point').length;
  const fact = (key, value) => value && [h('dt', {}, t(`data.fact.${key}`)), h('dd', {}, value)];
  return h('dl', { class: 'data-facts' }, fact('counts', `${tn('data.count.regions', set.regions, { n: plain(set.regions, lang) })}, ${t('data.boundaries.drawn', { n: plain(drawn, lang) })}`), fact('definition', local(set.definition)), fact('source', asKept(set.source)), fact('licence', asKept(set.licence)));
}

/** Regions that say since when, or until when, they hold by law. */
function validity(regions) {
  const dated = regions.filter((r) => r.valid_from || r.valid_to);
  const title = h('h3', {}, t('data.validity'));
  if (!dated.length) return [title, h('p', {}, t('data.validity.none'))];
  const row = (r) => h('tr', {}, h('th', { scope: 'row' }, r.name), cell(r.valid_from ?? '–'), cell(r.valid_to ?? '–'));
  return [title, table(t('data.validity'), [[t('data.region')], [t('data.validity.from')], [t('data.validity.to')]], dated.map(row), 12)];
}

/** What was found when the limits in force were loaded: gaps, overlaps, repairs. */
function found(set, datasets) {
  const held = datasets.find((d) => d.state === 'published' && d.id.startsWith(`boundaries/${set.id}@`));
  const title = h('h3', {}, t('data.boundaries.found'));
  if (!held) return [title, h('p', {}, t('data.boundaries.shipped'))];
  if (!held.problems.length) return [title, h('p', {}, t('data.problems.none'))];
  return [title, h('ul', { 'data-testid': 'boundaries-found' }, held.problems.map((p) => h('li', {}, `${problemWords(p.code)}: ${plain(p.count, lang)}`)))];
}

const compared = (region, hectares) => (region.fate === 'not_compared' ? null : hectares);

async function crosswalk(set, from, to) {
  const query = `region-set=${set.id}&from=${from}&to=${to}`;
  let answer;
  try {
    answer = await request(`crosswalks?${query}`, lang);
  } catch (error) {
    return failure(error);
  }
  const changed = answer.regions.filter((r) => r.fate !== 'same' || r.renamed);
  const csv = h('p', { class: 'download-line' }, h('a', { href: `/api/v1/crosswalks?${query}&f=csv`, download: true }, t('data.crosswalk.csv')));
  if (!changed.length) return [h('p', {}, t('data.crosswalk.same')), csv];
  const row = (r) => h('tr', { 'data-code': r.code }, h('th', { scope: 'row' }, r.new_name ?? r.old_name, ' ', h('span', { class: 'soft' }, r.code)), cell(t(`data.crosswalk.${r.fate}`)), right(number(compared(r, r.redrawn_ha))), right(number(compared(r, r.moved_ha))));
  const heads = [[t('data.region')], [t('data.crosswalk.fate')], [t('data.crosswalk.redrawnHa'), true], [t('data.crosswalk.movedHa'), true]];
  return [h('div', { 'data-testid': 'crosswalk' }, table(t('data.crosswalk'), heads, changed.map(row), 12)), csv];
}
