import { h } from './dom.js';
import { ask, url } from './api.js';
import { lang, local, t, tn, useLanguage } from './i18n.js';
import { amount, percent, plain, upperFirst } from './format.js';
import { setName } from './options.js';
import { shownRows } from './overlap-rows.js';

/** Which regions of another set share ground with a region: fetched and asked for when somebody opens it. */

await useLanguage(lang, 'overlaps-');

const SHOWN = 10;
/** Hectares of slivers that round to nothing: told to be less than something. */
const TINY = 1e-9;
const chosen = { with: null, all: false, region: null };
let kept = {};

/**
 * The same element while the question is the same, so that it survives a drag of the time bar.
 * @param {object} view with a region @param {object[]} others region sets to compare with
 */
export function overlapsOf(view, others) {
  const region = `${view.set.id}/${view.region}`;
  if (chosen.region !== region) Object.assign(chosen, { region, all: false });
  const other = others.find((s) => s.id === chosen.with) ?? others.find((s) => s.id === 'districts') ?? others[0];
  const id = `${region} ${other.id} ${lang}`;
  if (kept.id !== id) kept = { id, node: build(view, others, other) };
  return kept.node;
}

function build(view, others, other) {
  const place = h('div', { 'data-testid': 'overlaps', 'aria-live': 'polite' });
  const option = (s) => h('option', { value: s.id, selected: s.id === other.id }, local(s.name));
  const choose = (e) => {
    chosen.with = e.target.value;
    chosen.all = false;
    load(view, others.find((s) => s.id === chosen.with), place);
    kept.id = `${chosen.region} ${chosen.with} ${lang}`;
  };
  const select = h('select', { id: 'overlaps-with', 'data-testid': 'overlaps-with', 'data-focus': 'overlaps-with', onchange: choose }, others.map(option));
  load(view, other, place);
  return h('div', { class: 'overlaps' }, h('p', {}, h('label', { for: 'overlaps-with' }, t('overlaps.with')), ' ', select), place);
}

function path(view, other, format) {
  const query = new URLSearchParams({ 'region-set': view.set.id, with: other.id, region: view.region });
  if (format) query.set('f', format);
  return `overlaps?${query}`;
}

async function load(view, other, place) {
  place.wanted = other.id;
  place.replaceChildren(h('p', { class: 'soft' }, t('overlaps.busy')));
  try {
    const answer = await ask(path(view, other), lang);
    if (place.wanted === other.id) fill(answer, view, other, place);
  } catch (error) {
    const words = error.kind === 'offline' ? t('failed.offline') : (error.detail ?? t('failed.refused'));
    const again = h('button', { type: 'button', class: 'button', onclick: () => load(view, other, place) }, t('failed.retry'));
    if (place.wanted === other.id) place.replaceChildren(h('p', {}, words), again);
  }
}

function fill(answer, view, other, place) {
  const { rows, count } = shownRows(answer, view.region, chosen.all ? Infinity : SHOWN);
  const showAll = () => {
    chosen.all = true;
    fill(answer, view, other, place);
    place.querySelector('[tabindex]')?.focus();
  };
  const more = count > rows.length && h('button', { type: 'button', class: 'quiet', 'data-testid': 'overlaps-all', onclick: showAll }, t('overlaps.all', { n: plain(count, lang) }));
  place.replaceChildren(
    ...[rows.length ? table(rows, other) : h('p', {}, t('overlaps.nothing')), more, notes(answer), csv(view, other)].filter(Boolean),
  );
}

function table(rows, other) {
  const heads = [upperFirst(local(other.one)), 'ha', t('overlaps.ofRegion'), t('overlaps.ofOther')];
  const head = (words, i) => h('th', { scope: 'col', class: i ? 'right' : null }, words);
  const cells = (r) => [
    h('th', { scope: 'row' }, r.name ?? h('em', {}, t('overlaps.outside')), other.kind === 'political' && r.code && h('span', { class: 'soft' }, ` ${r.code}`)),
    h('td', { class: 'right' }, hectares(r.hectares)),
    h('td', { class: 'right' }, share(r.ofRegion)),
    h('td', { class: 'right' }, share(r.ofOther)),
  ];
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('overlaps.label', { set: setName(other) }) },
    h('table', {}, h('thead', {}, h('tr', {}, heads.map(head))), h('tbody', {}, rows.map((r) => h('tr', { 'data-code': r.code ?? '' }, cells(r))))),
  );
}

function notes(answer) {
  const { slivers, tolerance_ha: least, without_boundary: without } = answer;
  const words = [slivers.count ? tn('overlaps.slivers', slivers.count, { n: plain(slivers.count, lang), least, ha: hectares(slivers.hectares || TINY) }) : t('overlaps.slivers.none', { least })];
  if (without.length) words.push(tn('overlaps.without', without.length, { n: plain(without.length, lang) }));
  return h('p', { class: 'soft', 'data-testid': 'overlaps-slivers' }, words.join(' '));
}

function csv(view, other) {
  return h('p', { class: 'download-line' }, h('a', { href: url(path(view, other, 'csv')), download: true, 'data-testid': 'overlaps-csv' }, t('overlaps.csv')));
}

/** A little is never shown as nothing. */
function hectares(value) {
  return value > 0 && value < 0.05 ? `< ${plain(0.1, lang, 1)}` : amount(value, 'ha', lang);
}

function share(value) {
  if (value === null) return '';
  return value > 0 && value < 0.0005 ? `< ${percent(0.001, lang)}` : percent(value, lang);
}
