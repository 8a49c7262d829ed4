import { features } from './places.js';

/** Questions to the server. Each answer is kept, so that going back costs nothing. */

const answers = new Map();

/** The release that this page shows: all its data is asked for by this name, so that two are never mixed. */
let key = globalThis.document?.documentElement.dataset.key;
/** Files of a pack, by address, instead of the server's. */
let held = null;

/** What went wrong, ready to be said in words. */
export class ApiError extends Error {
  /** @param {'offline'|'refused'|'pack'} kind @param {string} [detail] words of the server */
  constructor(kind, detail) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
  }
}

/** @param {string} path below /api/v1/ @param {string} lang of the server's words */
export function ask(path, lang) {
  return keep(path, () => request(path, lang));
}

function keep(name, make) {
  if (!answers.has(name)) {
    const answer = make();
    answers.set(name, answer);
    answer.catch(() => answers.delete(name));
  }
  return answers.get(name);
}

/** Answers come from a pack from now on, and from nowhere else. @param {{key: string, files: object}} pack */
export function hold(pack) {
  key = pack.key;
  held = pack.files;
  answers.clear();
}

/**
 * The name of a pack on this device: `departments/22/3f0c...` by region and store, without the latter where the pack
 * was made by a program that did not tell it. One that is only looked at, while a newer one stays, has its release too.
 */
export function packId({ region_set: set, region_code: code, store, passing, release }) {
  return [set, code, store].filter(Boolean).join('/') + (passing ? `@${release}` : '');
}

/** The store behind this address, as the page tells it; nothing before the first release. */
export const ownStore = () => globalThis.document?.documentElement.dataset.store || null;

/** The id of the release that this page shows. */
export const shownRelease = () => key?.split('-')[0];

export const dataUrl = (name) => `/data/${key}/${name}`;

/** What the server tells in one answer, because over a slow link a question costs more than its bytes. */
const AT_START = ['indicators', 'region-sets', 'info'];

/** A file of the release that is shown: `indicators`, `values/departments`... @param {string} lang of a refusal */
export function data(name, lang) {
  const joined = AT_START.includes(name) && !held;
  return keep(dataUrl(name), async () => (joined ? (await data('start', lang))[name] : file(dataUrl(name), lang)));
}

/** Where the regions of a set lie, as features. @param {string} address the set tells it */
export function places(address, lang) {
  // A server that knows these places no longer by their content still has them by the name of the release.
  const byRelease = (error) => {
    if (error.kind !== 'refused') throw error;
    return file(dataUrl(address.split('/').slice(1, 3).join('/')), lang);
  };
  return keep(address, async () => features(await file(address, lang).catch(byRelease)));
}

async function file(address, lang) {
  if (!held) return get(address, lang);
  if (!held[address]) throw new ApiError('pack');
  return held[address];
}

/** The address of the figures of an indicator, region set and measure, optionally of one series and period; or of plots. */
export function figuresPath({ indicator, regionSet, measure, series, period }, format) {
  const kind = /^plots\.(\w+)/.exec(indicator)?.[1];
  const query = new URLSearchParams(kind ? { 'region-set': regionSet, kind } : { indicator, 'region-set': regionSet, measure });
  if (series && !kind) query.set('series', series);
  if (period) query.set(kind ? 'year' : 'period', period);
  if (format) query.set('f', format);
  return `${kind ? 'totals' : 'figures'}?${query}`;
}

/** The address of the map as a page to print. */
export function sheetPath({ indicator, regionSet, measure, series, period, region, lang }, format, paper) {
  const query = new URLSearchParams({ indicator, 'region-set': regionSet, measure, series, period, lang, paper, f: format });
  if (region) query.set('region', region);
  return `sheets?${query}`;
}

export function regionPath(regionSet, code, format) {
  return `regions/${encodeURIComponent(regionSet)}/${encodeURIComponent(code)}${format ? `?f=${format}` : ''}`;
}

/** What is answered from a release: asked of the one that is shown, so that page and download say the same. */
const OF_RELEASE = /^(figures|totals|overlaps|changes|regions|sheets|plots|nearest|queries)\b/;

export function url(path) {
  const release = OF_RELEASE.test(path) && !/[?&]release=/.test(path) && +shownRelease();
  return `/api/v1/${path}${release ? `${path.includes('?') ? '&' : '?'}release=${release}` : ''}`;
}

/** A question whose answer is not kept. @param {AbortSignal} [signal] @throws {ApiError} */
export async function request(path, lang, signal) {
  if (held) throw new ApiError('pack');
  return get(url(path), lang, signal);
}

async function get(address, lang, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { 'Accept-Language': lang } });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError('refused', problem.detail);
}
