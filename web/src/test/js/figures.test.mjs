import assert from 'node:assert/strict';
import test from 'node:test';
import { Figures, apart, leading, linePoints, ranked, rankOf, sourcesOf, statesIn, unranked } from '../../main/resources/app/js/figures.js';

const figure = (code, period, value, more = {}) => ({
  region_code: code,
  region_name: code,
  period,
  value,
  state: value === null ? 'withheld' : value === 0 ? 'zero' : 'value',
  class: value ? 0 : null,
  series: 'A',
  source_title: 'Report',
  source_locator: 'p. 1',
  ...more,
});
const regions = ['01', '02', '03', '04', '05'].map((code) => ({ code, name: `Region ${code}` }));
const data = new Figures(
  {
    release: '1',
    figures: [
      figure('01', '2024', 10),
      figure('02', '2024', 10),
      figure('03', '2024', 0),
      figure('04', '2024', null),
      figure('01', '2023', 8, { series: 'B' }),
      figure('01', '2012/2014', 900),
      figure('99', '2024', 1),
    ],
    not_covered: [{ series: 'A', state: 'not_monitored', region_codes: ['05'] }],
    totals: [{ series: 'A', period: '2024', sum: 21 }],
    classes: null,
  },
  regions,
  'missing',
);

test('a frame has every region in one of the five states', () => {
  const frame = data.frame('A', '2024');
  assert.deepEqual([...frame.values()].map((r) => r.state), ['value', 'value', 'zero', 'withheld', 'not_monitored', 'value']);
  assert.deepEqual(statesIn(frame), new Set(['value', 'zero', 'withheld', 'not_monitored']));
  assert.equal(data.frame('B', '2023').get('02').state, 'missing');
});

test('a figure of a region the set does not list is not dropped', () => {
  assert.equal(data.frame('A', '2024').get('99').value, 1);
});

test('frames are computed once', () => {
  assert.equal(data.frame('A', '2024'), data.frame('A', '2024'));
});

test('the ranking is by value, equal ones share a place, zero is a number', () => {
  const frame = data.frame('A', '2024');
  assert.deepEqual(ranked(frame).map((r) => r.code), ['01', '02', '99', '03']);
  assert.deepEqual(rankOf(frame, '02'), { place: 1, of: 4 });
  assert.deepEqual(rankOf(frame, '99'), { place: 3, of: 4 });
  assert.equal(rankOf(frame, '05'), null);
  assert.deepEqual(unranked(frame).map(([state, rows]) => [state, rows.length]), [['withheld', 1], ['not_monitored', 1]]);
});

test('totals of years stay out of the line and out of the scale of the years', () => {
  const history = data.history('01');
  assert.deepEqual(linePoints(history).map((p) => p.figure.period), ['2023', '2024']);
  assert.deepEqual(apart(history).map((f) => f.period), ['2012/2014']);
  assert.equal(data.largest('2024'), 10);
  assert.equal(data.largest('2012/2014'), 900);
});

test('one point for a time: the preferred series, else that of the best rank', () => {
  const points = [{ series: 'B', x: 1 }, { series: 'A', x: 1 }, { series: 'C', x: 1 }, { series: 'B', x: 2 }];
  const rank = (series) => 'ABC'.indexOf(series);
  assert.deepEqual(leading(points, null, rank).map((p) => p.series), ['A', 'B']);
  assert.deepEqual(leading(points, 'C', rank).map((p) => p.series), ['C', 'B']);
});

test('a source is told once', () => {
  assert.deepEqual(sourcesOf(data.all), [{ title: 'Report', locator: 'p. 1' }]);
});
