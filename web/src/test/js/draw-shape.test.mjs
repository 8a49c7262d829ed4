import assert from 'node:assert/strict';
import test from 'node:test';
import * as shape from '../../main/resources/app/js/draw-shape.js';
import { fromSearch, toSearch } from '../../main/resources/app/js/state.js';

const LIMITS = { query_vertices: 20, query_polygons: 2, query_bytes: 1000 };
const SQUARE = [[-76, -7], [-75, -7], [-75, -6], [-76, -6]];
const BOW_TIE = [[-76, -7], [-75, -6], [-75, -7], [-76, -6]];

test('corners are set, moved, put between and taken away without changing the ring before', () => {
  const before = structuredClone(SQUARE);
  assert.deepEqual(shape.addCorner(SQUARE, [-77, -5]).at(-1), [-77, -5]);
  assert.equal(shape.addCorner(SQUARE, [-76, -6]), SQUARE, 'the same place twice is one corner');
  assert.deepEqual(shape.insertCorner(SQUARE, 3, [-76, -6.5])[4], [-76, -6.5]);
  assert.deepEqual(shape.moveCorner(SQUARE, 1, [-74, -7])[1], [-74, -7]);
  assert.deepEqual(shape.removeCorner(SQUARE, 0), SQUARE.slice(1));
  assert.deepEqual(SQUARE, before);
});

test('a corner is rounded to a metre and stays on the globe', () => {
  assert.deepEqual(shape.corner(-76.1234567, -6.7654321), [-76.12346, -6.76543]);
  assert.deepEqual(shape.corner(-190, 95), [-180, 90]);
});

test('the last side has a middle too', () => {
  assert.deepEqual(shape.middle(SQUARE, 3), [-76, -6.5]);
});

test('an outline without crossings has none, though its sides share corners', () => {
  assert.deepEqual(shape.crossings(SQUARE), []);
  assert.deepEqual(shape.crossings(SQUARE.slice(0, 3)), []);
  const star = Array.from({ length: 40 }, (_, i) => {
    const [angle, far] = [(i / 40) * 2 * Math.PI, i % 2 ? 1 : 0.4];
    return [-75 + far * Math.cos(angle), -8 + far * Math.sin(angle)];
  });
  assert.deepEqual(shape.crossings(star), []);
});

test('a bow tie crosses once, in its middle', () => {
  const [place, ...more] = shape.crossings(BOW_TIE);
  assert.deepEqual(more, []);
  assert.ok(Math.abs(place[0] + 75.5) < 1e-9 && Math.abs(place[1] + 6.5) < 1e-9);
});

test('a corner on another side, and sides that lie on one another, count as crossings', () => {
  const touching = [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]];
  assert.ok(shape.crossings(touching).some(([x, y]) => x === 2 && y === 0));
  const folded = [[0, 0], [4, 0], [4, 2], [3, 0], [1, 0], [0, 2]];
  assert.notEqual(shape.crossings(folded).length, 0);
});

test('a pentagram crosses five times', () => {
  const points = Array.from({ length: 5 }, (_, i) => [Math.cos((i * 4 * Math.PI) / 5), Math.sin((i * 4 * Math.PI) / 5)]);
  assert.equal(shape.crossings(points).length, 5);
});

test('what is sent is closed and runs counter-clockwise, however it was drawn', () => {
  const there = shape.polygon(SQUARE).coordinates[0];
  const back = shape.polygon([...SQUARE].reverse()).coordinates[0];
  for (const ring of [there, back]) {
    assert.equal(ring.length, 5);
    assert.deepEqual(ring[0], ring[4]);
    const doubled = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
    assert.ok(doubled > 0);
  }
});

test('only a simple outline of few corners can be moved by hand', () => {
  assert.deepEqual(shape.editable(shape.polygon(SQUARE)), SQUARE);
  assert.deepEqual(shape.editable({ type: 'MultiPolygon', coordinates: [shape.polygon(SQUARE).coordinates] }), SQUARE);
  const hole = [[-75.6, -6.6], [-75.5, -6.6], [-75.5, -6.5], [-75.6, -6.6]];
  assert.equal(shape.editable({ type: 'Polygon', coordinates: [shape.polygon(SQUARE).coordinates[0], hole] }), null);
});

const read = (value) => shape.readShapes(typeof value === 'string' ? value : JSON.stringify(value), LIMITS);
const refused = (value, key) => assert.throws(() => read(value), (error) => error instanceof shape.Unreadable && error.key === key, key);
const area = { type: 'Polygon', coordinates: shape.polygon(SQUARE).coordinates };

test('polygons are read out of everything that GeoJSON may wrap them in', () => {
  const feature = { type: 'Feature', properties: { name: 'Valle' }, geometry: area };
  const point = { type: 'Point', coordinates: [-76, -6] };
  assert.deepEqual(read(area).shapes, [{ name: '', geometry: area }]);
  assert.equal(read(`\uFEFF ${JSON.stringify(feature)}`).shapes[0].name, 'Valle');
  const { shapes, skipped } = read({ type: 'FeatureCollection', features: [feature, { type: 'Feature', geometry: { type: 'GeometryCollection', geometries: [area, point] } }] });
  assert.deepEqual([shapes.length, skipped], [2, 1]);
});

test('heights are dropped and open rings closed', () => {
  const high = { type: 'Polygon', coordinates: [SQUARE.map((c) => [...c, 800])] };
  const [{ geometry }] = read(high).shapes;
  assert.deepEqual(geometry.coordinates, [[...SQUARE, SQUARE[0]]]);
});

test('corners may be typed, one in a line', () => {
  const [{ geometry }] = read('-76, -7\n-75, -7\n-75 -6\n').shapes;
  assert.deepEqual(shape.editable(geometry), SQUARE.slice(0, 3));
  refused('-76, -7\n-75', 'pairs');
  refused('-76, -7\n-75, -7', 'fewCorners');
});

test('what cannot be used is refused by its name', () => {
  const ring = (...points) => ({ type: 'Polygon', coordinates: [points] });
  refused(' ', 'empty');
  refused('PK\u0003\u0004', 'zip');
  refused('<kml/>', 'xml');
  refused('{"type":', 'notJson');
  refused('hola', 'notJson');
  refused({ a: 1 }, 'notGeoJson');
  refused({ type: 'Polygon', coordinates: [] }, 'notGeoJson');
  refused({ type: 'Point', coordinates: [-76, -6] }, 'noPolygons');
  refused({ type: 'FeatureCollection', features: [area, area, area].map((geometry) => ({ type: 'Feature', geometry })) }, 'tooMany');
  refused(ring(...Array.from({ length: 21 }, (_, i) => [-76 + i / 100, -6 - i * i])), 'tooFine');
  refused(ring([350000, 9300000], [360000, 9300000], [360000, 9310000]), 'metres');
  refused(ring([-6, -76], [-6, -75], [-7, -75]), 'swapped');
  refused(ring([-76, -95], [-75, -95], [-75, -94]), 'latitude');
  refused(ring([-76, null], [-75, -6], [-75, -7]), 'notNumbers');
  refused(ring([-76, -6], [-75, -6]), 'fewCorners');
  refused({ ...area, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32718' } } }, 'crs');
  assert.equal(read({ ...area, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }).shapes.length, 1);
});

const ANSWER = {
  release: '1',
  synthetic: true,
  method: { es: 'Así', en: 'So' },
  queries: [
    {
      area_ha: 1234.5,
      outside_ha: 12.5,
      vertices: 4,
      border_plots: 2,
      totals: [
        { kind: 'coca_field', year: 2024, state: 'value', count: 5, hectares: 3.2, border_hectares: 0.4 },
        { kind: 'coca_field', year: 2023, state: 'zero', count: 0, hectares: 0, border_hectares: 0 },
        { kind: 'coca_field', year: 2022, state: 'withheld', count: null, hectares: null, border_hectares: null },
      ],
    },
  ],
};

test('the table as CSV keeps the states apart, quotes what needs it and says what is synthetic', () => {
  const lines = shape.toCsv(ANSWER, ['Valle "Uno", norte'], 'Datos sintéticos, inventados').split('\r\n');
  assert.equal(lines[0], 'polygon,area_ha,outside_ha,buffer_m,kind,year,state,plots,hectares,border_hectares,release,synthetic,note');
  assert.equal(lines[1], '"Valle ""Uno"", norte",1234.5,12.5,,coca_field,2024,value,5,3.2,0.4,1,true,"Datos sintéticos, inventados"');
  assert.ok(lines[2].includes(',2023,zero,0,0,0,'));
  assert.ok(lines[3].includes(',2022,withheld,,,,'));
  assert.equal(lines.length, 5);
  assert.match(shape.toCsv(ANSWER, ['=1+1'], ''), /\r\n'=1\+1,/, 'no formula for a spreadsheet');
});

test('a buffer is told in the table, and its outline is what is taken away', () => {
  const [query] = ANSWER.queries;
  const answer = { ...ANSWER, queries: [{ ...query, buffer_m: 5000, geometry: area }] };
  assert.ok(shape.toCsv(answer, ['P'], '').includes('P,1234.5,12.5,5000,coca_field'));
  const point = { type: 'Point', coordinates: [-76, -6] };
  const feature = JSON.parse(shape.toGeoJson(answer, [{ name: 'P', geometry: point }], ''));
  assert.deepEqual([feature.properties.buffer_m, feature.geometry], [5000, area]);
});

test('a single pair is a point, to look around', () => {
  assert.deepEqual(read('-76.5, -6.2').shapes, [{ name: '', geometry: { type: 'Point', coordinates: [-76.5, -6.2] } }]);
  refused('-6.2, -76.5', 'swapped');
});

test('the polygon with its totals can be read again', () => {
  const text = shape.toGeoJson(ANSWER, [{ name: 'Valle', geometry: area }], 'nota');
  const feature = JSON.parse(text);
  assert.equal(feature.properties.synthetic, true);
  assert.equal(feature.properties.outside_ha, 12.5);
  assert.equal(feature.properties.totals.length, 3);
  assert.deepEqual(read(text).shapes, [{ name: 'Valle', geometry: area }]);
});
