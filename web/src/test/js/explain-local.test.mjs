import assert from 'node:assert/strict';
import test from 'node:test';
import { byState, fromView } from '../../main/resources/app/js/explain-local.js';

const figure = (code, value, note) => ({ region_code: code, region_name: code, value, state: 'value', dataset: 'a@1', source_title: 'Report', note });
const row = (code, value, state, note) => ({ code, name: code, value, state, figure: value === null && !note ? null : figure(code, value, note) });
const info = { released: '2026-11-21T10:00:00Z', datasets: [{ id: 'a@1' }, { id: 'b@2' }] };

function viewOf(rows, region = null, total = null) {
  return {
    state: { measure: 'actual', period: '2024', series: 'S' },
    catalogue: { breaks: [{ indicator: 'coca' }, { indicator: 'gold' }] },
    indicator: { id: 'coca', unit: 'ha' },
    set: { id: 'departments', name: { es: 'Departamentos' } },
    series: { id: 'S' },
    data: { release: '3' },
    frame: new Map(rows.map((r) => [r.code, r])),
    region,
    total,
  };
}

const ROWS = [row('05', 12.5, 'value'), row('08', 0, 'zero'), row('15', null, 'not_monitored'), row('22', null, 'withheld', { es: 'No se publica.' })];

test('a sum names the rows that went in, those that did not, and why', () => {
  const e = fromView(viewOf(ROWS, '05', { sum: 12.5, published: { value: 13 }, difference: -0.5 }), info, true);
  assert.equal(e.making.kind, 'sum_of_regions');
  assert.equal(e.value, 12.5);
  assert.deepEqual(e.rows.map((r) => r.region_code), ['05', '08'], 'a zero was looked for, and goes in');
  assert.deepEqual(e.left_out.map((r) => [r.region_code, r.state]), [['15', 'not_monitored'], ['22', 'withheld']]);
  assert.equal(e.left_out[1].explanation.es, 'No se publica.');
  assert.deepEqual(e.published, { value: 13, difference: -0.5 });
});

test('a figure is its own row, with its dataset and the breaks of its indicator', () => {
  const e = fromView(viewOf(ROWS, '05'), info, false);
  assert.equal(e.making.kind, 'reported');
  assert.deepEqual(e.rows.map((r) => r.value), [12.5]);
  assert.deepEqual(e.datasets, [{ id: 'a@1' }]);
  assert.deepEqual(e.breaks, [{ indicator: 'coca' }]);
  assert.deepEqual(e.left_out, []);
});

test('what was added up for a zone is not told as reported', () => {
  const note = { es: 'Suma calculada por Yunga con las cifras de 2 de 3 distritos de la lista.' };
  assert.equal(fromView(viewOf([row('Z', 7, 'value', note)], 'Z'), info, false).making.kind, 'sum_of_members');
});

test('a region without a figure has no row', () => {
  const e = fromView(viewOf(ROWS, '15'), info, false);
  assert.deepEqual([e.making.kind, e.state, e.value, e.rows.length], ['absent', 'not_monitored', null, 0]);
});

test('what is left out stands by state', () => {
  const left = [{ state: 'missing' }, { state: 'withheld' }, { state: 'missing' }];
  assert.deepEqual(byState(left).map(([state, all]) => [state, all.length]), [['withheld', 1], ['missing', 2]]);
});
