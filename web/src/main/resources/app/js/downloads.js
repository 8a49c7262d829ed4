import { bibtex, frame, ris } from './cite.js';
import { asKept, h } from './dom.js';
import { lang, local, t, useLanguage } from './i18n.js';
import { ask, figuresPath, sheetPath, shownRelease, url } from './api.js';
import { LOCALES, plain } from './format.js';
import { periodLabel } from './period.js';
import { sentenceText } from './sentence.js';
import { seriesLabel } from './options.js';
import { sourcesOf } from './figures.js';
import { toSearch } from './state.js';
import { style } from './style.js';
import { copied, field, permanence } from './permalink.js';
import { dateWords } from './ages.js';

/** What is shown, its region set, or the whole release, to take away: it opens in the story's place. */

await Promise.all([useLanguage(lang, 'download-'), style('trace.css')]);

const SHOWN = ['gpkg', 'geojson', 'shp', 'fgb', 'kml', 'xlsx', 'csv', 'csv-excel'];
/** These hold nothing without a place. */
const PLACED = ['shp', 'fgb', 'kml'];
/** Pages to print: format and paper. */
const SHEETS = [['pdf', 'a4'], ['pdf', 'a3'], ['png', 'a4']];
const TRIES = 6;
const MADE = 200;
/** Being made, or waiting until those of other releases are. */
const COMING = [202, 503];

export function downloads(view, onClose) {
  const { set, state } = view;
  const drawn = set.with_boundary + set.with_point > 0;
  const formats = SHOWN.filter((format) => drawn || !PLACED.includes(format));
  const shown = h('ul', { class: 'downloads', 'data-testid': 'download-shown' }, ...formats.map((format) => shownLink(state, format)));
  const papers = sheets(view);
  const files = h('div', { 'data-testid': 'download-files', 'aria-live': 'polite' }, h('p', { class: 'soft' }, t('download.preparing')));
  const offline = h('p', { role: 'status', 'data-testid': 'download-offline' });
  fillFiles(files, set, offline);
  fillSizes([shown, ...papers]);
  return [
    h('button', { type: 'button', class: 'quiet back', 'data-focus': 'back', onclick: onClose }, `← ${t('download.close')}`),
    h('h2', { id: 'story-name', tabindex: '-1' }, t('download.title')),
    h('p', {}, `${sentenceText(view)}. ${t('download.ofRelease', { release: view.data.release })}`),
    offline,
    h('h3', {}, t('download.shown')),
    shown,
    !drawn && h('p', { class: 'soft' }, t('download.noGeometry')),
    ...papers,
    ...links(view),
    ...citation(view),
    ...terms(view),
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
  const papers = SHEETS.map(([format, paper]) => {
    const href = url(sheetPath({ ...state, lang }, format, paper));
    return h(
      'li',
      {},
      h('a', { class: 'download', href, download: true, 'data-testid': `sheet-${format}-${paper}` }, `${format.toUpperCase()} ${paper.toUpperCase()} `, h('span', { class: 'soft size' })),
      h('span', { class: 'soft' }, t(`download.sheet.${format}`)),
    );
  });
  return [h('h3', {}, t('download.sheets')), h('ul', { class: 'downloads' }, papers)];
}

/** One after another: each file is made for the question. A size that does not come is left out. */
async function fillSizes(lists) {
  for (const link of lists.flatMap((list) => [...list.querySelectorAll('a.download')])) {
    const answer = await fetch(link.href, { method: 'HEAD' }).catch(() => null);
    // As large as it is once saved, and not as it travels.
    const bytes = answer?.ok && (answer.headers.get('X-File-Bytes') ?? answer.headers.get('Content-Length'));
    if (bytes) link.querySelector('.size').textContent = size(Number(bytes));
    // Closed meanwhile: the rest need not be made.
    if (!link.isConnected) return;
  }
}

/** The files of the release are made when first asked for; the server says when to ask again. */
async function fillFiles(place, set, offline) {
  for (let i = 0; i < TRIES; i++) {
    const answer = await fetch(`/files/${shownRelease()}/?f=json`).catch(() => null);
    if (answer?.status === MADE) {
      place.replaceChildren(...release(await answer.json(), set));
      return;
    }
    if (!answer) {
      offline.textContent = t('download.offline');
      place.replaceChildren();
      return;
    }
    if (!COMING.includes(answer.status)) break;
    await new Promise((done) => setTimeout(done, 1000 * (answer.headers.get('Retry-After') ?? 3)));
    // Closed meanwhile: whoever opens it again asks again.
    if (!place.isConnected) return;
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

/** The link to exactly this, and code that puts the map into another page: of this release for ever, or of the newest. */
function links(view) {
  const { indicator, state, data } = view;
  const link = field('permalink', t('download.link'), 5);
  const embed = indicator.plots ? null : field('embed-code', t('download.embed'), 7);
  const write = (fixed) => {
    const search = (parts) => toSearch({ ...state, lang, ...parts, release: fixed ? data.release : null });
    link.write(`${location.origin}/${search({})}`);
    embed?.write(frame(`${location.origin}/embed${search({ region: null })}`, sentenceText(view)));
  };
  return [h('h3', {}, t('download.links')), permanence(data.release, write), ...link.nodes, ...(embed ? [...embed.nodes, h('p', { class: 'soft' }, t('download.embed.hint'))] : [])];
}

function citation(view) {
  const words = h('p', { class: 'cite', 'data-testid': 'citation' }, citationText(view));
  const more = h('div', {});
  fillCitation(view, more);
  return [h('h3', {}, t('download.cite')), words, h('p', {}, copied(() => words.textContent)), more, references(view)];
}

/** The server's own words for the same, in the other language; of plots it has none. */
async function fillCitation(view, place) {
  if (view.indicator.plots) return;
  const { citation: words } = await ask(figuresPath(view.state), lang).catch(() => ({}));
  if (!words) return;
  const other = lang === 'es' ? 'en' : 'es';
  const text = h('p', { class: 'cite', lang: other, 'data-testid': 'citation-other' }, words[other]);
  place.replaceChildren(h('details', {}, h('summary', {}, t('download.cite.other')), text, h('p', {}, copied(() => text.textContent))));
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
    url: permanent(view),
    accessed: new Date().toISOString().slice(0, 10),
    lang,
  };
  const link = (name, ending, text) =>
    h('li', {}, h('a', { class: 'download', href: `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`, download: `${work.key}.${ending}`, 'data-testid': `cite-${ending}` }, name, ' ', h('span', { class: 'soft size' }, size(new Blob([text]).size))));
  return h('ul', { class: 'downloads' }, link('BibTeX', 'bib', bibtex(work)), link('RIS', 'ris', ris(work)));
}

const permanent = (view) => `${location.origin}/${toSearch({ ...view.state, lang, release: view.data.release })}`;

function citationText(view) {
  const sources = sourceTitles(view);
  const from = sources.length ? sources.slice(0, 3).join('; ') : local(view.indicator.name);
  return `${t('download.citation', { sentence: sentenceText(view), sources: from, release: view.data.release, date: dateWords(Date.now()) })} ${permanent(view)}`;
}

function sourceTitles(view) {
  return sourcesOf([...view.frame.values()].map((r) => r.figure).filter(Boolean)).map((s) => s.title);
}

/** Under which terms, and how it was made. */
function terms(view) {
  const { set, indicator, series } = view;
  const licences = h('ul', { class: 'terms', 'data-testid': 'download-licences' });
  fillLicences(view, licences);
  const explain = () => document.dispatchEvent(new CustomEvent('explain', { detail: whatIsShown(view) }));
  return [
    h('h3', {}, t('download.licence')),
    licences,
    h('p', {}, `${t('download.boundaries')}: `, asKept([set.source, set.licence].filter(Boolean).join(' · ')) || t('download.noLicence')),
    h('h3', {}, t('download.method')),
    h('p', {}, local(indicator.definition)),
    h('p', {}, [`${seriesLabel(series)}, ${periodLabel(view.state.period, LOCALES[lang])}`, local(series.definition)].filter(Boolean).join('. ')),
    h('p', {}, h('button', { type: 'button', class: 'quiet', 'data-testid': 'download-explain', onclick: explain }, t('card.explain'))),
  ];
}

/** The chosen region's number, or the sum of the list. */
function whatIsShown({ region, state }) {
  return region ? { figure: { ...state, region_code: region } } : {};
}

async function fillLicences(view, place) {
  const { datasets } = view.indicator.plots ? { datasets: [] } : await ask(figuresPath(view.state), lang).catch(() => ({ datasets: [] }));
  const line = (one) => h('li', {}, asKept(one.title), ': ', asKept(one.licence) || t('download.unstated'));
  place.replaceChildren(...datasets.map(line));
}
