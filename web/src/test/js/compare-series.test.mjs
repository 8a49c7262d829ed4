import assert from 'node:assert/strict';
import test from 'node:test';
import { furthest, periodRows, seriesOf, telling } from '../../main/resources/app/js/compare-series-rows.js';

const figure = (series, period, value) => ({ series, period, value });
const known = { A: { status: 'final', rank: 2 }, B: { status: 'final', rank: 1 }, P: { status: 'preliminary', rank: 0 }, One: { status: 'final', rank: 3 } };
const of = (id) => known[id];
const history = [figure('A', '2020', 100), figure('A', '2019', 90), figure('B', '2020', 130), figure('B', '2021', 120), figure('P', '2021', 119), figure('One', '1960', 5), figure('B', '2022', null)];

test('final series come first, by rank; figures in order of time; what has no value is no figure of a line', () => {
  const all = seriesOf(history, of);
  assert.deepEqual(all.map((s) => [s.id, s.figures.map((f) => f.period).join()]), [['B', '2020,2021'], ['A', '2019,2020'], ['One', '1960'], ['P', '2021']]);
});

test('without a choice: those with more than one year, and the one that is shown', () => {
  const all = seriesOf(history, of);
  assert.deepEqual(telling(all, 'B', 6, of), ['B', 'A']);
  assert.deepEqual(telling(all, 'One', 6, of), ['B', 'A', 'One']);
  assert.deepEqual(telling(all.filter((s) => s.id === 'One' || s.id === 'P'), 'X', 6, of), ['One', 'P']);
});

test('a row for each period; how far apart is told where two measured, and nothing is added', () => {
  const rows = periodRows(seriesOf(history, of).slice(0, 2));
  assert.deepEqual(rows.map((r) => [r.period, r.cells.map((c) => c?.value ?? null), r.apart]), [
    ['2021', [120, null], null],
    ['2020', [130, 100], 30],
    ['2019', [null, 90], null],
  ]);
  assert.equal(furthest(rows).share, 0.3);
  assert.equal(furthest(rows.slice(0, 1)), null);
});

test('of zero nothing is a part', () => {
  const [row] = periodRows([{ id: 'A', figures: [figure('A', '2020', 0)], periods: ['2020'] }, { id: 'B', figures: [figure('B', '2020', 4)], periods: ['2020'] }]);
  assert.deepEqual([row.apart, row.share], [4, null]);
});
