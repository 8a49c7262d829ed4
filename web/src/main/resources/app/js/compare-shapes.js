import { interiorPoint } from './geometry.js';
import { comparePeriods, isSingle, parsePeriod } from './period.js';

/** Regions as paths of a small map, and which years stand side by side; nothing here knows of the page. */

/** A vertex nearer than this to the one before would not be seen. */
const STEP = 0.6;

/**
 * @param {object[]} features GeoJSON, longitude and latitude @param {number} width of the drawing
 * @param {object[]} [around] all that the drawing has to hold
 * @returns {{width: number, height: number, shapes: Map<string, string>, points: Map<string, [number, number]>}} `d` by code,
 *   and a point inside each region; regions without a place are in neither
 */
export function project(features, width, around = features) {
  const placed = features.filter((f) => f.geometry);
  const corners = around.filter((f) => f.geometry).flatMap((f) => (f.geometry.type === 'Point' ? [f.geometry.coordinates] : rings(f.geometry).flat()));
  const shapes = new Map();
  const points = new Map();
  if (!corners.length) return { width, height: 0, shapes, points };
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of corners) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  // Of two zones given by points only, room around is needed to see them.
  const flat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const k = width / ((east - west) * flat || 1);
  const at = ([lon, lat]) => [(lon - west) * flat * k, (north - lat) * k];
  for (const f of placed) {
    const { code } = f.properties;
    points.set(code, at(interiorPoint(f.geometry)).map(fix));
    if (f.geometry.type === 'Point') continue;
    shapes.set(code, rings(f.geometry).map((ring) => line(ring.map(at))).join(''));
  }
  return { width, height: Math.ceil((north - south) * k), shapes, points };
}

/** A ring with the vertices that are seen; what has no size left is not drawn. */
function line(points) {
  const kept = [points[0]];
  for (const p of points.slice(1)) {
    const last = kept[kept.length - 1];
    if (Math.abs(p[0] - last[0]) + Math.abs(p[1] - last[1]) >= STEP) kept.push(p);
  }
  return kept.length < 3 ? '' : `M${kept.map((p) => p.map(fix).join(' ')).join('L')}z`;
}

const rings = (geometry) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat());
const fix = (n) => Math.round(n * 10) / 10;

/**
 * All regions of one fill as one path: a map is a dozen elements, however many regions it has.
 * @param {Map<string, object>} frame @param {Map<string, string>} shapes @param {(row: object) => string} fillOf
 * @returns {Map<string, string>} `d` by fill
 */
export function byFill(frame, shapes, fillOf) {
  const parts = new Map();
  for (const [code, d] of shapes) {
    const row = frame.get(code);
    const fill = fillOf(row ?? { state: 'missing', value: null, class: null });
    parts.set(fill, (parts.get(fill) ?? '') + d);
  }
  return parts;
}

/**
 * Periods spread evenly over all there are, the first and the last among them.
 * @param {string[]} periods in order @param {number} most @param {string} wanted stands among them
 */
export function spread(periods, most, wanted) {
  const single = periods.filter((p) => isSingle(parsePeriod(p)));
  const all = single.length > 1 ? single : periods;
  if (all.length <= most) return all;
  const picked = new Set(Array.from({ length: most }, (_, i) => Math.round((i * (all.length - 1)) / (most - 1))));
  const own = all.indexOf(wanted);
  if (own >= 0 && !picked.has(own)) {
    const inner = [...picked].filter((i) => i > 0 && i < all.length - 1);
    picked.delete(inner.reduce((a, b) => (Math.abs(b - own) < Math.abs(a - own) ? b : a), inner[0]));
    picked.add(own);
  }
  return [...picked].sort((a, b) => a - b).map((i) => all[i]);
}

export const inOrder = (periods) => [...periods].sort((a, b) => comparePeriods(parsePeriod(a), parsePeriod(b)));
