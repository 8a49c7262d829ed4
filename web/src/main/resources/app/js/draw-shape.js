import { csvText } from './compare-csv.js';

/** Outlines as lists of corners: editing, crossings, links, files. Nothing here knows of the page or of the map. */

/**
 * @typedef {[number, number]} Corner lon, lat
 * @typedef {Corner[]} Ring not closed: the first corner is not repeated
 */

/** A metre, about: finer than anybody can draw. What is drawn and what its link says are the same. */
const DECIMALS = 5;

/** So many corners can be moved by hand, and go into a link. */
export const MOST_CORNERS = 200;

/** Looking for crossings takes the square of the corners. */
const MOST_CHECKED = 1500;

/** @returns {Corner} */
export function corner(lon, lat) {
  const limit = (v, most) => +Math.max(-most, Math.min(most, v)).toFixed(DECIMALS);
  return [limit(lon, 180), limit(lat, 90)];
}

/** The same place twice in a row is one corner. */
export function addCorner(ring, next) {
  const last = ring[ring.length - 1];
  return last && same(last, next) ? ring : [...ring, next];
}

export function insertCorner(ring, after, next) {
  return [...ring.slice(0, after + 1), next, ...ring.slice(after + 1)];
}

export function moveCorner(ring, index, to) {
  return ring.map((c, i) => (i === index ? to : c));
}

export function removeCorner(ring, index) {
  return ring.filter((_, i) => i !== index);
}

/** The middle of the side that follows a corner. */
export function middle(ring, index) {
  const [a, b] = [ring[index], ring[(index + 1) % ring.length]];
  return corner((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
}

/**
 * Where an outline crosses or touches itself: one place for each pair of sides.
 * @param {Ring} ring @returns {Corner[]}
 */
export function crossings(ring) {
  const n = ring.length;
  if (n < 4 || n > MOST_CHECKED) return [];
  const found = [];
  for (let i = 0; i < n; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % n]];
    for (let j = i + 2; j < n; j++) {
      // The last side is a neighbour of the first.
      if (i === 0 && j === n - 1) continue;
      const place = meeting(a, b, ring[j], ring[(j + 1) % n]);
      if (place) found.push(place);
    }
  }
  return found;
}

/** Where two sides meet, or null. */
function meeting(a, b, c, d) {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return [c, d].find((p) => within(p, a, b)) ?? [a, b].find((p) => within(p, c, d)) ?? null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [a[0] + t * rx, a[1] + t * ry] : null;
}

/** Whether a point lies on a side. */
function within(p, a, b) {
  const off = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
  const between = (i) => p[i] >= Math.min(a[i], b[i]) && p[i] <= Math.max(a[i], b[i]);
  return off === 0 && between(0) && between(1);
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/** Twice the area, positive where the ring runs counter-clockwise. */
function turning(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0);
}

/** @param {Ring} ring @returns {object} a GeoJSON polygon, closed, counter-clockwise */
export function polygon(ring) {
  const turned = turning(ring) < 0 ? [...ring].reverse() : ring;
  return { type: 'Polygon', coordinates: [[...turned, turned[0]]] };
}

export function polygonsOf(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Corners of a geometry; the repeated last one of each ring does not count. */
export function corners(geometry) {
  return polygonsOf(geometry).reduce((n, rings) => rings.reduce((m, ring) => m + ring.length - 1, n), 0);
}

/** The ring of a simple polygon that can be edited by hand, or null. */
export function editable(geometry) {
  const polygons = polygonsOf(geometry);
  if (polygons.length !== 1 || polygons[0].length !== 1 || corners(geometry) > MOST_CORNERS) return null;
  return polygons[0][0].slice(0, -1).map(([lon, lat]) => corner(lon, lat)).reduce(addCorner, []);
}

/** Numbers in pairs, however they are separated. */
export function pairs(text) {
  const numbers = text.trim().split(/[\s,;]+/).map((word) => (word === '' ? NaN : Number(word)));
  if (numbers.length % 2 || !numbers.every(Number.isFinite)) return null;
  const ring = [];
  for (let i = 0; i < numbers.length; i += 2) {
    if (Math.abs(numbers[i]) > 180 || Math.abs(numbers[i + 1]) > 90) return null;
    ring.push(corner(numbers[i], numbers[i + 1]));
  }
  const closed = ring.length > 3 && same(ring[0], ring[ring.length - 1]);
  return (closed ? ring.slice(0, -1) : ring).reduce(addCorner, []);
}

/*
 * Files and pasted text.
 */

/** Why a text cannot be used, as key and parameters; the words are in `i18n/`. */
export class Unreadable extends Error {
  constructor(key, params = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

const CRS84 = /CRS:?:?84$|EPSG:?:?4326$/i;
const AREAS = ['Polygon', 'MultiPolygon'];

/**
 * The polygons of a GeoJSON text, or of a list of corners, one `lon, lat` per line.
 * @param {{query_vertices: number, query_polygons: number}} limits
 * @returns {{shapes: {name: string, geometry: object}[], skipped: number}} `skipped` are points and lines
 * @throws {Unreadable}
 */
export function readShapes(text, limits) {
  const start = text.trimStart();
  if (!start) throw new Unreadable('empty');
  if (start.startsWith('PK')) throw new Unreadable('zip');
  if (start[0] === '<') throw new Unreadable('xml');
  if (start[0] !== '{') return readCorners(start);
  let json;
  try {
    json = JSON.parse(start);
  } catch {
    throw new Unreadable('notJson');
  }
  const crs = json.crs?.properties?.name;
  if (crs && !CRS84.test(crs)) throw new Unreadable('crs', { crs: crs.replace(/^urn:ogc:def:crs:/, '').replace('::', ':') });
  const features = [];
  collect(json, '', features);
  if (!features.length) throw new Unreadable('notGeoJson');
  const areas = features.filter((f) => AREAS.includes(f.geometry.type));
  if (!areas.length) throw new Unreadable('noPolygons', { types: [...new Set(features.map((f) => f.geometry.type))].join(', ') });
  if (areas.length > limits.query_polygons) throw new Unreadable('tooMany', { n: areas.length, most: limits.query_polygons });
  const shapes = areas.map(({ name, geometry }) => ({ name, geometry: cleaned(geometry) }));
  const vertices = shapes.reduce((n, s) => n + corners(s.geometry), 0);
  if (vertices > limits.query_vertices) throw new Unreadable('tooFine', { n: vertices, most: limits.query_vertices });
  checkPlaces(shapes);
  return { shapes, skipped: features.length - areas.length };
}

function readCorners(text) {
  const numbers = /^[-+\d.,;\s]+$/.test(text);
  const ring = numbers ? pairs(text) : null;
  if (!ring) throw new Unreadable(numbers ? 'pairs' : 'notJson');
  if (ring.length === 1) return readPoint(ring[0]);
  if (ring.length < 3) throw new Unreadable('fewCorners');
  const shapes = [{ name: '', geometry: polygon(ring) }];
  checkPlaces(shapes);
  return { shapes, skipped: 0 };
}

/** One place: to ask what lies around it. */
function readPoint(at) {
  if (isSwapped(at)) throw new Unreadable('swapped');
  return { shapes: [{ name: '', geometry: { type: 'Point', coordinates: at } }], skipped: 0 };
}

function isSwapped([a, b]) {
  return a > -20 && a < 2 && b > -83 && b < -67;
}

function collect(json, name, into) {
  if (json?.type === 'FeatureCollection') for (const f of json.features ?? []) collect(f, '', into);
  else if (json?.type === 'Feature') collect(json.geometry, nameOf(json), into);
  else if (json?.type === 'GeometryCollection') for (const g of json.geometries ?? []) collect(g, name, into);
  else if (Array.isArray(json?.coordinates)) into.push({ name, geometry: json });
}

function nameOf(feature) {
  const { name, nombre, NAME, NOMBRE } = feature.properties ?? {};
  return String(name ?? nombre ?? NAME ?? NOMBRE ?? '');
}

/** Rings closed, heights dropped. */
function cleaned({ type, coordinates }) {
  const ring = (points) => {
    if (!Array.isArray(points)) throw new Unreadable('notGeoJson');
    const flat = points.map((p) => [p?.[0], p?.[1]]);
    if (!flat.every((p) => p.every(Number.isFinite))) throw new Unreadable('notNumbers');
    const closed = flat.length > 1 && same(flat[0], flat[flat.length - 1]) ? flat : [...flat, flat[0]];
    if (closed.length < 4) throw new Unreadable('fewCorners');
    return closed;
  };
  const rings = (list) => {
    if (!Array.isArray(list) || !list.length) throw new Unreadable('notGeoJson');
    return list.map(ring);
  };
  return { type, coordinates: type === 'Polygon' ? rings(coordinates) : coordinates.map(rings) };
}

/** Metres instead of degrees, and latitude before longitude, are told as what they are. */
function checkPlaces(shapes) {
  const points = shapes.flatMap((s) => polygonsOf(s.geometry).flat(2));
  if (points.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 180)) throw new Unreadable('metres');
  if (points.every(isSwapped)) throw new Unreadable('swapped');
  if (points.some(([, lat]) => Math.abs(lat) > 90)) throw new Unreadable('latitude');
}

/*
 * Downloads.
 */

const COLUMNS = ['polygon', 'area_ha', 'outside_ha', 'buffer_m', 'kind', 'year', 'state', 'plots', 'hectares', 'border_hectares', 'release', 'synthetic', 'note'];

/**
 * The table as CSV (RFC 4180). What has no number stays empty; its state says why.
 * @param {object} answer of /api/v1/queries @param {string[]} names of the polygons @param {string} note
 */
export function toCsv(answer, names, note) {
  const rows = answer.queries.flatMap((q, i) =>
    q.totals.map((t) => [
      names[i], q.area_ha, q.outside_ha, q.buffer_m, t.kind, t.year, t.state, t.count, t.hectares, t.border_hectares, answer.release, answer.synthetic, note,
    ]),
  );
  return csvText(COLUMNS, rows);
}

/** The polygons with their totals: those that were answered, where the answer holds them, else those that were sent. */
export function toGeoJson(answer, shapes, note) {
  const features = answer.queries.map((q, i) => ({
    type: 'Feature',
    id: String(i + 1),
    properties: {
      name: shapes[i].name,
      area_ha: q.area_ha,
      outside_ha: q.outside_ha,
      buffer_m: q.buffer_m ?? null,
      region: q.region ?? null,
      vertices: q.vertices,
      border_plots: q.border_plots,
      release: answer.release,
      synthetic: answer.synthetic,
      note,
      method: answer.method,
      totals: q.totals,
    },
    geometry: q.geometry ?? shapes[i].geometry,
  }));
  return `${JSON.stringify(features.length === 1 ? features[0] : { type: 'FeatureCollection', features })}\n`;
}
