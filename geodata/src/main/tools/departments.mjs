// The 25 departments of Peru as GeoJSON (RFC 7946), from the Natural Earth shapes in a TopoJSON file.
//
//   node departments.mjs PER.TOPO.JSON TOPOJSON_CLIENT_FOLDER OUTPUT_FOLDER
//
// Called by scripts/reference-departments, which fetches and checks both inputs.
// Arcs are decoded once and rounded one by one, so that neighbours keep the same vertices along
// their common border; nothing is simplified.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeSums } from './csv.mjs';

const [input, client, output] = process.argv.slice(2);
if (!input || !client || !output) {
  console.error('usage: node departments.mjs PER.TOPO.JSON TOPOJSON_CLIENT_FOLDER OUTPUT_FOLDER');
  process.exit(2);
}
const { feature, merge } = createRequire(import.meta.url)(client);

// UBIGEO code, Spanish name, and the shapes of the file as "id/name" (id alone is ambiguous).
const DEPARTMENTS = [
  ['01', 'Amazonas', ['PE.AM/Amazonas']],
  ['02', 'Áncash', ['PE.AN/Ancash']],
  ['03', 'Apurímac', ['PE.AP/Apurímac']],
  ['04', 'Arequipa', ['PE.AR/Arequipa']],
  ['05', 'Ayacucho', ['PE.AY/Ayacucho']],
  ['06', 'Cajamarca', ['PE.CJ/Cajamarca']],
  ['07', 'Callao', ['PE./Callao']], // two shapes are called Callao: this is the small one
  ['08', 'Cusco', ['PE.CS/Cusco']],
  ['09', 'Huancavelica', ['PE.HV/Huancavelica']],
  ['10', 'Huánuco', ['PE.HC/Huánuco']],
  ['11', 'Ica', ['PE.IC/Ica']],
  ['12', 'Junín', ['PE.JU/Junín']],
  ['13', 'La Libertad', ['PE.LL/La Libertad']],
  ['14', 'Lambayeque', ['PE.LB/Lambayeque']],
  ['15', 'Lima', ['PE.LR/Lima', 'PE.LR/Lima Province']], // the province of Lima is a shape of its own
  ['16', 'Loreto', ['PE.LO/Loreto']],
  ['17', 'Madre de Dios', ['PE.MD/Madre de Dios']],
  ['18', 'Moquegua', ['PE.MQ/Moquegua']],
  ['19', 'Pasco', ['PE.PA/Pasco']],
  ['20', 'Piura', ['PE.PI/Piura']],
  ['21', 'Puno', ['PE.CL/Callao']], // the file calls the 72,000 km2 of Puno "Callao" too
  ['22', 'San Martín', ['PE.SM/San Martín']],
  ['23', 'Tacna', ['PE.TA/Tacna']],
  ['24', 'Tumbes', ['PE.TU/Tumbes']],
  ['25', 'Ucayali', ['PE.UC/Ucayali']],
];

const topology = JSON.parse(readFileSync(input, 'utf8'));
const shapes = new Map();
for (const g of topology.objects.per.geometries) {
  const key = `${g.id}/${g.properties.name}`;
  if (shapes.has(key)) throw new Error(`two shapes are called ${key}`);
  shapes.set(key, g);
}

/**
 * The coarse grid of the file leaves a spike where a border runs out and back on one line (once: where
 * Puno, Tacna and Bolivia meet). The spike is cut; the neighbour gets the vertex that is now a corner,
 * on its straight edge. No area changes, and the common border keeps common vertices.
 */
function cutSpikes(rings) {
  const cross = (a, b, c) => Math.round(((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) * 1e10);
  const dot = (a, b, c) => (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  const same = (a, b) => a[0] === b[0] && a[1] === b[1];
  const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  for (const r of rings) {
    for (let i = 1; i < r.length - 1; i++) {
      const [a, b, c] = [r[i - 1], r[i], r[i + 1]];
      if (cross(a, b, c) !== 0 || dot(a, b, c) >= 0) continue;
      const [end, corner] = far(a, b) > far(b, c) ? [a, c] : [c, a];
      r.splice(i, 1);
      for (const other of rings) {
        for (let k = 1; k < other.length; k++) {
          const [p, q] = [other[k - 1], other[k]];
          if (other !== r && ((same(p, end) && same(q, b)) || (same(p, b) && same(q, end)))) other.splice(k++, 0, corner);
        }
      }
      console.log(`spike cut at ${b}, corner ${corner}`);
      i = 0;
    }
  }
}

const round = (x) => Math.round(x * 1e5) / 1e5;

function ring(points) {
  const out = [];
  for (const [x, y] of points.map(([x, y]) => [round(x), round(y)])) {
    const last = out[out.length - 1];
    if (!last || last[0] !== x || last[1] !== y) out.push([x, y]);
  }
  if (out.length < 4) throw new Error('a ring fell together');
  return out;
}

function turned(points, counterClockwise) {
  let twice = 0;
  for (let i = 1; i < points.length; i++) {
    twice += points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1];
  }
  return twice > 0 === counterClockwise ? points : [...points].reverse();
}

function bboxOf(polygons) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygons.flat(2)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

const decoded = DEPARTMENTS.map(([code, name, keys]) => {
  const parts = keys.map((k) => {
    if (!shapes.has(k)) throw new Error(`the file has no shape ${k} (for ${code} ${name})`);
    const g = shapes.get(k);
    shapes.delete(k);
    return g;
  });
  const g = parts.length === 1 ? feature(topology, parts[0]).geometry : merge(topology, parts);
  const polygons = (g.type === 'Polygon' ? [g.coordinates] : g.coordinates).map((p) =>
    p.map((r, i) => turned(ring(r), i === 0)),
  );
  return { code, name, polygons };
});
if (shapes.size) throw new Error(`shapes without a department: ${[...shapes.keys()].join(', ')}`);
cutSpikes(decoded.flatMap((d) => d.polygons.flat()));

const all = decoded.flatMap((d) => d.polygons);
const features = decoded.map(({ code, name, polygons }) => {
  return {
    type: 'Feature',
    id: code,
    bbox: bboxOf(polygons),
    properties: { code, name },
    geometry:
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons },
  };
});

// One feature a line: differences stay readable.
writeFileSync(
  join(output, 'departments.geojson'),
  `{"type":"FeatureCollection","bbox":${JSON.stringify(bboxOf(all))},"features":[\n` +
    `${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`,
);
writeSums(output, ['departments.geojson']);
console.log(`${features.length} departments, ${all.flat(2).length} vertices`);
