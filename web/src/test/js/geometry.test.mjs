import assert from 'node:assert/strict';
import test from 'node:test';
import {
  interiorPoint,
  band,
  layout,
  niceTicks,
  radius,
  scale,
  segments,
  yearTicks,
} from '../../main/resources/app/js/geometry.js';

const box = { width: 300, height: 100, left: 40, right: 10, top: 10, bottom: 20 };
const point = (series, x, value) => ({ series, x, start: x - 0.5, end: x + 0.5, value, figure: {} });

test('lines are never joined across series, nor over a missing year', () => {
  const parts = segments([point('B', 2018.5, 1), point('A', 2016.5, 1), point('A', 2017.5, 2), point('A', 2020.5, 3)]);
  assert.deepEqual(parts.map((s) => [s.series, s.points.length]), [['A', 2], ['A', 1], ['B', 1]]);
});

test('a missing month cuts the line as a missing year does', () => {
  const month = (m) => ({ series: 'A', x: m / 12, start: m / 12, end: (m + 1) / 12, value: 1 });
  assert.equal(segments([month(1), month(2), month(5)]).length, 2);
});

test('ticks are round, begin at zero and reach the largest value', () => {
  assert.deepEqual(niceTicks(0, 2524), [0, 1000, 2000, 3000]);
  assert.deepEqual(niceTicks(0.1, 0.25), [0, 0.1, 0.2, 0.3]);
  assert.equal(niceTicks(-5, 5)[0] < 0, true);
  assert.deepEqual(niceTicks(0, 0), [0, 1]);
  for (const max of [1, 7, 99, 100, 12345, 6100000]) assert.ok(niceTicks(0, max).at(-1) >= max);
});

test('a single value stands in the middle', () => {
  assert.equal(scale(5, 5, 0, 100)(5), 50);
  const one = layout({ points: [point('A', 2024.5, 9)], targets: [], breaks: [], box });
  assert.equal(one.dots[0].cx, 165);
});

test('nothing to draw is null; breaks outside the years are left out', () => {
  assert.equal(layout({ points: [], targets: [], breaks: [], box }), null);
  const l = layout({
    points: [point('A', 2018.5, 1), point('A', 2019.5, 2)],
    targets: [],
    breaks: [{ at: 2018 }, { at: 2019 }, { at: 2021 }],
    box,
  });
  assert.deepEqual(l.breaks.map((b) => b.at), [2019]);
  assert.match(l.lines[0].d, /^M40 [\d.]+L290 [\d.]+$/);
});

test('labels of breaks neither leave the chart nor lie on one another', () => {
  const points = [point('A', 2012.5, 1), point('A', 2024.5, 2)];
  const breaks = [{ at: 2022, label: 'method' }, { at: 2023, label: 'monitored zones' }];
  const { breaks: [first, second] } = layout({ points, targets: [], breaks, box });
  assert.deepEqual([first.row, second.row], [0, 1]);
  assert.ok(second.from + 'monitored zones'.length * 6 <= box.width);
  assert.ok(first.y < second.y);
});

test('labels that have room stand in one row, in whatever order they come', () => {
  const points = [point('A', 2000.5, 1), point('A', 2024.5, 2)];
  const far = [{ at: 2019, label: 'b' }, { at: 2003, label: 'a' }];
  const placed = layout({ points, targets: [], breaks: far, box }).breaks;
  assert.deepEqual(placed.map((b) => [b.label, b.row]), [['a', 0], ['b', 0]]);
});

test('a narrow band holds all values between round ends, and starts at zero only when that is near', () => {
  assert.deepEqual(band(41_000, 95_008), [40_000, 100_000]);
  assert.deepEqual(band(0, 9), [0, 10]);
  assert.deepEqual(band(7, 7), [0, 7]);
  assert.deepEqual(band(0.02, 0.05), [0.02, 0.05]);
  assert.deepEqual(band(-3, 5), [-4, 6]);
});

test('year labels always hold the last year and no more than there is room for', () => {
  const years = yearTicks(2001.5, 2024.5, 7);
  assert.equal(years.at(-1), 2024);
  assert.ok(years.length <= 8);
});

test('the point of a crescent lies inside it', () => {
  const u = [[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]];
  const [x, y] = interiorPoint({ type: 'Polygon', coordinates: [u] });
  assert.ok(x < 2 || x > 8 || y < 2, `${x} ${y}`);
});

test('of several parts the largest carries the symbol; a point is itself', () => {
  const square = (at, side) => [[[at, at], [at + side, at], [at + side, at + side], [at, at + side], [at, at]]];
  assert.deepEqual(interiorPoint({ type: 'MultiPolygon', coordinates: [square(0, 1), square(10, 4)] }), [12, 12]);
  assert.deepEqual(interiorPoint({ type: 'Point', coordinates: [-73, -12] }), [-73, -12]);
  assert.equal(interiorPoint(null), null);
});

test('area follows the value', () => {
  assert.equal(radius(100, 100, 30), 30);
  assert.equal(radius(25, 100, 30), 15);
  assert.equal(radius(0, 100, 30), 0);
});
