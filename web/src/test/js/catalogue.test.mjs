import assert from 'node:assert/strict';
import test from 'node:test';
import { smallCatalogue } from './catalogue.fixture.mjs';

const catalogue = smallCatalogue();

test('final series come before preliminary ones, then by rank', () => {
  const ids = catalogue.seriesFor('coca_area', 'departments', 'actual').map((s) => s.id);
  assert.deepEqual(ids, ['DEVIDA-OPD', 'UNODC', 'PRESS']);
});

test('a series stays while it covers the year, else the best that does takes over', () => {
  const series = (period, preferred) =>
    catalogue.seriesForPeriod('coca_area', 'departments', 'actual', period, preferred);
  assert.equal(series('2019', 'DEVIDA-OPD'), 'DEVIDA-OPD');
  assert.equal(series('2016', 'DEVIDA-OPD'), 'UNODC');
  assert.equal(series('2025', 'DEVIDA-OPD'), 'PRESS');
  assert.equal(series('1990', 'DEVIDA-OPD'), null);
});

test('the time bar offers final series, and a preliminary one only when chosen', () => {
  const stops = (chosen) =>
    catalogue.timeline('coca_area', 'departments', 'actual', chosen).stops.map((p) => p.id);
  assert.deepEqual(stops('DEVIDA-OPD'), ['2016', '2017', '2018', '2019', '2024']);
  assert.deepEqual(stops('PRESS').at(-1), '2025');
});

test('where only totals of years exist they are the stops', () => {
  const { stops, spans } = catalogue.timeline('land_titles', 'departments', 'actual', 'PTRT3');
  assert.equal(stops.length, 2);
  assert.deepEqual(stops, spans);
});

test('a series the catalogue does not list keeps its id', () => {
  assert.equal(catalogue.seriesOf('NEW').id, 'NEW');
});

test('a break is found between two years only', () => {
  assert.equal(catalogue.breakBetween('coca_area', 2017, 2018).label.es, 'método');
  assert.equal(catalogue.breakBetween('coca_area', 2018, 2019), undefined);
});
