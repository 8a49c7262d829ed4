import { h } from './dom.js';
import { ask, url } from './api.js';
import { lang, local, t, useLanguage } from './i18n.js';
import { amount, percent, upperFirst } from './format.js';
import { setName } from './options.js';
import { choices, failure, field, right, table } from './data-parts.js';
import { letter } from './compare-map.js';
import { sharedGround } from './compare-region-rows.js';

/** The ground that each of several regions shares with the regions of another set: hectares, and how much of it that is. */

const chosen = { with: 'districts', open: false };

/** Asked for when it is opened. */
export function overlapsOfAll(view, regions) {
  const outlined = new Set(view.geo.features.filter((f) => f.properties.geometry_kind === 'boundary').map((f) => f.properties.code));
  const own = regions.map((r, i) => ({ ...r, letter: letter(i) })).filter((r) => outlined.has(r.code));
  const others = view.catalogue.regionSets.filter((s) => s.with_boundary && s.id !== view.set.id && s.id !== 'country');
  if (!own.length || !others.length || view.set.id === 'country') return null;
  const place = h('div', { 'data-testid': 'compare-ground', 'aria-live': 'polite' });
  const other = () => others.find((s) => s.id === chosen.with) ?? others[0];
  const load = () => fill(view, own, other(), place);
  const choose = (e) => {
    chosen.with = e.target.value;
    load();
  };
  const select = choices(others.map((s) => [s.id, local(s.name)]), other().id, { 'data-testid': 'compare-ground-with', onchange: choose });
  const toggled = (e) => {
    chosen.open = e.target.open;
    if (chosen.open && !place.childElementCount) load();
  };
  return h('details', { open: chosen.open, ontoggle: toggled }, h('summary', { 'data-focus': 'ground' }, t('compare.ground')), field(t('compare.ground.with'), select), place);
}

const path = (view, region, other) => `overlaps?${new URLSearchParams({ 'region-set': view.set.id, with: other.id, region: region.code })}`;

async function fill(view, regions, other, place) {
  place.wanted = other.id;
  place.replaceChildren(h('p', { class: 'soft' }, t('compare.ground.busy')));
  try {
    await useLanguage(lang, 'overlaps-');
    const answers = await Promise.all(regions.map((r) => ask(path(view, r, other), lang)));
    if (place.wanted === other.id) place.replaceChildren(...content(view, regions, other, answers).flat(Infinity).filter(Boolean));
  } catch (error) {
    if (place.wanted === other.id) place.replaceChildren(failure(error));
  }
}

function content(view, regions, other, answers) {
  const rows = sharedGround(answers, regions.map((r) => r.code));
  const heads = [[upperFirst(local(other.one))], ...regions.map((r) => [[h('span', { class: 'bench-letter' }, r.letter), ` ${r.name}`], true])];
  const cell = (c) => (c ? right(`${hectares(c.hectares)} ha`, h('br'), h('span', { class: 'soft' }, share(c.share))) : right('–'));
  const row = (r) => h('tr', { 'data-code': r.code ?? '' }, h('th', { scope: 'row' }, r.name ?? h('em', {}, t('overlaps.outside'))), r.cells.map(cell));
  const csv = regions.map((r) => h('a', { href: url(`${path(view, r, other)}&f=csv`), download: true }, `${r.name} (CSV)`));
  return [
    rows.length ? table(t('overlaps.label', { set: setName(other) }), heads, rows.map(row), 12) : h('p', {}, t('overlaps.nothing')),
    h('p', { class: 'soft' }, `${t('compare.ground.about', { least: answers[0].tolerance_ha })} ${local(answers[0].method)}`),
    h('p', { class: 'download-line' }, csv),
  ];
}

/** A little is never shown as nothing. */
const hectares = (v) => (v > 0 && v < 0.05 ? `< ${amount(0.1, 'ha', lang)}` : amount(v, 'ha', lang));
const share = (v) => (v === null ? '' : v > 0 && v < 0.0005 ? `< ${percent(0.001, lang)}` : percent(v, lang));

