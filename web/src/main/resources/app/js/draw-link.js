import { corner, MOST_CORNERS, pairs } from './draw-shape.js';

/**
 * A drawing as a text for an address, and back: `-76.5,-6.2,-76.1,-6.3,...` is an outline, two numbers are a point,
 * `departments/22,districts/100101` are regions. Then what is done with it: `*5km` around, `*union` all as one.
 */

const REGION = /^([a-z][a-z-]*)\/([\w-]+)$/;
/** So many regions go into a link. */
const MOST_REGIONS = 50;

/** @returns {string|null} null where it is empty or too long for a link */
export function toLink({ ring, point, picked, km, union }) {
  const ground = point ? point.join(',') : picked.length ? regions(picked) : ring && outline(ring);
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
  const parts = ground.split(',').map((part) => REGION.exec(part));
  if (parts.every(Boolean)) return parts.length > MOST_REGIONS ? null : { regions: parts.map(([, regionSet, code]) => ({ regionSet, code })) };
  const ring = pairs(ground);
  if (ring?.length === 1) return { point: corner(...ring[0]) };
  return ring && ring.length >= 3 && ring.length <= MOST_CORNERS ? { ring } : null;
}
