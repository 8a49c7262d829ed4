import { $, h } from './dom.js';
import { local, t, tn, wording } from './i18n.js';
import { plain, withUnit } from './format.js';
import { seriesLabel, setName } from './options.js';
import { sentenceText } from './sentence.js';
import { LANGUAGES } from './state.js';

/**
 * What the page says beside its figures: what the map leaves out, what an address asked for in vain, what changed, what
 * failed.
 */

const LOADABLE = ['departments', 'provinces', 'districts', 'legal-zones'];
let announcing;
let titling;
let wordsShown;

/** What the map does not show, in words, where it would be. */
export function renderMapNote(view) {
  const { set, total, indicator, state } = view;
  const place = $('map-note');
  const notes = [];
  const undrawn = total?.not_drawn;
  const nothing = !set.with_boundary && !set.with_point;
  if (nothing) {
    notes.push(h('p', { 'data-testid': 'no-boundaries' }, noBoundaries(set)));
  } else if (undrawn?.regions) {
    const name = undrawn.regions === 1 ? local(set.one) : setName(set);
    const value = withUnit(undrawn.value, indicator, state.lang);
    const n = plain(undrawn.regions, state.lang);
    notes.push(h('p', { 'data-testid': 'not-drawn' }, tn('map.notDrawn', undrawn.regions, { n, set: name, value })));
  }
  if (view.pointsOnly) notes.push(h('p', { 'data-testid': 'points-note' }, t('map.points')));
  place.replaceChildren(...notes);
  place.hidden = !notes.length;
  place.classList.toggle('is-central', nothing);
}

function noBoundaries(set) {
  if (!LOADABLE.includes(set.id)) return t('map.noShapes', { set: setName(set) });
  return [`${t(`map.noBoundaries.${set.id}`)} `, h('code', {}, 'scripts/yunga boundaries fetch')];
}

/** What an address asked for and does not exist; it stays until it is read or another choice is made. */
export function renderNotice(unknown, isFirst) {
  const place = $('notice');
  if (!unknown.length) {
    if (!isFirst) place.hidden = true;
    return;
  }
  const lines = unknown.map((u) => t('notice.unknown', { parameter: t(`parameter.${u.parameter}`), given: u.given }));
  say(`${lines.join(' ')} ${t('notice.instead')}`);
}

/** Something that was asked for in vain. */
export function say(words) {
  const place = $('notice');
  const close = h('button', { type: 'button', class: 'quiet', onclick: () => (place.hidden = true) }, t('notice.close'));
  place.replaceChildren(h('span', {}, words), close);
  place.hidden = false;
}

/** The title, and the fixed words of the page in its language, which a browser would lay out anew each time. */
export function renderWords(view, title = sentenceText(view)) {
  const lang = view.state.words ?? view.state.lang;
  // The window's title is the browser's, and slow: it follows where time comes to rest.
  clearTimeout(titling);
  titling = setTimeout(() => (document.title = `${title} · Yunga`), view.moving ? 200 : 0);
  const shown = [wording(), view.data.release].join();
  if (shown === wordsShown) return;
  wordsShown = shown;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', t(element.dataset.tLabel));
  }
  for (const code of LANGUAGES) $(`lang-${code}`).setAttribute('aria-pressed', String(code === lang));
  $('help-open').href = `/help?lang=${view.state.lang}`;
  $('release').textContent = t('release', { release: view.data.release });
}

/** What went wrong, and the way to try again, in the story's place. */
export function renderFailure(error, again) {
  const words = error.detail ?? t(`failed.${error.kind ?? 'refused'}`);
  const retry = h('button', { type: 'button', class: 'button', onclick: again }, t('failed.retry'));
  const title = h('h2', {}, t('failed.title'));
  $('story').replaceChildren(h('div', { role: 'alert', class: 'failed' }, title, h('p', {}, words), retry));
}

/** Tells a screen reader what is now shown; while dragging only where it comes to rest. */
export function announce(view, before) {
  const { state, indicator, total, frame, series } = view;
  const row = view.region && frame.get(view.region);
  const words = [sentenceText(view)];
  if (before.series !== state.series && before.period !== state.period) {
    words.unshift(t('live.series', { series: seriesLabel(series) }));
  }
  if (row) words.push(`${row.name}: ${row.value === null ? t(`state.${row.state}`) : withUnit(row.value, indicator, state.lang)}`);
  else if (total && indicator.space_rule === 'sum') words.push(`${t('total.sum')}: ${withUnit(total.sum, indicator, state.lang)}`);
  clearTimeout(announcing);
  announcing = setTimeout(() => ($('live').textContent = `${words.join('. ')}.`), 350);
}
