import assert from 'node:assert/strict';
import test from 'node:test';
import { amount, axisNumber, lowerFirst, percent, rounded, withUnit } from '../../main/resources/app/js/format.js';

const ha = { unit: 'ha', unit_name: { es: 'hectáreas', en: 'hectares' } };
const titles = { unit: 'titles', unit_name: { es: 'Títulos', en: 'titles' } };

test('Peru groups with commas and marks decimals with a point', () => {
  assert.equal(amount(1234567.8, 'ha', 'es'), '1,234,568');
  assert.equal(amount(1234, 'ha', 'es'), '1,234');
  assert.equal(amount(6100000, 'PEN', 'es'), 'S/ 6,100,000');
  assert.equal(amount(12200.5, 'PEN', 'es'), 'S/ 12,200.50');
});

test('hectares have no decimals from 100 up and one below, also where rounding crosses 100', () => {
  assert.equal(amount(100, 'ha', 'es'), '100');
  assert.equal(amount(99.94, 'ha', 'es'), '99.9');
  assert.equal(amount(99.96, 'ha', 'es'), '100');
  assert.equal(amount(0, 'ha', 'es'), '0');
  assert.deepEqual(rounded(7, 'ha'), { value: 7, decimals: 1 });
});

test('a bound that was set is written as it was set', () => {
  assert.equal(amount(50, 'ha', 'es', true), '50');
  assert.equal(amount(0.5, 'ha', 'es', true), '0.5');
});

test('things that are counted have no decimals, prices have two', () => {
  assert.equal(amount(12.6, 'titles', 'es'), '13');
  assert.equal(amount(9.5, 'PEN/kg', 'es'), 'S/ 9.50');
});

test('number and unit do not part', () => {
  assert.equal(withUnit(2114, ha, 'es'), '2,114 ha');
  assert.equal(withUnit(12200, titles, 'es'), '12,200 títulos');
  assert.equal(withUnit(5, { unit: 'PEN/kg', unit_name: {} }, 'es'), 'S/ 5.00 / kg');
});

test('negatives carry a minus, percentages the sign of their language', () => {
  assert.equal(amount(-5, 'titles', 'es'), '−5');
  assert.equal(percent(0.0236, 'es'), '2.4\u00a0%');
  assert.equal(percent(0.0236, 'en'), '2.4%');
});

test('percentages of a column have the same decimals, whole or not', () => {
  assert.deepEqual([0.04, 0.259, 1, 0].map((share) => percent(share, 'es')), ['4.0\u00a0%', '25.9\u00a0%', '100.0\u00a0%', '0.0\u00a0%']);
  assert.deepEqual([0.8, 0.546].map((share) => percent(share, 'en', 0)), ['80%', '55%']);
});

test('axis numbers and first letters', () => {
  assert.equal(axisNumber(2500000, 'es'), '2.5 M');
  assert.equal(lowerFirst('Departamentos'), 'departamentos');
  assert.equal(lowerFirst('ZEI'), 'ZEI');
});
