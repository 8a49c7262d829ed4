import { Catalogue } from '../../main/resources/app/js/catalogue.js';

/** A small world: coca in two series and two sets, titles with targets, an indicator without figures. */
export function smallCatalogue() {
  const indicator = (id, availability) => ({
    id,
    theme: 'coca',
    name: { es: id, en: id },
    sentence: { es: { lead: '', short: id }, en: { lead: '', short: id } },
    unit: 'ha',
    unit_name: { es: 'hectáreas', en: 'hectares' },
    availability,
  });
  const has = (region_set, measure, series, ...periods) => ({ region_set, measure, series, periods, figures: 1 });
  const set = (id) => ({ id, kind: 'political', name: { es: id, en: id }, one: { es: id, en: id }, regions: 2 });
  return new Catalogue(
    {
      release: '1',
      themes: [{ id: 'coca', name: { es: 'Coca', en: 'Coca' } }],
      indicators: [
        indicator('coca_area', [
          has('departments', 'actual', 'UNODC', '2016', '2017'),
          has('departments', 'actual', 'DEVIDA-OPD', '2018', '2019', '2024'),
          has('departments', 'actual', 'PRESS', '2025'),
          { ...has('districts', 'actual', 'UNODC', '2012', '2013', '2024'), counts: [133, 133, 1] },
        ]),
        indicator('land_titles', [
          has('departments', 'target', 'PIRDAIS', '2015'),
          has('departments', 'actual', 'PTRT3', '2012/2016', '2021-01-01/2026-03-07'),
        ]),
        indicator('nothing', []),
      ],
      series: [
        { id: 'UNODC', status: 'final', rank: 2, name: {}, definition: {} },
        { id: 'DEVIDA-OPD', status: 'final', rank: 1, name: {}, definition: {} },
        { id: 'PRESS', status: 'preliminary', rank: 9, name: {}, definition: {} },
        { id: 'PIRDAIS', status: 'final', rank: 3, name: {}, definition: {} },
        { id: 'PTRT3', status: 'final', rank: 4, name: {}, definition: {} },
      ],
      breaks: [{ indicator: 'coca_area', after: '2017', before: '2018', label: { es: 'método' } }],
    },
    { region_sets: [set('departments'), set('districts')] },
  );
}
