import assert from 'node:assert/strict';
import test from 'node:test';
import { figuresOf, indicatorsOf } from '../../main/resources/app/js/values.js';

const file = {
  release: '1',
  region_set: 'departments',
  words: { region_code: ['01', '22'], period: ['2023', '2024'], state: ['value', 'missing'], note: [{ es: 'Nota', en: 'Note' }], dataset: ['reference'] },
  tables: [
    {
      indicator: 'coca_area',
      measure: 'actual',
      unit: 'ha',
      figures: { rows: 2, columns: { region_code: [0, 1], period: 1, value: [0, null], state: [0, 1], note: [null, 0], class: null, dataset: [0, null] } },
      totals: { rows: 1, columns: { period: 1, sum: 0 } },
      not_covered: [],
      classes: null,
    },
    { indicator: 'land_titles', measure: 'target', unit: 'titles', figures: { rows: 0 }, totals: { rows: 0 }, not_covered: [], classes: null },
  ],
};

test('rows come back with words, numbers and nothing, each as it was', () => {
  const { figures, totals, release } = figuresOf(file, 'coca_area', 'actual', [{ code: '01', name: 'Amazonas' }]);
  assert.equal(release, '1');
  assert.deepEqual(figures[0], {
    region_set: 'departments', indicator: 'coca_area', measure: 'actual', unit: 'ha', region_name: 'Amazonas',
    region_code: '01', period: '2024', value: 0, state: 'value', note: null, class: null, dataset: 'reference',
  });
  assert.equal(figures[1].value, null);
  assert.deepEqual(figures[1].note, { es: 'Nota', en: 'Note' });
  assert.deepEqual(totals, [{ period: '2024', sum: 0 }]);
});

test('an empty table, and one that is not there, have no figures', () => {
  assert.deepEqual(figuresOf(file, 'land_titles', 'target').figures, []);
  assert.deepEqual(figuresOf(file, 'gold', 'actual').figures, []);
});

test('a gap is no figure of a region', () => {
  assert.deepEqual([...indicatorsOf(file, '01')], ['coca_area']);
  assert.deepEqual([...indicatorsOf(file, '22')], []);
  assert.deepEqual([...indicatorsOf(file, '99')], []);
});
