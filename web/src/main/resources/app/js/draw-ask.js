import { ApiError, url } from './api.js';
import { lang, t } from './i18n.js';

/** The question about a drawing, and how it is sent. */

/**
 * @param {{name: string, geometry: object, regionSet?: string, code?: string}[]} shapes what is asked about: areas, then regions
 * @param {import('./draw.js').Drawing} drawing
 * @param {boolean} [echo] whether the answer is to hold the outlines whatever they are
 * @returns {string} the body of the request
 */
export function question(shapes, { km, union }, echo = false) {
  const made = km > 0 || (union && shapes.length > 1);
  const options = {
    ...(km > 0 && { buffer_m: Math.round(km * 1000) }),
    ...(union && shapes.length > 1 && { union: true }),
    ...((made || echo) && { echo: true }),
  };
  // The server knows a region more exactly than the map does.
  const regions = shapes.filter((s) => s.regionSet).map((r) => ({ region_set: r.regionSet, code: r.code }));
  const areas = shapes.filter((s) => !s.regionSet);
  if (shapes.length === 1) return JSON.stringify(regions.length ? { region: regions[0], ...options } : { geometry: areas[0].geometry, ...options });
  if (!areas.length) return JSON.stringify({ regions, ...options });
  const features = areas.map((s) => ({ type: 'Feature', properties: {}, geometry: s.geometry }));
  return JSON.stringify({ type: 'FeatureCollection', features, ...(regions.length && { regions }), ...options });
}

/** @throws {ApiError} */
export async function post(body, signal) {
  let response;
  try {
    response = await fetch(url('queries'), {
      method: 'POST',
      body,
      signal,
      headers: { 'Content-Type': 'application/json', 'Accept-Language': lang },
    });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError('refused', problem.detail && placed(problem.detail));
}

/** The server tells the place as a path into what was sent (`/features/2/geometry: ...`); here it is a polygon's number. */
function placed(detail) {
  const [, index, words] = /^\/(?:(?:features|regions)\/(\d+)\/?)?[\w/]+: (.+)$/s.exec(detail) ?? [null, undefined, detail];
  return index === undefined ? words : `${t('draw.polygon', { n: +index + 1 })}: ${words}`;
}
