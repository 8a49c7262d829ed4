import assert from 'node:assert/strict';
import test from 'node:test';
import { choose, fromSearch, resolve, toSearch } from '../../main/resources/app/js/state.js';
import { smallCatalogue } from './catalogue.fixture.mjs';

const catalogue = smallCatalogue();
const start = (search = '') => resolve(fromSearch(search), catalogue);

test('an address without parameters shows coca by department in the latest year of the best series', () => {
  const { state, unknown } = start();
  assert.deepEqual(unknown, []);
  assert.equal(
    toSearch(state),
    '?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&lang=es',
  );
});

test('state to address to state is the same state', () => {
  const search = '?indicator=land_titles&region-set=departments&measure=actual&period=2012/2016&series=PTRT3&region=22&lang=en';
  const { state, unknown } = start(search);
  assert.deepEqual(unknown, []);
  assert.equal(toSearch(state), search);
  assert.deepEqual(start(toSearch(state)).state, state);
});

test('what does not exist is named, and the nearest that exists is shown', () => {
  const { state, unknown } = start('?indicator=gold&region-set=moon&measure=guess&period=2023&series=ME&lang=qu');
  assert.deepEqual(
    unknown.map((u) => `${u.parameter}=${u.given}`),
    ['lang=qu', 'indicator=gold', 'region-set=moon', 'measure=guess', 'period=2023', 'series=ME'],
  );
  assert.equal(state.period, '2024');
  assert.equal(state.lang, 'es');
});

test('an indicator without figures falls back like an unknown one', () => {
  const { state, unknown } = start('?indicator=nothing');
  assert.equal(state.indicator, 'coca_area');
  assert.equal(unknown.length, 1);
});

test('a period of another series brings that series', () => {
  const { state, unknown } = start('?period=2017&series=DEVIDA-OPD');
  assert.equal(state.series, 'UNODC');
  assert.deepEqual(unknown, [{ parameter: 'series', given: 'DEVIDA-OPD' }]);
});

test('choosing a series moves to the nearest year it covers', () => {
  const { state } = start('?period=2018');
  assert.equal(choose(state, { series: 'UNODC' }, catalogue).period, '2017');
});

test('choosing an indicator keeps what can be kept, and takes the measure that has figures', () => {
  const { state } = start('?period=2024&region=22');
  const next = choose(state, { indicator: 'land_titles' }, catalogue);
  assert.equal(next.measure, 'actual');
  assert.equal(next.region, '22');
  const target = choose(next, { measure: 'target' }, catalogue);
  assert.deepEqual([target.period, target.series], ['2015', 'PIRDAIS']);
});

test('another region set leaves the region behind', () => {
  const { state } = start('?region=22');
  const next = choose(state, { regionSet: 'districts' }, catalogue);
  assert.equal(next.region, null);
  assert.deepEqual([next.period, next.series], ['2013', 'UNODC']);
});

test('a region that is chosen together with its set stays', () => {
  const { state } = resolve({ region: '22' }, catalogue);
  assert.equal(choose(state, { regionSet: 'districts', region: '220101' }, catalogue).region, '220101');
});

test('another region set does not land on a year with hardly a figure, but the year can be asked for', () => {
  const departments = resolve({ period: '2024' }, catalogue).state;
  assert.equal(choose(departments, { regionSet: 'districts' }, catalogue).period, '2013');
  assert.equal(resolve({ regionSet: 'districts' }, catalogue).state.period, '2013');
  assert.equal(resolve({ regionSet: 'districts', period: '2024' }, catalogue).state.period, '2024');
});

test('another set moves on from a year with one region, unless that very year is chosen', () => {
  const { state } = start('?period=2024');
  assert.equal(choose(state, { regionSet: 'districts' }, catalogue).period, '2013');
  assert.equal(choose(state, { regionSet: 'districts', series: 'UNODC', period: '2024' }, catalogue).period, '2024');
});
