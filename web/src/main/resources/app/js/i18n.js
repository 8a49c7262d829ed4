/** The words of the page, by key. Both languages have the same keys (a test sees to it). */

let words = {};
/** @type {'es'|'en'} */
export let lang = 'es';

/** Loads a language; the other one costs nothing until it is asked for. */
export async function useLanguage(next) {
  words = (await import(`../i18n/${next}.js`)).default;
  lang = next;
}

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
