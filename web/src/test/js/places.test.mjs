import assert from 'node:assert/strict';
import test from 'node:test';
import { features } from '../../main/resources/app/js/places.js';

const file = {
  type: 'Topology',
  transform: { scale: [0.001, 0.001], translate: [0, 0] },
  objects: {
    regions: {
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { code: '01' } },
        { type: 'MultiPolygon', arcs: [[[~1, 2]]], properties: { code: '02' } },
        { type: 'Point', coordinates: [-76123, -9500], properties: { code: '03' } },
        { type: null, properties: { code: '04' } },
      ],
    },
  },
  // west side of the first square, the border, east side of the second
  arcs: [
    [[1000, 1000], [-1000, 0], [0, -1000], [1000, 0]],
    [[1000, 0], [0, 1000]],
    [[1000, 0], [1000, 0], [0, 1000], [-1000, 0]],
  ],
};

test('a border that stands once is part of both neighbours, once in each direction', () => {
  const [west, east] = features(file).features;
  assert.deepEqual(west.geometry, { type: 'Polygon', coordinates: [[[1, 1], [0, 1], [0, 0], [1, 0], [1, 1]]] });
  assert.deepEqual(east.geometry, { type: 'MultiPolygon', coordinates: [[[[1, 1], [1, 0], [2, 0], [2, 1], [1, 1]]]] });
});

test('points keep their decimals, and what has no place has no geometry', () => {
  const [, , point, none] = features(file).features;
  assert.deepEqual(point.geometry.coordinates, [-76.123, -9.5]);
  assert.equal(none.geometry, null);
  assert.equal(none.properties.code, '04');
});
