import assert from 'node:assert/strict';
import test from 'node:test';
import { lastDay, nearestPeriod, parsePeriod, periodLabel, sortedPeriods } from '../../main/resources/app/js/period.js';

test('years, quarters and months stand alone; totals and parts do not', () => {
  const kinds = ['2024', '2024-Q1', '2024-03', '2012/2014', '2015-01-01/2015-11-02', '2003-01-01/2013-10-31'];
  assert.deepEqual(kinds.map((id) => parsePeriod(id).kind), ['year', 'quarter', 'month', 'years', 'part', 'years']);
  assert.equal(parsePeriod('last year'), null);
});

test('a part of a year ends within it', () => {
  const p = parsePeriod('2015-01-01/2015-11-02');
  assert.equal(p.start, 2015);
  assert.ok(p.end > 2015.8 && p.end < 2015.85);
});

test('order is that of time, shorter first', () => {
  assert.deepEqual(
    sortedPeriods(['2013', '2012/2014', '2012', '2012-01', '2012']).map((p) => p.id),
    ['2012-01', '2012', '2012/2014', '2013'],
  );
});

test('the nearest period is a year where there is one, the later of two equally near', () => {
  const some = sortedPeriods(['2012', '2014', '2012/2014']);
  assert.equal(nearestPeriod(some, parsePeriod('2013')).id, '2014');
  assert.equal(nearestPeriod(some, null).id, '2014');
  assert.equal(nearestPeriod([], null), null);
});

test('labels', () => {
  assert.equal(periodLabel('2012/2014', 'es-PE'), '2012–2014');
  assert.equal(periodLabel('2015-01-01/2015-11-02', 'es-PE'), '1 ene – 2 nov 2015');
  assert.equal(periodLabel('2020-01', 'es-PE'), 'enero de 2020');
  assert.equal(lastDay('2024', 'es-PE'), '31 dic 2024');
  assert.equal(lastDay('2024', 'en'), '31 Dec 2024');
});
