import { $, h } from './dom.js';
import { LAYERS } from './i18n.js';

/**
 * Words that cover a part of the page, laid over those of a language: fetched when somebody asks for them. Each text is
 * marked with the language it is in, since readers aloud pronounce by it.
 */

/** What the languages call themselves. */
export const NAMES = { quy: 'runasimi' };

/** @param {string} code `quy` @returns {Promise<{code: string, words: object, leave: () => void}>} */
export async function wear(code) {
  const { default: words } = await import(`../i18n/${code}.js`);
  const is = among(Object.values(words));
  const mark = (element) => {
    if (element.hasAttribute('lang') && !('layer' in element.dataset)) return;
    const text = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join(' ').trim();
    if (!/\p{L}/u.test(text)) return;
    element.dataset.layer = '';
    element.setAttribute('lang', is(text) ? code : LAYERS[code]);
  };
  const all = (root) => [root, ...root.querySelectorAll('*')].forEach(mark);
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      mark(target.nodeType === Node.TEXT_NODE ? target.parentElement ?? document.body : target);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) all(node);
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  const button = h('button', { type: 'button', class: 'lang', lang: code, 'aria-pressed': 'true', 'aria-label': `${code}: ${NAMES[code]}`, 'data-testid': `lang-${code}` }, code);
  $('help-open').before(button);
  all(document.body);
  return {
    code,
    words,
    leave() {
      observer.disconnect();
      button.remove();
      for (const element of document.querySelectorAll('[data-layer]')) {
        element.removeAttribute('lang');
        delete element.dataset.layer;
      }
    },
  };
}

/** Tells whether a text is one of these, whatever stands in the places of `{name}`. @param {string[]} templates */
export function among(templates) {
  const plain = new Set(templates);
  const forms = templates.map((text) => text.split(/\{\w+\}/)).filter((parts) => parts.length > 1 && /\p{L}/u.test(parts.join('')));
  return (text) => plain.has(text) || forms.some((parts) => fits(text, parts));
}

/** Whether the parts stand in a text in this order, the first at its beginning and the last at its end. */
function fits(text, [first, ...rest]) {
  const last = rest.pop();
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from + last.length <= text.length;
}

/** Which share of the texts of the main screens there is, from 0 to 1. */
export async function coverage(code) {
  const below = LAYERS[code];
  const [{ default: words }, ...screens] = await Promise.all([code, below, `mine-${below}`].map((name) => import(`../i18n/${name}.js`)));
  return share(Object.keys(words), screens.flatMap((screen) => Object.keys(screen.default)));
}

/** @param {string[]} known @param {string[]} all */
export function share(known, all) {
  return known.filter((key) => all.includes(key)).length / all.length;
}
