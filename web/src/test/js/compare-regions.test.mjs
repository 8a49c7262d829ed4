import assert from 'node:assert/strict';
import test from 'node:test';
import { commonFrame, distinctNames, lineOf, periodsOf, sharedGround } from '../../main/resources/app/js/compare-region-rows.js';

const figure = (region_code, period, value, series = 'A', status = 'final') => ({ region_code, period, value, series, status });
const rank = (s) => 'AB'.indexOf(s);

test('regions are set beside each other in the series and period that most of them share', () => {
  const figures = [figure('1', '2024', 5), figure('1', '2023', 4, 'B'), figure('2', '2023', 3, 'B'), figure('3', '2024', 9), figure('2', '2022', 1, 'B'), figure('1', '2022', 1, 'B')];
  assert.deepEqual(commonFrame(figures, ['1', '2'], rank), { series: 'B', period: '2023', count: 2 });
  assert.deepEqual(commonFrame(figures, ['3'], rank), { series: 'A', period: '2024', count: 1 });
  assert.equal(commonFrame([figure('1', '2024', null)], ['1'], rank), null);
});

test('a year of its own is taken before a total of several', () => {
  assert.equal(commonFrame([figure('1', '2021', 5), figure('1', '2020/2024', 9)], ['1'], rank).period, '2021');
});

test('a line holds the chosen series, and another only where the chosen one is silent', () => {
  const history = [figure('1', '2020', 1, 'B'), figure('1', '2021', 2, 'B'), figure('1', '2021', 3, 'A'), figure('1', '2019', 7, 'B', 'preliminary'), figure('1', '2020/2024', 99)];
  assert.deepEqual(lineOf(history, 'A', rank).map((p) => [p.series, p.figure.period]), [['B', '2020'], ['A', '2021']]);
});

test('periods of a table: of the series alone, the newest first', () => {
  const figures = [figure('1', '2020', 1), figure('2', '2022', null), figure('3', '2023', 1), figure('1', '2021', 1, 'B')];
  assert.deepEqual(periodsOf(figures, 'A', ['1', '2']), ['2022', '2020']);
});

test('shared ground: one row for each other region, the largest first, outside last', () => {
  const overlap = (region_code, with_code, hectares) => ({ region_code, with_code, with_name: with_code, hectares, share_of_region: 0.5 });
  const rows = sharedGround([{ overlaps: [overlap('1', 'a', 10), overlap('1', null, 900)] }, { overlaps: [overlap('2', 'b', 70), overlap('2', 'a', 5)] }], ['1', '2']);
  assert.deepEqual(rows.map((r) => [r.code, r.cells.map((c) => c?.hectares ?? null)]), [['b', [null, 70]], ['a', [10, 5]], [null, [900, null]]]);
});

test('two regions of one name are told apart by their parent, else by their code', () => {
  const names = distinctNames([
    { code: '1', name: 'Santa Rosa', parent_name: 'La Mar' },
    { code: '2', name: 'Santa Rosa', parent_name: 'Lima' },
    { code: '3', name: 'Callao' },
    { code: '4', name: 'Pueblo', parent_name: 'X' },
    { code: '5', name: 'Pueblo', parent_name: 'X' },
  ]);
  assert.deepEqual([...names.values()], ['Santa Rosa (La Mar)', 'Santa Rosa (Lima)', 'Callao', 'Pueblo (X) 4', 'Pueblo (X) 5']);
});
