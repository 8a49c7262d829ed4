import { corner, MOST_CORNERS, pairs } from './draw-shape.js';

/**
 * A drawing as a text for an address, and back: `-76.5,-6.2,-76.1,-6.3,...` is an outline, two numbers are a point,
 * `departments/22,districts/100101` are regions, alone or after an outline. Then what is done with it: `*5km` around, `*union` all as one.
 */

const REGION = /^([a-z][a-z-]*)\/([\w-]+)$/;
/** So many regions go into a link. */
const MOST_REGIONS = 50;

/** @returns {string|null} null where it is empty or too long for a link */
export function toLink({ ring, point, shapes, picked, km, union }) {
  if (shapes.length) return null;
  const parts = point ? [point.join(',')] : [ring?.length ? outline(ring) : '', picked.length ? regions(picked) : ''];
  const ground = parts.includes(null) ? null : parts.filter(Boolean).join(',');
  if (!ground) return null;
  return [ground, km && `${km}km`, union && 'union'].filter(Boolean).join('*');
}

function outline(ring) {
  return ring.length < 3 || ring.length > MOST_CORNERS ? null : ring.flat().join(',');
}

function regions(picked) {
  return picked.length > MOST_REGIONS ? null : picked.map((r) => `${r.regionSet}/${r.code}`).join(',');
}

/**
 * @returns {{ring?: [number, number][], point?: [number, number], regions?: {regionSet: string, code: string}[], km: number|null, union: boolean}|null}
 *   null where it cannot be read
 */
export function fromLink(text) {
  const [ground, ...options] = text.split('*');
  const km = options.map((o) => /^(\d+(?:\.\d+)?)km$/.exec(o)?.[1]).find(Boolean);
  const known = options.every((o) => o === 'union' || /^\d+(\.\d+)?km$/.test(o));
  const found = known ? read(ground) : null;
  return found && { ...found, km: km ? +km : null, union: options.includes('union') };
}

function read(ground) {
  const parts = ground.split(',');
  const named = parts.findIndex((part) => REGION.test(part));
  if (named >= 0) {
    const found = parts.slice(named).map((part) => REGION.exec(part));
    if (!found.every(Boolean) || found.length > MOST_REGIONS) return null;
    const regions = found.map(([, regionSet, code]) => ({ regionSet, code }));
    if (named === 0) return { regions };
    const beside = read(parts.slice(0, named).join(','));
    return beside?.ring ? { ...beside, regions } : null;
  }
  const ring = pairs(ground);
  if (ring?.length === 1) return { point: corner(...ring[0]) };
  return ring && ring.length >= 3 && ring.length <= MOST_CORNERS ? { ring } : null;
}
