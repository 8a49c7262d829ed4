import assert from 'node:assert/strict';
import test from 'node:test';
import { change, difference, standing } from '../../main/resources/app/js/figures.js';
import { headingKey, slots } from '../../main/resources/app/js/options.js';

const f = (period, value, series = 'A', status = 'final') => ({ period, value, series, status });
const noBreak = () => undefined;

test('a template falls into text and slots', () => {
  assert.deepEqual(slots('por {set} en {period}.'), [
    { text: 'por ' },
    { slot: 'set' },
    { text: ' en ' },
    { slot: 'period' },
    { text: '.' },
  ]);
});

test('the measure stands in the sentence only where there is a choice, or where it is a target', () => {
  assert.equal(headingKey(['actual'], 'actual'), 'sentence.plain');
  assert.equal(headingKey(['actual', 'target'], 'actual'), 'sentence.actual');
  assert.equal(headingKey(['target'], 'target'), 'sentence.target');
});

test('change is told within one series', () => {
  const history = [f('2023', 200), f('2024', 150)];
  assert.deepEqual(change(history[1], history, noBreak), { key: 'change.less', params: { year: 2023, share: 0.25 } });
  assert.equal(change(f('2024', 200), history, noBreak).key, 'change.same');
  assert.equal(change(f('2024', 200.5), history, noBreak).key, 'change.almost');
  assert.equal(change(f('2024', 900), history, noBreak).key, 'change.times');
  assert.equal(change(f('2024', 9), [f('2023', 0)], noBreak).key, 'change.fromZero');
});

test('across a break or another series it says so instead', () => {
  const cut = { label: {} };
  assert.equal(change(f('2018', 5), [f('2017', 4)], () => cut).params.cut, cut);
  const other = change(f('2018', 5), [f('2017', 4, 'B')], noBreak);
  assert.deepEqual(other, { key: 'change.otherSeries', params: { year: 2017, series: 'B' } });
});

test('nothing is said of a first year, a total of years or a missing value', () => {
  assert.equal(change(f('2018', 5), [f('2016', 4)], noBreak), null);
  assert.equal(change(f('2012/2014', 5), [f('2011', 4)], noBreak), null);
  assert.equal(change(f('2018', null), [f('2017', 4)], noBreak), null);
});

test('the share is of the published total where there is one, and never told of what is not added up', () => {
  const frame = new Map([['a', { code: 'a', name: 'a', value: 25 }], ['b', { code: 'b', name: 'b', value: 75 }]]);
  assert.deepEqual(standing(frame, 'a', { sum: 100 }, 'sum'), { key: 'standing.ofSum', params: { place: 2, of: 2, share: 0.25 } });
  assert.equal(standing(frame, 'a', { sum: 100, published: { value: 125 } }, 'sum').params.share, 0.2);
  assert.equal(standing(frame, 'a', { sum: 100 }, 'mean').key, 'standing.rank');
  assert.equal(standing(new Map([['a', { code: 'a', name: 'a', value: 25 }]]), 'a', null, 'sum'), null);
});

test('the difference to the published total is shown and sized', () => {
  const of = (sum, value) => difference({ sum, difference: sum - value, published: { value } });
  assert.equal(of(89755, 89755).key, 'total.equal');
  assert.deepEqual(of(89754, 89755), { key: 'total.rounding', params: { published: 89755, gap: 1 } });
  assert.equal(of(7359, 89755).key, 'total.short');
  assert.equal(of(90755, 89755).key, 'total.over');
  assert.equal(difference({ sum: 1, published: null }), null);
});
