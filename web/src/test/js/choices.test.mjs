import assert from 'node:assert/strict';
import test from 'node:test';
import { useLanguage } from '../../main/resources/app/js/i18n.js';
import { optionsFor, periodInSentence } from '../../main/resources/app/js/options.js';
import { smallCatalogue } from './catalogue.fixture.mjs';

await useLanguage('es');
const catalogue = smallCatalogue();
const state = { indicator: 'coca_area', regionSet: 'departments', measure: 'actual', period: '2024', series: 'DEVIDA-OPD' };
const options = (part, more) => optionsFor(part, { ...state, ...more }, catalogue, 'es').flatMap((g) => g.options);

test('an indicator without figures is offered as such and cannot be chosen', () => {
  const nothing = options('indicator').find((o) => o.value === 'nothing');
  assert.deepEqual([nothing.disabled, nothing.hint], [true, 'Aún sin cifras']);
  assert.equal(options('indicator').find((o) => o.value === 'coca_area').hint, '2012–2025');
});

test('a region set without boundaries says so', () => {
  assert.match(options('set')[0].hint, /^Sin límites cargados/);
});

test('a region set without figures of the indicator cannot be chosen', () => {
  const set = options('set', { indicator: 'land_titles' }).find((o) => o.value === 'districts');
  assert.equal(set.disabled, true);
});

test('years come newest first, totals and parts of years under their own name', () => {
  const groups = optionsFor('period', { ...state, indicator: 'land_titles' }, catalogue, 'es');
  assert.deepEqual(groups.map((g) => g.label), ['Totales de varios años']);
  assert.deepEqual(options('period').slice(0, 2).map((o) => o.value), ['2025', '2024']);
});

test('a series tells its years and that it is not final', () => {
  assert.equal(options('series').find((o) => o.value === 'PRESS').hint, '2025 · preliminar');
});

test('the sentence calls a total a total', () => {
  assert.equal(periodInSentence('2012/2014', 'es'), '2012–2014 (total)');
  assert.equal(periodInSentence('2015-01-01/2015-11-02', 'es'), '1 ene – 2 nov 2015 (parte del año)');
});
