/** The words of the page, by key. Both languages have the same keys (a test sees to it). */

/** Words laid over those of a language, text by text: what they lack, and all data, stays in that language. */
export const LAYERS = { quy: 'es' };

let words = {};
/** @type {'es'|'en'} */
export let lang = 'es';
let layer = null;

const parts = new Set(['']);
let loaded = '';
/** What was asked for last: a language that comes late must not take its place. */
let wished = null;

/**
 * Loads a language; the others cost nothing until they are asked for.
 * @param {string} next a language or a layer; a layer stays until a language is chosen, which has no part
 * @param {string} [part] words that come later, in the language that was asked for last
 */
export async function useLanguage(next, part = '') {
  if (!part || !wished) wished = next;
  const asked = wished;
  parts.add(part);
  if (layer?.code !== asked && (layer || LAYERS[asked])) {
    layer?.leave();
    layer = null;
    const worn = LAYERS[asked] ? await (await import('./layer.js')).wear(asked) : null;
    if (wished !== asked || layer) worn?.leave();
    else layer = worn;
  }
  const language = LAYERS[asked] ?? asked;
  const wanted = () => [language, layer?.code, ...parts].join();
  if (loaded === wanted()) return;
  let all = [];
  // Another part may be asked for meanwhile: who comes last must not leave it out.
  while (all.length < parts.size) all = await Promise.all([...parts].map((p) => import(`../i18n/${p}${language}.js`)));
  if (wished !== asked) return useLanguage(wished, part);
  words = Object.assign({}, ...all.map((m) => m.default), layer?.words);
  lang = language;
  loaded = wanted();
}

/** What tells the words that are shown from others: a layer, or a language. */
export const wording = () => layer?.code ?? lang;

/** @param {string} key @param {object} [params] values for `{name}` in the text */
export function t(key, params = {}) {
  return fill(words[key] ?? key, params);
}

/** Singular or plural by `key.one` and `key.other`. */
export function tn(key, n, params = {}) {
  return t(`${key}.${n === 1 ? 'one' : 'other'}`, { n, ...params });
}

export function template(key) {
  return words[key] ?? key;
}

/** A text that came from the server in both languages. */
export function local(texts) {
  return texts?.[lang] ?? texts?.es ?? '';
}

export function fill(text, params) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}
