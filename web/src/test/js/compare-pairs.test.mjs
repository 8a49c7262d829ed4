import assert from 'node:assert/strict';
import test from 'node:test';
import { axis, canLog, logTicks, pairsOf, placeNames } from '../../main/resources/app/js/compare-pairs.js';

const frame = (...rows) => new Map(rows.map(([code, value, state]) => [code, { code, name: `R${code}`, value, state: state ?? 'value' }]));

test('every region is a point or left out with its reason, once', () => {
  const x = frame(['1', 5], ['2', null, 'not_monitored'], ['3', 7], ['4', null, 'withheld'], ['5', null, 'not_monitored']);
  const y = frame(['1', 1], ['2', 3], ['3', null, 'missing'], ['4', null, 'missing'], ['5', 2], ['6', 9]);
  const { pairs, left } = pairsOf(x, y);
  assert.deepEqual(pairs.map((p) => [p.code, p.x, p.y]), [['1', 5, 1]]);
  assert.deepEqual(left.map((g) => [g.lacks, g.stateX, g.stateY, g.rows.map((r) => r.code).join()]), [
    ['x', 'not_monitored', null, '2,5'],
    ['y', null, 'missing', '3'],
    ['both', 'withheld', 'missing', '4'],
    ['x', 'missing', null, '6'],
  ]);
});

test('a logarithm is offered only where all values are above zero', () => {
  assert.equal(canLog([{ x: 1, y: 2 }]), true);
  assert.equal(canLog([{ x: 1, y: 0 }]), false);
  assert.equal(canLog([{ x: -1, y: 2 }]), false);
  assert.equal(canLog([]), false);
});

test('ticks of a logarithm hold all values, also a single power of ten', () => {
  assert.deepEqual(logTicks(3, 480), [2, 5, 10, 20, 50, 100, 200, 500]);
  assert.deepEqual(logTicks(10, 10), [10, 20]);
  assert.deepEqual(logTicks(0.04, 0.3), [0.02, 0.05, 0.1, 0.2, 0.5]);
});

test('equal steps of a logarithm are equal factors', () => {
  const { at } = axis([1, 100], true, 0, 100);
  assert.equal(Math.round(at(10)), 50);
  const linear = axis([0, 90], false, 100, 0);
  assert.deepEqual([linear.at(0), linear.ticks.at(-1).at], [100, 0]);
});

test('names cover neither each other nor a point, stay in the picture, and the wanted one is always there', () => {
  const points = Array.from({ length: 60 }, (_, i) => ({ code: String(i), name: `Región ${i}`, cx: 10 + ((i * 37) % 280), cy: 10 + ((i * 53) % 180) }));
  const names = placeNames(points, { left: 0, width: 300, top: 0, bottom: 200 }, '7');
  assert.ok(names.some((n) => n.code === '7') && names.length > 3);
  const boxes = names.filter((n) => n.code !== '7').map((n) => ({ from: n.anchor === 'start' ? n.x : n.x - n.name.length * 6.6, y: n.y, width: n.name.length * 6.6 }));
  for (const b of boxes) assert.ok(b.from >= 0 && b.from + b.width <= 300);
  for (const a of boxes) for (const b of boxes) if (a !== b) assert.ok(Math.abs(a.y - b.y) >= 11 || a.from + a.width <= b.from + 2 || b.from + b.width <= a.from + 2);
});
