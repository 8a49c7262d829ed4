import assert from 'node:assert/strict';
import test from 'node:test';
import { Catalogue } from '../../main/resources/app/js/catalogue.js';
import { PlotTheme } from '../../main/resources/app/js/plot-theme.js';
import { Figures } from '../../main/resources/app/js/figures.js';
import { figuresPath } from '../../main/resources/app/js/api.js';

const info = {
  synthetic: true,
  plots: { kinds: [{ id: 'coca_field', name: { es: 'Campos de coca', en: 'Coca fields' }, palette: 'YlOrBr' }], years: [2023, 2024] },
  datasets: [
    { id: 'a@1', key: 'synthetic/plots', title: 'Parcelas de prueba', source: 'Nadie' },
    { id: 'b@1', key: 'boundaries/departments', title: 'Límites', source: 'INEI' },
  ],
};
const set = (id, with_boundary) => ({ id, kind: 'political', name: { es: id }, one: { es: id }, regions: 3, with_boundary });
const sets = { region_sets: [set('departments', 2), set('zei', 0)] };
const coca = { id: 'coca_area', theme: 'coca', availability: [{ region_set: 'departments', measure: 'actual', series: 'X', periods: ['2024'] }] };
const words = (indicators) => ({ release: '1', themes: [], series: [], breaks: [], indicators });
const theme = new PlotTheme(info);

const row = (region_code, year, state, count, hectares, border_hectares = 0) => ({
  region_code, region_name: region_code, kind: 'coca_field', year, state, count, hectares, border_hectares,
  ...(state === 'value' && { hectares_class: 0, count_class: 1 }),
});
const scale = (method) => ({ method, bounds: [0, 10, null], colours: ['#fff', '#000'] });
const answer = {
  release: '7', kind: 'coca_field', region_set: 'departments', synthetic: true,
  classes: { hectares: scale('quantile'), count: scale('quantile') },
  totals: [row('05', 2023, 'zero', 0, 0), row('05', 2024, 'value', 5, 2.5, 0.01), row('08', 2023, 'value', 9, 3), row('08', 2024, 'withheld', null, null, null)],
  outside: [row('', 2023, 'zero', 0, 0), row('', 2024, 'value', 3, 0.01)],
};

test('a kind of plots is two indicators, by every set that has boundaries', () => {
  const catalogue = new Catalogue(theme.extend(words([]), sets), sets);
  assert.deepEqual(catalogue.indicators.map((i) => [i.id, i.display]), [['plots.coca_field', 'fill'], ['plots.coca_field.count', 'symbol']]);
  assert.deepEqual(catalogue.regionSetsOf('plots.coca_field').map((s) => s.id), ['departments']);
  assert.equal(catalogue.defaults().indicator, 'plots.coca_field');
});

test('beside figures the plots come last, and coca stays what is seen first', () => {
  const catalogue = new Catalogue(theme.extend(words([coca]), sets), sets);
  assert.equal(catalogue.indicators[0].id, 'coca_area');
  assert.equal(catalogue.defaults().indicator, 'coca_area');
});

test('the sentence speaks of area or of number', () => {
  const [area, number] = theme.extend(words([]), sets).indicators;
  assert.deepEqual(area.sentence.es, { lead: 'Superficie de', short: 'campos de coca' });
  assert.deepEqual(number.sentence.en, { lead: 'Number of', short: 'coca fields' });
});

test('totals become figures, hectares or counts, each with its class; what is withheld has no number', () => {
  const hectares = new Figures(theme.figures(answer, 'plots.coca_field'), [{ code: '05', name: 'A' }, { code: '08', name: 'B' }, { code: '99', name: 'C' }], 'missing');
  const counts = new Figures(theme.figures(answer, 'plots.coca_field.count'), [{ code: '05', name: 'A' }], 'missing');
  const states = [...hectares.frame('plots', '2024').values()].map((r) => [r.code, r.state, r.value, r.class]);
  assert.deepEqual(states, [['05', 'value', 2.5, 0], ['08', 'withheld', null, null], ['99', 'missing', null, null]]);
  assert.deepEqual([counts.frame('plots', '2024').get('05').value, counts.frame('plots', '2024').get('05').class], [5, 1]);
});

test('a total says what is outside and what is withheld, and a little outside is not nothing', () => {
  const total = new Figures(theme.figures(answer, 'plots.coca_field'), [], 'missing').total('plots', '2024');
  assert.equal(total.sum, 2.5);
  assert.equal(total.note.es, 'Fuera de toda región quedan < 0.1 ha en 3 parcelas. Una región reservada no está en la suma.');
  assert.equal(new Figures(theme.figures(answer, 'plots.coca_field'), [], 'missing').total('plots', '2023').note.en, 'Nothing lies outside the regions.');
});

test('sets whose regions overlap have no sum', () => {
  assert.deepEqual(theme.figures({ ...answer, outside: null }, 'plots.coca_field').totals, []);
});

test('lines have a length and no hectares, points only a number, and what plots carry is counted with them', () => {
  const kind = (id, form, value = null) => ({ id, form, value, name: { es: `Tipo ${id}`, en: `Kind ${id}` }, palette: 'Blues' });
  const families = { name: { es: 'Familias', en: 'Families' }, unit: '', sharing: 'with_point' };
  const other = new PlotTheme({ ...info, plots: { kinds: [kind('road', 'line'), kind('school', 'point'), kind('parcel', 'area', families)], years: [2024] } });
  const found = other.extend(words([]), sets).indicators;
  assert.deepEqual(found.map((i) => [i.id, i.unit, i.display]), [
    ['plots.road', 'km', 'fill'], ['plots.road.count', 'plots', 'symbol'], ['plots.school.count', 'plots', 'symbol'],
    ['plots.parcel', 'ha', 'fill'], ['plots.parcel.count', 'plots', 'symbol'], ['plots.parcel.value', 'things', 'symbol'],
  ]);
  assert.equal(found[5].sentence.es.lead, 'Familias en');
  const road = { ...answer, kind: 'road', totals: [{ region_code: '05', region_name: '05', year: 2024, state: 'value', count: 4, kilometres: 12.5, kilometres_class: 0 }], outside: [] };
  const [figure] = other.figures(road, 'plots.road').figures;
  assert.deepEqual([figure.value, figure.class, figure.also.es], [12.5, 0, 'Son 4 tramos.']);
});

test('its indicators are known by their name', () => {
  assert.ok(theme.isOwn('plots.coca_field'));
  assert.ok(!theme.isOwn('coca_area'));
});

test('plots are asked for by kind and year, figures as before', () => {
  const state = { indicator: 'plots.coca_field.count', regionSet: 'districts', measure: 'actual', series: 'plots', period: '2024' };
  assert.equal(figuresPath(state, 'csv'), 'totals?region-set=districts&kind=coca_field&year=2024&f=csv');
  assert.equal(figuresPath({ ...state, indicator: 'coca_area', series: null, period: null }), 'figures?indicator=coca_area&region-set=districts&measure=actual');
});
