import assert from 'node:assert/strict';
import test from 'node:test';
import { byFill, project, spread } from '../../main/resources/app/js/compare-shapes.js';

const square = (code, west, south, size = 1) => ({
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] },
});

test('regions keep their places and their proportions in a small map', () => {
  const { shapes, points, height } = project([square('a', -76, -1, 2), square('b', -74, -1, 2)], 100);
  assert.equal(height, 50);
  assert.equal(shapes.get('a'), 'M0 50L50 50L50 0L0 0L0 50z');
  assert.deepEqual(points.get('b').map(Math.round), [75, 25]);
});

test('what cannot be seen is not drawn, what has no place stands nowhere, a point has no shape', () => {
  const point = { properties: { code: 'p' }, geometry: { type: 'Point', coordinates: [-75, -0.5] } };
  const { shapes, points } = project([square('a', -76, -1, 2), square('tiny', -75, -0.9, 0.001), { properties: { code: 'no' }, geometry: null }, point], 100);
  assert.equal(shapes.get('tiny'), '');
  assert.deepEqual([shapes.has('no'), points.has('no'), shapes.has('p'), points.has('p')], [false, false, false, true]);
  assert.equal(project([], 100).points.size, 0);
});

test('all regions of one fill are one path', () => {
  const shapes = new Map([['a', 'MA'], ['b', 'MB'], ['c', 'MC']]);
  const frame = new Map([['a', { fill: 'x' }], ['b', { fill: 'y' }]]);
  assert.deepEqual([...byFill(frame, shapes, (row) => row.fill ?? 'none')], [['x', 'MA'], ['y', 'MB'], ['none', 'MC']]);
});

test('periods are spread from the first to the last, the shown one among them, and totals of years stand apart', () => {
  const years = Array.from({ length: 20 }, (_, i) => String(2001 + i));
  assert.deepEqual(spread(years, 6, '2020'), ['2001', '2005', '2009', '2012', '2016', '2020']);
  assert.deepEqual(spread(years, 6, '2010'), ['2001', '2005', '2010', '2012', '2016', '2020']);
  assert.deepEqual(spread(['2018', '2012/2014', '2019'], 6, '2019'), ['2018', '2019']);
  assert.deepEqual(spread(['2012/2014', '2015/2017'], 6, '2012/2014'), ['2012/2014', '2015/2017']);
});
