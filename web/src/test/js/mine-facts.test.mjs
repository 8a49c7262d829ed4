import assert from 'node:assert/strict';
import test from 'node:test';
import { changesSaid, facts, latestOf, progress, trend } from '../../main/resources/app/js/mine-facts.js';

const ranks = { A: 1, B: 2 };
const catalogue = {
  indicators: [{ id: 'coca' }, { id: 'titles' }, { id: 'unknown' }],
  seriesOf: (id) => ({ rank: ranks[id] }),
  breakBetween: (indicator, before, after) => (before < 2018 && after >= 2018 ? { label: {} } : undefined),
};
const none = () => undefined;
const figure = (period, value, more = {}) => ({ indicator: 'coca', measure: 'actual', series: 'A', period, value, ...more });
const years = (...values) => values.map((v, i) => figure(String(2020 + i), v));

test('the latest figure is that of the best series, and a period of its own before a total of years', () => {
  const all = [figure('2023', 1), figure('2024', 2, { series: 'B' }), figure('2024', 3), figure('2012/2026', 9)];
  assert.equal(latestOf(all, catalogue).value, 3);
  assert.equal(latestOf([figure('2012/2014', 9)], catalogue).value, 9);
  assert.equal(latestOf([], catalogue), null);
});

test('a trend goes back as far as the years follow one another', () => {
  const all = [figure('2015', 900), ...years(100, 110, 120)];
  const { key, params } = trend(all[3], all, none);
  assert.equal(key, 'trend.up');
  assert.equal(params.year, '2020');
  assert.ok(Math.abs(params.share - 0.2) < 1e-12);
  assert.equal(params.top, 'highest');
});

test('a trend never crosses a break of the series, nor another series', () => {
  const all = ['2016', '2017', '2018', '2019', '2020'].map((y, i) => figure(y, 100 - i));
  const found = trend(all[4], all, (a, b) => catalogue.breakBetween('coca', a, b));
  assert.equal(found.params.year, '2018');
  const mixed = [figure('2022', 1, { series: 'B' }), figure('2023', 2), figure('2024', 3)];
  assert.equal(trend(mixed[2], mixed, none), null);
});

test('down, lowest, tripled, from zero, the same, almost the same, and too few', () => {
  const of = (...values) => trend(years(...values).at(-1), years(...values), none);
  const last = (...values) => {
    const all = years(...values);
    return trend(all.at(-1), all, none);
  };
  assert.equal(of(1, 2, 3), null, 'the latest is one of the figures themselves');
  assert.deepEqual([last(100, 60, 50).key, last(100, 60, 50).params.top], ['trend.down', 'lowest']);
  assert.equal(last(100, 40, 50).params.top, '');
  assert.equal(last(10, 20, 40).key, 'trend.times');
  assert.equal(last(0, 5, 40).key, 'trend.fromZero');
  assert.equal(last(7, 9, 7).key, 'trend.same');
  assert.equal(last(1000, 900, 1001).key, 'trend.almost');
  assert.equal(last(1, 2), null);
});

test('a target stands beside what was achieved in its own period only', () => {
  const target = figure('2015', 200, { measure: 'target' });
  assert.equal(progress(target, [figure('2014', 50)], catalogue).key, 'progress.none');
  assert.equal(progress(target, [figure('2014/2015', 50)], catalogue).key, 'progress.none');
  const met = progress(target, [figure('2015', 50)], catalogue);
  assert.deepEqual([met.key, met.params.share], ['progress.of', 0.25]);
  assert.equal(progress({ ...target, value: 0 }, [figure('2015', 50)], catalogue).key, 'progress.noTarget');
});

test('one entry for each indicator that has a number, in the order of the catalogue', () => {
  const all = [figure('2024', null, { indicator: 'unknown' }), figure('2015', 200, { indicator: 'titles', measure: 'target' }), ...years(1, 2)];
  const found = facts(all, catalogue);
  assert.deepEqual(found.map((f) => f.indicator.id), ['coca', 'titles']);
  assert.equal(found[0].latest.period, '2021');
  assert.equal(found[0].change.key, 'change.more');
  assert.equal(found[1].latest, null);
  assert.equal(found[1].progress.length, 1);
});

test('what a release changed is counted by kind', () => {
  const keys = (changes) => changesSaid(changes).map((s) => s.key);
  assert.deepEqual(keys({ since: null }), ['changes.first']);
  assert.deepEqual(keys({ since: '1', figures: [], region_count: 0 }), ['changes.none']);
  const both = { since: '1', figures: [{ fate: 'added' }, { fate: 'added' }, { fate: 'changed' }], region_count: 3 };
  assert.deepEqual(changesSaid(both).map((s) => [s.key, s.params.n]), [['changes.added', 2], ['changes.changed', 1], ['changes.regions', 3]]);
});
