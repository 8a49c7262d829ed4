/** Where regions lie: TopoJSON (each stretch of border once, in steps of a grid) as the features that a map draws. */

/** @returns {{features: object[]}} GeoJSON, longitude and latitude */
export function features({ transform, arcs, objects }) {
  const [kx, ky] = transform.scale;
  const lines = arcs.map((steps) => {
    let x = 0;
    let y = 0;
    return steps.map(([dx, dy]) => place((x += dx), (y += dy)));
  });
  // Divided and not multiplied: 76.123, and not 76.12300000000001.
  function place(x, y) {
    return [x / Math.round(1 / kx), y / Math.round(1 / ky)];
  }
  const ring = (numbers) =>
    numbers.flatMap((n, i) => {
      const line = n < 0 ? [...lines[~n]].reverse() : lines[n];
      return i ? line.slice(1) : line;
    });
  const SHAPES = {
    Point: (g) => place(...g.coordinates),
    Polygon: (g) => g.arcs.map(ring),
    MultiPolygon: (g) => g.arcs.map((polygon) => polygon.map(ring)),
  };
  return {
    type: 'FeatureCollection',
    features: objects.regions.geometries.map((g) => ({
      type: 'Feature',
      geometry: g.type && { type: g.type, coordinates: SHAPES[g.type](g) },
      properties: g.properties,
    })),
  };
}
