import { $, h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { LOCALES, amount, lowerFirst, percent, plain, unitAfter, withUnit } from './format.js';
import { lastDay, periodLabel } from './period.js';
import { apart, change, sourcesOf, standing } from './figures.js';
import { periodInSentence, seriesLabel, setName } from './options.js';
import { regionPath, url } from './api.js';
import { indicatorsOf } from './values.js';
import { chart } from './chart.js';
import { regionList } from './list.js';
import { figureCard, rowCard, why, withCard } from './card.js';
import { downloadLine, meaning, sources } from './story.js';

/** The story of a region. It is fetched when the first region is chosen. */

const LONG_LIST = 15;

/** @returns {Node[]} */
export function regionStory(view, actions) {
  const row = view.frame.get(view.region);
  const history = view.data.history(row.code);
  const targets = view.state.measure === 'target' ? [] : (view.targets?.history(row.code) ?? []);
  const all = [...history, ...targets];
  const others = view.frame.size > 1;
  const long = [...view.frame.values()].filter((r) => r.value !== null).length > LONG_LIST;
  const list = others && regionList(view, actions, false);
  return [
    ...head(row, history, view, others && back(view, actions)),
    note(view, actions),
    chart(view, history, targets, actions.showFigure),
    aside(history, view),
    others && (long ? disclosure('list', false, local(view.set.name), list, actions) : list),
    disclosure('table', true, tn('table.title', all.length), table(all, view), actions),
    overlaps(view, actions),
    elsewhere(row, view, actions),
    sources(all),
    meaning(view),
    downloadLine(view, h('a', { href: url(regionPath(view.set.id, row.code, 'csv')), download: true }, t('story.regionCsv'))),
  ].filter(Boolean);
}

function back(view, actions) {
  const label = t('story.all', { set: setName(view.set) });
  return h('button', { type: 'button', class: 'quiet', 'data-testid': 'story-back', title: label, onclick: () => actions.chooseRegion(null) }, t('story.back'));
}

function head(row, history, view, close) {
  const parent = placeOf(view)?.parent_name;
  const within = parent ? h('p', { class: 'soft' }, parent) : null;
  const title = h('h2', { id: 'story-name', tabindex: '-1', 'data-testid': 'story-name', 'data-focus': 'name' }, row.name);
  return [
    h('div', { class: 'story-head' }, h('div', {}, title, within), close),
    row.value === null ? noValue(row, view) : largeValue(row, view),
    // what an estimate rests on belongs beside it, not behind a click
    row.figure?.method === 'estimated' && row.figure.note ? h('p', { class: 'soft', 'data-testid': 'story-basis' }, local(row.figure.note)) : null,
    h('p', { 'data-testid': 'story-sentences' }, sayings(row, history, view).join(' ')),
  ];
}

/** What is said of the region beside its figures. */
function placeOf(view) {
  return view.geo.features.find((f) => f.properties.code === view.region)?.properties;
}

/** What is known of a zone can be long: then it waits to be opened. */
function note(view, actions) {
  const text = local(placeOf(view)?.note);
  if (!text) return null;
  const words = h('p', { class: 'soft' }, text);
  return text.length > 200 ? disclosure('note', false, t('story.note'), words, actions) : words;
}

function largeValue(row, view) {
  const { figure } = row;
  const { indicator } = view;
  const when = indicator.kind === 'stock' ? lastDay(figure.period, LOCALES[lang]) : periodInSentence(figure.period, lang);
  const state = figure.state === 'zero' ? t('state.zero') : t(`method.${figure.method}`);
  const number = h('button', { type: 'button', class: 'number', 'data-testid': 'story-value', 'data-focus': 'value' }, amount(row.value, indicator.unit, lang));
  const rest = [unitAfter(indicator, lang), lowerFirst(state), when].filter(Boolean).join(' · ');
  return h('p', { class: 'large' }, withCard(number, () => rowCard(row, view)), h('span', { class: 'unit soft' }, ` ${rest}`));
}

function noValue(row, view) {
  const button = h('button', { type: 'button', class: 'number', 'data-testid': 'story-value', 'data-focus': 'value' }, t(`state.${row.state}`));
  return h('div', {}, h('p', { class: 'large is-words' }, withCard(button, () => rowCard(row, view))), h('p', {}, why(row, view)));
}

/** The generated sentences, in the language of the page. */
function sayings(row, history, view) {
  const { catalogue, indicator, set } = view;
  if (!row.figure || row.value === null) return [];
  const changed = change(row.figure, history, (a, b) => catalogue.breakBetween(indicator.id, a, b));
  const stands = standing(view.frame, row.code, view.total, indicator.space_rule);
  const words = [];
  if (changed) words.push(changeWords(changed, catalogue));
  if (row.figure.also) words.push(local(row.figure.also));
  if (stands) {
    const { place, of, share } = stands.params;
    words.push(t(stands.key, { place, of, set: setName(set), share: share === undefined ? '' : percent(share, lang) }));
  }
  return words;
}

/** The words of a change. @param {import('./figures.js').Saying} saying */
export function changeWords({ key, params }, catalogue) {
  const { year, share, times, series, cut } = params;
  return t(key, {
    year,
    share: share === undefined ? '' : percent(share, lang, share < 0.1 ? 1 : 0),
    times: times === undefined ? '' : plain(times, lang, 1),
    series: series ? seriesLabel(catalogue.seriesOf(series)) : '',
    reason: cut ? local(cut.explanation) || local(cut.label) : '',
  });
}

/** What is no point of the line: totals of several years and parts of a year, each told as such. */
function aside(history, view) {
  const items = apart(history);
  if (!items.length) return null;
  const line = (f) => h('li', {}, `${periodInSentence(f.period, lang)}: `, figureNumber(f, view), f.series !== view.state.series && ` · ${seriesLabel(view.catalogue.seriesOf(f.series))}`);
  return h('div', { class: 'apart' }, h('h3', {}, t('apart.title')), h('ul', {}, items.map(line)));
}

/** @param {boolean} [unit] not where the head of a column tells it */
function figureNumber(figure, view, unit = true) {
  const say = (value) => (unit ? withUnit(value, view.indicator, lang) : amount(value, view.indicator.unit, lang));
  const text = figure.value === null ? t(`state.${figure.state}`) : say(figure.value);
  return withCard(h('button', { type: 'button', class: 'number' }, text), () => figureCard(figure, view));
}

/** Every figure, the latest first; the source as a number of the list below, where there is room for its name. */
function table(figures, view) {
  const numbered = sourcesOf(figures);
  const cells = (f) => [
    h('th', { scope: 'row' }, periodLabel(f.period, LOCALES[lang])),
    h('td', { class: 'right' }, figureNumber(f, view, false)),
    h('td', {}, f.state === 'value' ? '' : t(`state.${f.state}`), f.state === 'value' ? t(`method.${f.method}`) : ''),
    h('td', {}, seriesLabel(view.catalogue.seriesOf(f.series))),
    h('td', {}, footnote(numbered.findIndex((s) => s.title === f.source_title && s.locator === f.source_locator), f)),
  ];
  const unit = unitAfter(view.indicator, lang);
  const heads = ['period', 'value', 'method', 'series', 'source'].map((k) => t(`table.${k}`));
  if (unit) heads[1] += ` (${unit})`;
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('table.label') },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, heads.map((k, i) => h('th', { scope: 'col', class: i === 1 ? 'right' : null }, k)))),
      h('tbody', {}, [...figures].reverse().map((f) => h('tr', { 'aria-current': f === view.frame.get(f.region_code)?.figure ? 'true' : null }, cells(f)))),
    ),
  );
}

/** Which regions of other sets share its ground: asked for when it is opened. */
function overlaps(view, actions) {
  const outline = placeOf(view)?.geometry_kind === 'boundary';
  const others = view.catalogue.regionSets.filter((s) => s.with_boundary && s.id !== view.set.id && s.id !== 'country');
  // A pack does not hold them.
  if (!outline || !others.length || view.set.id === 'country' || document.documentElement.dataset.pack) return null;
  const holder = h('div', {});
  const fillIn = async () => {
    const { overlapsOf } = await import('./overlaps.js');
    holder.replaceChildren(overlapsOf(view, others));
  };
  if (actions.isOpen('overlaps')) fillIn();
  const element = disclosure('overlaps', false, t('story.overlaps'), holder, actions);
  element.addEventListener('toggle', () => element.open && !holder.childElementCount && fillIn());
  return element;
}

/** Other indicators that know this region: one step further without the list. */
function elsewhere(row, view, actions) {
  const ids = indicatorsOf(view.values, row.code);
  for (const i of view.catalogue.indicators) if (i.plots && i.availability.some((a) => a.region_set === view.set.id)) ids.add(i.id);
  ids.delete(view.indicator.id);
  const items = [...ids].map((id) => view.catalogue.indicator(id)).filter(Boolean);
  if (!items.length) return null;
  const link = (i) => h('li', {}, h('button', { type: 'button', class: 'quiet', onclick: () => actions.choose({ indicator: i.id }) }, local(i.name)));
  return h('div', {}, h('h3', {}, t('story.elsewhere', { name: row.name })), h('ul', { class: 'links' }, items.map(link)));
}

function footnote(index, figure) {
  const go = (event) => {
    // Not by the address: it belongs to the state.
    event.preventDefault();
    $(`source-${index + 1}`).focus();
  };
  return h('a', { href: `#source-${index + 1}`, title: figure.source_title, onclick: go }, `[${index + 1}]`);
}

function disclosure(key, open, title, content, actions) {
  return h(
    'details',
    { open: actions.isOpen(key, open), ontoggle: (e) => actions.setOpen(key, e.target.open) },
    h('summary', { 'data-focus': key }, title),
    content,
  );
}
