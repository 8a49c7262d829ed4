/** Questions to the server. Each answer is kept, so that going back costs nothing. */

const answers = new Map();

/** What went wrong, ready to be said in words. */
export class ApiError extends Error {
  /** @param {'offline'|'refused'} kind @param {string} [detail] words of the server */
  constructor(kind, detail) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
  }
}

/** @param {string} path below /api/v1/ @param {string} lang of the server's words */
export function ask(path, lang) {
  if (!answers.has(path)) {
    const answer = request(path, lang);
    answers.set(path, answer);
    answer.catch(() => answers.delete(path));
  }
  return answers.get(path);
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

export function regionPath(regionSet, code, format) {
  return `regions/${encodeURIComponent(regionSet)}/${encodeURIComponent(code)}${format ? `?f=${format}` : ''}`;
}

export const url = (path) => `/api/v1/${path}`;

/** A question whose answer is not kept. @param {AbortSignal} [signal] @throws {ApiError} */
export async function request(path, lang, signal) {
  let response;
  try {
    response = await fetch(url(path), { signal, headers: { 'Accept-Language': lang } });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError('refused', problem.detail);
}
