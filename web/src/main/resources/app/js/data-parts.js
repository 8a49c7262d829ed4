import { h, svg } from './dom.js';
import { lang, t } from './i18n.js';
import { LOCALES, percent, plain } from './format.js';
import { token } from './data-api.js';

/** Small parts that the pages about data share. */

export const heading = (words) => h('h2', { id: 'story-name', tabindex: '-1' }, words);

export const button = (words, onclick, attributes = {}) => h('button', { type: 'button', class: 'button', onclick, ...attributes }, words);

export const quiet = (words, onclick, attributes = {}) => h('button', { type: 'button', class: 'quiet', onclick, ...attributes }, words);

export function field(words, input, hint) {
  return h('label', { class: 'data-field' }, h('span', {}, words), input, hint && h('span', { class: 'soft' }, hint));
}

export function choices(options, chosen, attributes) {
  return h('select', attributes, options.map(([value, words]) => h('option', { value, selected: value === chosen }, words)));
}

export function when(instant) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}

/** What a kind of problem is, for lists of counts. */
export function problemWords(code) {
  const known = t(`data.problem.${code}`);
  return known === `data.problem.${code}` ? code.replaceAll('_', ' ') : known;
}

/** A number as it is, with four decimals at most. */
export const number = (value) => (value === null || value === undefined ? '–' : plain(value, lang, 0, 4));

/** A difference with its sign: +12, −3. */
export function signed(value) {
  if (value === null || value === undefined) return '–';
  return (value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value));
}

/** A difference as a part of what was there: +25.9 %, −4.0 %. */
export function signedShare(share) {
  if (share === null || share === undefined) return '–';
  return (share > 0 ? '+' : share < 0 ? '−' : '') + percent(Math.abs(share), lang);
}

/** What went wrong, with what there is to do. */
export function failure(error) {
  const words = error.kind === 'offline' ? t('failed.offline') : (error.detail ?? t('failed.refused'));
  const more = (error.errors ?? []).filter((e) => e.detail !== words).slice(0, 5);
  return h('div', { role: 'alert', class: 'data-alert', 'data-testid': 'data-alert' }, h('p', {}, words), more.length > 0 && h('ul', {}, more.map((e) => h('li', {}, [e.detail, e.remedy].filter(Boolean).join(' ')))));
}

/** Asks for the token. @param {() => void} go on with it @param {string} [said] what was wrong with the one before */
export function askToken(go, said) {
  const input = h('input', { type: 'password', autocomplete: 'off', required: true, spellcheck: 'false', 'data-testid': 'data-token' });
  const submit = (e) => {
    e.preventDefault();
    token.set(input.value);
    go();
  };
  return h(
    'form',
    { class: 'data-form', onsubmit: submit },
    said && h('p', { role: 'alert', class: 'data-alert' }, said),
    field(t('data.token'), input, t('data.token.hint')),
    h('p', {}, h('code', {}, 'scripts/yunga token create NOMBRE')),
    h('button', { type: 'submit', class: 'button', 'data-testid': 'data-token-go' }, t('data.token.go')),
  );
}

/** A step that cannot be taken back by accident: the first press asks. */
export function sure(words, question, act, attributes = {}) {
  const place = h('span', { class: 'data-sure' });
  const ask = () => {
    const yes = button(t('data.yes'), act, { 'data-testid': 'data-yes' });
    place.replaceChildren(h('span', {}, question), yes, button(t('data.no'), rest));
    yes.focus();
  };
  const rest = () => {
    place.replaceChildren(quiet(words, ask, attributes));
    place.firstChild.focus({ preventScroll: true });
  };
  place.append(quiet(words, ask, attributes));
  return place;
}

/** The first rows of a table, and the rest when it is asked for. */
export function table(label, heads, rows, shown = 20) {
  const body = h('tbody', {}, rows.slice(0, shown));
  const head = ([words, right]) => h('th', { scope: 'col', class: right ? 'right' : null }, words);
  const all = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, h('table', {}, h('thead', {}, h('tr', {}, heads.map(head))), body));
  const more = (e) => {
    body.append(...rows.slice(shown));
    e.target.remove();
    all.focus();
  };
  return [all, rows.length > shown && quiet(t('data.all', { n: plain(rows.length, lang) }), more)];
}

export const cell = (...content) => h('td', {}, ...content);
export const right = (...content) => h('td', { class: 'right' }, ...content);

/** The colour of a step of change, as the map and its legend have it. @param {string} step of `diff-` in the style */
export function swatch(step) {
  return svg('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, svg('rect', { class: `diff-swatch diff-${step}`, x: 0.5, y: 0.5, width: 13, height: 13 }));
}
