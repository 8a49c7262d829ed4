import { h } from './dom.js';
import { ApiError } from './api.js';

/** What the first look does without: styles of parts that come later, and Leaflet. */

const LEAFLET = new URL('../../lib/leaflet/', import.meta.url);
let leafletComing;

/** Styles of a part that is fetched later. @param {string} name of a file in css/ @throws {ApiError} */
export function style(name) {
  return fetched('link', { rel: 'stylesheet', href: new URL(`../css/${name}`, import.meta.url).href }, 'append');
}

/** Leaflet with its styles, which give way to ours; where it did not come, it is asked for again. @throws {ApiError} */
export function leaflet() {
  leafletComing ??= Promise.all([
    fetched('script', { src: new URL('leaflet.js', LEAFLET).href }, 'append'),
    fetched('link', { rel: 'stylesheet', href: new URL('leaflet.css', LEAFLET).href }, 'prepend'),
  ]).catch((error) => {
    leafletComing = null;
    throw error;
  });
  return leafletComing;
}

function fetched(tag, attributes, add) {
  return new Promise((resolve, reject) => {
    const failed = () => {
      element.remove();
      reject(new ApiError('offline'));
    };
    const element = h(tag, { ...attributes, onload: resolve, onerror: failed });
    document.head[add](element);
  });
}
