/** Small geometry for symbols: a point inside a region, a radius for a value. */

/** @returns {[number, number]|null} lon, lat inside the largest part of a geometry (or the point it is) */
export function interiorPoint(geometry) {
  if (!geometry) return null;
  if (geometry.type === 'Point') return geometry.coordinates;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.reduce((best, p) => (Math.abs(area(p[0])) > Math.abs(area(best[0])) ? p : best));
  const middle = centroid(largest[0]);
  return inside(middle, largest) ? middle : widestMiddle(largest, middle[1]);
}

/** Area grows with the value, not the radius: what is twice as much looks twice as large. */
export function radius(value, largest, maxRadius) {
  if (!(value > 0) || !(largest > 0)) return 0;
  return Math.max(2.5, maxRadius * Math.sqrt(value / largest));
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return sum / 2;
}

function centroid(ring) {
  const a = area(ring);
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    x += (ring[j][0] + ring[i][0]) * cross;
    y += (ring[j][1] + ring[i][1]) * cross;
  }
  return a ? [x / (6 * a), y / (6 * a)] : ring[0];
}

function inside(point, rings) {
  let odd = false;
  for (const ring of rings) for (const cut of cuts(ring, point[1])) if (cut > point[0]) odd = !odd;
  return odd;
}

/** For a crescent, whose centroid lies outside: the middle of the widest stretch at that latitude. */
function widestMiddle(rings, lat) {
  const xs = rings.flatMap((ring) => cuts(ring, lat)).sort((a, b) => a - b);
  let best = [rings[0][0][0], rings[0][0][0]];
  for (let i = 0; i + 1 < xs.length; i += 2) if (xs[i + 1] - xs[i] > best[1] - best[0]) best = [xs[i], xs[i + 1]];
  return [(best[0] + best[1]) / 2, lat];
}

/** Longitudes at which a ring crosses a latitude. */
function cuts(ring, lat) {
  const xs = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[j];
    const [x2, y2] = ring[i];
    if (y1 > lat !== y2 > lat) xs.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return xs;
}
