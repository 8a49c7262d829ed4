import { bibtex, frame, ris } from './cite.js';
import { h } from './dom.js';
import { lang, local, t, useLanguage } from './i18n.js';
import { figuresPath, sheetPath, url } from './api.js';
import { plain } from './format.js';
import { sentenceText } from './sentence.js';
import { sourcesOf } from './figures.js';
import { toSearch } from './state.js';

/** What is shown, its region set, or the whole release, to take away: it opens in the story's place. */

await useLanguage(lang, 'download-');

const SHOWN = ['gpkg', 'geojson', 'shp', 'fgb', 'kml', 'xlsx', 'csv', 'csv-excel'];
/** These hold nothing without a place. */
const PLACED = ['shp', 'fgb', 'kml'];
/** Pages to print: format and paper. */
const SHEETS = [['pdf', 'a4'], ['pdf', 'a3'], ['png', 'a4']];
const TRIES = 6;
const BETWEEN_TRIES = 3000;

export function downloads(view, onClose) {
  const { set, state } = view;
  const drawn = set.with_boundary + set.with_point > 0;
  const formats = SHOWN.filter((format) => drawn || !PLACED.includes(format));
  const shown = h('ul', { class: 'downloads' }, ...formats.map((format) => shownLink(state, format)));
  const files = h('div', { 'data-testid': 'download-files', 'aria-live': 'polite' }, h('p', { class: 'soft' }, t('download.preparing')));
  fillFiles(files, set);
  fillSizes(shown);
  return [
    h('button', { type: 'button', class: 'quiet back', onclick: onClose }, `← ${t('download.close')}`),
    h('h2', { id: 'story-name', tabindex: '-1' }, t('download.title')),
    h('p', {}, `${sentenceText(view)}.`),
    shown,
    ...sheets(view),
    !drawn && h('p', { class: 'soft' }, t('download.noGeometry')),
    h('h3', {}, t('download.cite')),
    h('p', { class: 'cite' }, citation(view)),
    references(view),
    ...embed(view),
    h('h3', {}, t('download.boundaries')),
    h('p', {}, [set.source, set.licence].filter(Boolean).join(' · ') || t('download.noLicence')),
    files,
  ].filter(Boolean);
}

function shownLink(state, format) {
  const href = url(figuresPath(state, format));
  return h(
    'li',
    {},
    h('a', { class: 'download', href, download: true, 'data-testid': `download-${format}` }, t(`download.${format}`), ' ', h('span', { class: 'soft size' })),
    h('span', { class: 'soft' }, t(`download.${format}.hint`)),
  );
}

/** The map as a page of paper; there is none of plots. */
function sheets({ indicator, state }) {
  if (indicator.plots) return [];
  const links = SHEETS.map(([format, paper]) => {
    const href = url(sheetPath({ ...state, lang }, format, paper));
    return h('li', {}, h('a', { class: 'download', href, download: true, 'data-testid': `sheet-${format}-${paper}` }, `${format.toUpperCase()} ${paper.toUpperCase()}`), h('span', { class: 'soft' }, t(`download.sheet.${format}`)));
  });
  return [h('h3', {}, t('download.sheets')), h('ul', { class: 'downloads' }, links)];
}

/** One after another: each file is made for the question. A size that does not come is left out. */
async function fillSizes(list) {
  for (const link of list.querySelectorAll('a')) {
    const answer = await fetch(link.href, { method: 'HEAD' }).catch(() => null);
    const bytes = answer?.ok && answer.headers.get('Content-Length');
    if (bytes) link.querySelector('.size').textContent = size(Number(bytes));
  }
}

/** The files of the release are made when first asked for; the server says when to ask again. */
async function fillFiles(place, set) {
  for (let i = 0; i < TRIES; i++) {
    const answer = await fetch('/files/latest/?f=json').catch(() => null);
    if (answer?.ok) {
      place.replaceChildren(...release(await answer.json(), set));
      return;
    }
    if (answer?.status !== 503) break;
    await new Promise((done) => setTimeout(done, BETWEEN_TRIES));
  }
  place.replaceChildren(h('p', { class: 'soft' }, t('download.notMade')));
}

function release(index, set) {
  const group = (id, hook) => index.groups.filter((one) => one.id === id).flatMap((one) => [h('h3', {}, local(one.name)), h('ul', { class: 'downloads', 'data-testid': hook }, ...one.files.map(fileLink))]);
  return [
    ...group(set.id, 'download-set'),
    ...group('release', 'download-release'),
    h('p', { class: 'cite' }, local(index.citation)),
    h('p', {}, h('a', { href: `/files/${index.release}/?f=html&lang=${lang}`, 'data-testid': 'download-all' }, t('download.all'))),
  ];
}

function fileLink(file) {
  return h('li', {}, h('a', { class: 'download', href: file.href, download: true }, file.label, ' ', h('span', { class: 'soft size' }, size(file.bytes))), h('span', { class: 'soft' }, local(file.holds)));
}

function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${plain(bytes / 1000, lang)} kB` : `${plain(bytes / 1e6, lang, 1)} MB`;
}

/** For reference managers. */
function references(view) {
  const { state, data } = view;
  const work = {
    key: ['yunga', state.indicator, state.regionSet, state.period.replaceAll('/', '-'), data.release].join('-'),
    title: sentenceText(view),
    sources: sourceTitles(view),
    year: new Date().getFullYear().toString(),
    release: data.release,
    url: `${location.origin}/${toSearch(state)}`,
    accessed: new Date().toISOString().slice(0, 10),
    lang,
  };
  const link = (name, ending, text) =>
    h('li', {}, h('a', { class: 'download', href: `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`, download: `${work.key}.${ending}`, 'data-testid': `cite-${ending}` }, name));
  return h('ul', { class: 'downloads' }, link('BibTeX', 'bib', bibtex(work)), link('RIS', 'ris', ris(work)));
}

/** Code that puts the map into another page: the newest release, or this one for ever. */
function embed(view) {
  const { indicator, state, data } = view;
  if (indicator.plots) return [];
  const code = h('textarea', { class: 'code', id: 'embed-code', readonly: true, rows: '4', spellcheck: 'false', 'data-testid': 'embed-code' });
  const fixed = h('input', { type: 'checkbox', id: 'embed-fixed', 'data-testid': 'embed-fixed' });
  const write = () => {
    const query = toSearch({ ...state, region: null, lang });
    code.value = frame(`${location.origin}/embed${query}${fixed.checked ? `&release=${data.release}` : ''}`, sentenceText(view));
  };
  fixed.addEventListener('change', write);
  code.addEventListener('focus', () => code.select());
  write();
  return [
    h('h3', {}, h('label', { for: 'embed-code' }, t('download.embed'))),
    h('p', { class: 'soft' }, t('download.embed.hint')),
    code,
    h('p', {}, fixed, ' ', h('label', { for: 'embed-fixed' }, t('download.embed.fixed', { release: data.release }))),
  ];
}

function citation(view) {
  const sources = sourceTitles(view);
  const from = sources.length ? sources.slice(0, 3).join('; ') : local(view.indicator.name);
  return t('download.citation', { sentence: sentenceText(view), sources: from, release: view.data.release, lang });
}

function sourceTitles(view) {
  return sourcesOf([...view.frame.values()].map((r) => r.figure).filter(Boolean)).map((s) => s.title);
}
