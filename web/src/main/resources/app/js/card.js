import { $, h, linked } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { LOCALES, plain, withUnit } from './format.js';
import { periodLabel } from './period.js';
import { seriesLabel, setName } from './options.js';

/**
 * The card of a number: what it is and where it comes from. Shown on hover and focus, kept open by a click or a tap
 * (so that its link can be reached), closed by Escape.
 */

const providers = new WeakMap();
const card = h('div', { class: 'card', id: 'card', role: 'group', hidden: true });
let owner = null;
let pinned = false;
let leaving;
let closing = false;

/** Gives an element its card. @param {() => Node} content asked for only when it is shown */
export function withCard(element, content) {
  providers.set(element, content);
  element.setAttribute('data-card', '');
  return element;
}

/** Shows content beside a place on the screen: for the map, whose shapes are no elements of ours. */
export function showCardAt(x, y, content) {
  if (pinned) return;
  clearTimeout(leaving);
  owner = null;
  fillCard(content, { left: x, right: x, top: y, bottom: y });
}

export function hideCard() {
  clearTimeout(leaving);
  owner?.removeAttribute('aria-describedby');
  owner = null;
  pinned = false;
  card.hidden = true;
}

/** The card of a region in a frame. @param {import('./figures.js').Row} row */
export function rowCard(row, view) {
  if (row.figure) return figureCard(row.figure, view, row.name);
  const { state, indicator } = view;
  return facts(row.name, [
    ['card.state', t(`state.${row.state}`)],
    ['card.why', why(row, view)],
    ['card.indicator', local(indicator.name)],
    ['card.period', periodLabel(state.period, LOCALES[lang])],
  ], explainButton({ figure: { ...state, region_code: row.code } }));
}

/** Why there is no number. */
export function why(row, { series, indicator }) {
  return local(indicator.why?.[row.state]) || t(`state.${row.state}.why`, { series: seriesLabel(series) });
}

/** What a passing pointer is told: the rest comes with a click, in the story. */
export function shortCard(row, view) {
  const { state, series, indicator } = view;
  const has = row.figure && row.figure.value !== null;
  return facts(row.name, [
    ['card.value', has ? withUnit(row.figure.value, indicator, lang) : t(`state.${row.state}`)],
    ['card.series', seriesLabel(series)],
    ['card.period', periodLabel(state.period, LOCALES[lang])],
  ]);
}

/** Opens how a number came to be. @param {object} detail `figure`, or nothing for the sum */
function explainButton(detail) {
  const tell = () => document.dispatchEvent(new CustomEvent('explain', { detail }));
  return h('p', {}, h('button', { type: 'button', class: 'quiet', 'data-testid': 'card-explain', onclick: tell }, t('card.explain')));
}

/** The card of a figure. */
export function figureCard(figure, view, name) {
  const { catalogue } = view;
  const indicator = catalogue.indicator(figure.indicator);
  const has = figure.value !== null;
  return facts(name ?? figure.region_name, [
    ['card.value', has ? withUnit(figure.value, indicator, lang) : t(`state.${figure.state}`)],
    ['card.indicator', local(indicator.name)],
    ['card.state', t(`state.${figure.state}`)],
    ['card.series', seriesLabel(catalogue.seriesOf(figure.series)) + statusSuffix(figure)],
    ['card.method', t(`method.${figure.method}`)],
    ['card.period', periodLabel(figure.period, LOCALES[lang])],
    ['card.source', sourceLine(figure)],
    ['card.note', local(figure.note)],
    ['card.dataset', `${figure.dataset} · ${t('card.release', { release: view.data.release })}`],
  ], explainButton({ figure }));
}

/** The card of a total says how it was computed. */
export function totalCard(total, view) {
  const { indicator, set, series, state } = view;
  const published = total.published;
  return facts(t('total.card'), [
    ['card.value', withUnit(total.sum, indicator, lang)],
    ['card.how', tn('total.how', total.regions, { n: plain(total.regions, lang), set: total.regions === 1 ? local(set.one) : setName(set) })],
    ['card.series', seriesLabel(series)],
    ['card.period', periodLabel(state.period, LOCALES[lang])],
    ['card.published', published && withUnit(published.value, indicator, lang)],
    ['card.source', published && sourceLine(published)],
    ['card.dataset', t('card.release', { release: view.data.release })],
  ], explainButton({}));
}

/** The title of a source as a link where its place is one; any other place follows in words. */
export function sourceLine({ source_title: title, source_locator: locator }) {
  const link = linked(title, locator);
  const rest = (locator ?? '').replace(/^https?:\/\/\S+[\s·]*/, '');
  return rest ? h('span', {}, link, ` · ${rest}`) : link;
}

function statusSuffix(figure) {
  return figure.status && figure.status !== 'final' ? ` (${t(`status.${figure.status}`)})` : '';
}

function facts(title, rows, more) {
  const list = h('dl', {});
  for (const [key, value] of rows) if (value) list.append(h('dt', {}, t(key)), h('dd', {}, value));
  return h('div', {}, h('strong', {}, title), list, more);
}

function fillCard(content, box) {
  card.replaceChildren(content);
  card.setAttribute('aria-label', t('card.label'));
  card.hidden = false;
  card.classList.toggle('is-pinned', pinned);
  card.style.maxHeight = '';
  const width = card.offsetWidth;
  let height = card.offsetHeight;
  const room = { w: document.documentElement.clientWidth, h: window.innerHeight };
  // Beside the number where there is room, else below or above it; never over the number itself.
  let left = box.left - width - 12;
  let top = box.top - 16;
  if (left < 8) left = box.right + 12;
  if (left + width > room.w - 8) {
    left = Math.max(8, Math.min(box.left, room.w - width - 8));
    const below = room.h - box.bottom - 16;
    const above = box.top - 16;
    // Where it fits on neither side it is read by scrolling in the roomier one.
    if (height > below && height > above) card.style.maxHeight = `${Math.max(below, above, 120)}px`;
    height = card.offsetHeight;
    top = height <= below || below >= above ? box.bottom + 8 : box.top - height - 8;
  }
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(8, Math.min(top, room.h - height - 8))}px`;
}

function show(element, pin = false) {
  clearTimeout(leaving);
  if (pinned && !pin) return;
  if (owner !== element) owner?.removeAttribute('aria-describedby');
  owner = element;
  pinned = pin;
  fillCard(providers.get(element)(), element.getBoundingClientRect());
  element.setAttribute('aria-describedby', 'card');
}

function carrier(event) {
  const element = event.target instanceof Element ? event.target.closest('[data-card]') : null;
  return element && providers.has(element) ? element : null;
}

$('page').append(card);
document.addEventListener('pointerover', (e) => {
  if (e.pointerType === 'touch') return;
  if (card.contains(e.target)) clearTimeout(leaving);
  else if (carrier(e)) show(carrier(e));
});
document.addEventListener('pointerout', (e) => {
  // A moment's grace: the pointer may be on its way into the card.
  if (!pinned && (carrier(e) || card.contains(e.target))) leaving = setTimeout(hideCard, 250);
});
document.addEventListener('focusin', (e) => {
  if (closing) return;
  if (carrier(e) && e.target.matches(':focus-visible')) show(carrier(e));
  else if (!pinned && !card.contains(e.target)) hideCard();
});
document.addEventListener('click', (e) => {
  const element = carrier(e);
  if (card.contains(e.target)) return;
  if (!element || !element.matches('.number')) return hideCard();
  const again = pinned && owner === element;
  if (again) return hideCard();
  show(element, true);
  // With the keyboard a click means: let me in.
  if (e.detail === 0) card.querySelector('a, button')?.focus();
});
document.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape' || card.hidden) return;
  const back = card.contains(document.activeElement) ? owner : null;
  hideCard();
  // Giving the focus back must not open the card again.
  closing = true;
  back?.focus();
  closing = false;
});
window.addEventListener('scroll', () => !pinned && hideCard(), { passive: true });
