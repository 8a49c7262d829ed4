import assert from 'node:assert/strict';
import test from 'node:test';
import { BOUNDS, classOf, colourOf, density, inSight, measureOf } from '../../main/resources/app/js/cell-classes.js';

test('cells of different size with as much on each square kilometre have the same class', () => {
  const small = density({ hectares: 3 }, 1000);
  const large = density({ hectares: 300 }, 10000);
  assert.equal(small, large);
  assert.equal(classOf(small), 4);
});

test('a bound belongs to the class above it', () => {
  assert.deepEqual([0, 0.0199, 0.02, 0.1, 0.49, 0.5, 2, 99].map(classOf), [0, 0, 1, 2, 2, 3, 4, 4]);
});

test('the ends of the scale keep the ends of a palette, however short', () => {
  const last = BOUNDS.length - 2;
  for (const palette of [['a'], ['a', 'b'], ['a', 'b', 'c', 'd', 'e']]) {
    assert.equal(colourOf(0, palette), palette[0]);
    assert.equal(colourOf(last, palette), palette.at(-1));
  }
});

test('what is in sight is added up from cells, or counted from plots', () => {
  const cells = { type: 'cells', cell_m: 2000, withheld: 4, cells: [{ count: 3, hectares: 1.5 }, { count: 5, hectares: 2 }] };
  assert.deepEqual(inSight(cells), { plots: 8, hectares: 3.5, withheld: 4, cells: 2 });
  assert.equal(inSight({ type: 'FeatureCollection', features: [{}, {}] }).plots, 2);
});

test('lines are called by kilometres and points by their number, never by what is no number', () => {
  assert.equal(density({ count: 2, kilometres: 8 }, 2000), 2);
  assert.equal(density({ count: 8 }, 2000), 2);
  const lines = { type: 'cells', cell_m: 2000, cells: [{ count: 3, kilometres: 1.5 }] };
  assert.deepEqual(inSight(lines), { plots: 3, kilometres: 1.5, withheld: 0, cells: 1 });
  assert.equal(measureOf({ type: 'cells', cells: [{ count: 3 }] }), 'count');
});
