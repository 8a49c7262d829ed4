import assert from 'node:assert/strict';
import test from 'node:test';
import { earlierThan, rankRows, sortRows } from '../../main/resources/app/js/compare-rank-rows.js';
import { standingOf } from '../../main/resources/app/js/compare-expected.js';

const row = (code, value, state = 'value') => [code, { code, name: `R${code}`, value, state: value === null ? state : 'value' }];
const frame = new Map([row('01', 10), row('02', null, 'not_monitored'), row('03', 30), row('04', 10), row('05', 0)]);
const before = new Map([row('01', 8), row('02', 4), row('03', null, 'missing'), row('04', 0), row('05', 0)]);

test('equal values share a place, and the next one is counted on', () => {
  assert.deepEqual(rankRows(frame, null, null).map((r) => [r.code, r.place]), [['03', 1], ['01', 2], ['04', 2], ['05', 4], ['02', null]]);
});

test('a change needs a value at both periods, and a percentage something to be of', () => {
  const rows = new Map(rankRows(frame, before, 50).map((r) => [r.code, r]));
  assert.deepEqual([rows.get('01').change, rows.get('01').percent, rows.get('01').share], [2, 0.25, 0.2]);
  assert.deepEqual([rows.get('04').change, rows.get('04').percent], [10, null]);
  assert.deepEqual([rows.get('03').change, rows.get('02').change, rows.get('02').share], [null, null, null]);
});

test('what has nothing to sort by comes last, upwards and downwards', () => {
  const rows = rankRows(frame, before, 50);
  assert.equal(sortRows(rows, 'value', 1).at(-1).code, '02');
  assert.equal(sortRows(rows, 'value', -1).at(-1).code, '02');
  assert.deepEqual(sortRows(rows, 'name', -1).map((r) => r.code), ['05', '04', '03', '02', '01']);
});

const flow = { kind: 'flow', time_rule: 'sum', direction: 'none' };
const figure = (period, value, series = 'A') => ({ period, value, series });
const rank = (s) => 'AB'.indexOf(s);
const target = figure('2024', 1000);

test('a target is set against the figure of its own period, of its own series first', () => {
  const s = standingOf(target, [figure('2023', 5000), figure('2024', 950, 'B'), figure('2024', 900)], flow, rank);
  assert.deepEqual([s.achieved.value, s.elapsed, s.expected, s.share, s.band], [900, 1, 1000, 0.9, 'near']);
});

test('a flow counted from the beginning on is set against what could be expected by then', () => {
  const s = standingOf(target, [figure('2024-01-01/2024-06-30', 520), figure('2024-01-01/2024-03-31', 100)], flow, rank);
  assert.ok(Math.abs(s.elapsed - 182 / 366) < 1e-3, String(s.elapsed));
  assert.deepEqual([s.band, s.share], ['track', 0.52]);
  assert.equal(standingOf(target, [figure('2024-01-01/2024-06-30', 1000)], flow, rank).band, 'reached');
  assert.equal(standingOf(target, [figure('2024-01-01/2024-06-30', 400)], { ...flow, direction: 'down' }, rank).band, 'track');
});

test('a figure that leaves out the beginning, reaches beyond the end or is no flow tells nothing of a target', () => {
  for (const period of ['2024-06-01/2024-09-30', '2023-11-01/2024-06-30', '2024-03-01/2025-02-28']) {
    assert.equal(standingOf(target, [figure(period, 900)], flow, rank).achieved, null, period);
  }
  const stock = { kind: 'stock', time_rule: 'latest', direction: 'up' };
  assert.equal(standingOf(target, [figure('2024-01-01/2024-06-30', 900)], stock, rank).band, null);
});

test('years are not added up to meet a target of several', () => {
  assert.equal(standingOf(figure('2012/2016', 50), [figure('2013', 30), figure('2014', 30)], flow, rank).achieved, null);
});

test('where less is better, more than the target is behind it; a target of zero is not judged', () => {
  const down = { ...flow, direction: 'down' };
  assert.equal(standingOf(target, [figure('2024', 900)], down, rank).band, 'reached');
  assert.equal(standingOf(target, [figure('2024', 1050)], down, rank).band, 'near');
  assert.equal(standingOf(target, [figure('2024', 2000)], down, rank).band, 'behind');
  const none = standingOf(figure('2024', 0), [figure('2024', 5)], flow, rank);
  assert.deepEqual([none.band, none.share], [null, null]);
});

test('what is done over time is compared with periods that are as long, what stands at a date with any', () => {
  const ids = ['2012/2014', '2015', '2015/2017', '2023-02-01/2023-02-28', '2024-02-01/2024-02-29', '2024-02-01/2024-10-31', '2024', '2025-01-01/2025-11-26', '2025-02-01/2025-10-31'];
  const of = (id, kind) => earlierThan(ids, id, kind);

  assert.deepEqual(of('2025-01-01/2025-11-26', 'flow'), []);
  assert.deepEqual(of('2025-02-01/2025-10-31', 'flow'), ['2024-02-01/2024-10-31']);
  assert.deepEqual(of('2024-02-01/2024-02-29', 'flow'), ['2023-02-01/2023-02-28']);
  assert.deepEqual(of('2024', 'flow'), ['2015']);
  assert.deepEqual(of('2015/2017', 'flow'), ['2012/2014']);
  assert.deepEqual(of('2015', 'stock'), ['2012/2014']);
  assert.deepEqual(of('1999', 'flow'), []);
});
