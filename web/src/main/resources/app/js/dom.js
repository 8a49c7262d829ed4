/** Building elements. Text always goes in as text: nothing here understands HTML. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag @param {object} [attributes] `class`, `data-*`, `on*` listeners, anything else an attribute
 * @param {...(Node|string|number|null|false)} children
 */
export function h(tag, attributes = {}, ...children) {
  return build(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** Makes these the children, in this order; those that stand where they should are not touched. @param {(Node|string)[]} nodes */
export function arrange(place, nodes) {
  let at = place.firstChild;
  for (const given of nodes) {
    const node = typeof given === 'string' ? new Text(given) : given;
    if (node === at) at = at.nextSibling;
    else place.insertBefore(node, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

export const $ = (id) => document.getElementById(id);

/** A link only for what a browser may safely follow; otherwise the text itself. */
export function linked(text, locator) {
  const url = /^https?:\/\/\S+/.exec(locator ?? '')?.[0];
  return url ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, text) : h('span', {}, text);
}

/** Titles, sources and licences of datasets are kept in one language: read out in Spanish on a page in English, too. */
export const asKept = (text) => text && h('span', { lang: 'es' }, text);

/** Letters without accents, for typing ahead and for searching. */
export function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
