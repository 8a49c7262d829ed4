import es from '../i18n/plots-es.js';
import en from '../i18n/plots-en.js';
import { amount, lowerFirst, plain } from './format.js';
import { groupBy } from './figures.js';
import { $, h, svg } from './dom.js';
import { fill, t } from './i18n.js';

/**
 * Plots as a theme of the map: each kind becomes two indicators (hectares as fills, number as circles), and an answer of
 * `/totals` looks like one of `/figures`. So sentence, map, list, story and time bar treat them as any other figure.
 * Fetched where the store has plots.
 */

const THEME = 'plots';
const SERIES = 'plots';
const WORDS = { es, en };

/** How much there is of a kind: `plots.coca_field`. What is counted is drawn as circles: it is not spread over an area. */
const EXTENTS = {
  area: { id: 'ha', ending: '', field: 'hectares', unit: 'ha', display: 'fill' },
  line: { id: 'km', ending: '', field: 'kilometres', unit: 'km', display: 'fill' },
};
/** Plots counted: `plots.coca_field.count`; and what each carries: `plots.titled_parcel.value`. */
const COUNT = { id: 'count', ending: '.count', field: 'count', unit: 'plots', display: 'symbol' };
const VALUE = { id: 'value', ending: '.value', field: 'value', display: 'symbol' };

function measuresOf(kind) {
  return [EXTENTS[kind.form ?? 'area'], COUNT, kind.value && VALUE].filter(Boolean);
}

export class PlotTheme {
  /** @param {object} info answer of /api/v1/info, with plots */
  constructor(info) {
    this.synthetic = info.synthetic;
    this.plots = info.plots;
    this.sources = info.datasets.filter((d) => /(^|\/)plots/.test(d.key));
  }

  /**
   * The catalogue with the plots in it: last, or first where nothing else has figures.
   * @param {object} indicators answer of /api/v1/indicators @param {object} sets answer of /api/v1/region-sets
   */
  extend(indicators, sets) {
    const own = this.plots.kinds.flatMap((kind) => measuresOf(kind).map((m) => this.#indicator(kind, m, sets.region_sets)));
    const theme = { id: THEME, name: both(this.#either('plots.theme')) };
    const series = { id: SERIES, name: both(this.#either('plots.series')), definition: {}, status: 'final', rank: 1 };
    const others = indicators.indicators.some((i) => i.availability.length);
    const join = (all, more) => (others ? [...all, ...more] : [...more, ...all]);
    return {
      ...indicators,
      themes: join(indicators.themes, [theme]),
      indicators: join(indicators.indicators, own),
      series: [...indicators.series, series],
    };
  }

  #either(key) {
    return this.synthetic ? `${key}.synthetic` : key;
  }

  #indicator(kind, measure, sets) {
    const params = (lang) => ({ kind: kind.name[lang] ?? kind.name.es, value: kind.value?.name[lang] ?? kind.value?.name.es });
    const lead = both(`plots.${measure.id}.lead`, params);
    const sentence = (lang) => ({ lead: lead[lang], short: lowerFirst(params(lang).kind) });
    const periods = this.plots.years.map(String);
    const drawn = sets.filter((s) => s.with_boundary);
    return {
      id: `plots.${kind.id}${measure.ending}`,
      plots: measure.id,
      theme: THEME,
      name: both(`plots.${measure.id}.name`, params),
      sentence: { es: sentence('es'), en: sentence('en') },
      unit: measure.unit ?? (kind.value.unit || 'things'),
      unit_name: measure === VALUE ? { es: lowerFirst(params('es').value), en: lowerFirst(params('en').value) } : both(`plots.unit.${measure.id}`),
      kind: 'flow',
      space_rule: 'sum',
      absent: 'missing',
      display: measure.display,
      palette: kind.palette,
      why: { missing: both('plots.why.missing'), withheld: both('plots.why.withheld') },
      availability: drawn.map((s) => ({ region_set: s.id, measure: 'actual', series: SERIES, periods, figures: s.with_boundary * periods.length })),
    };
  }

  /**
   * The switch between regions and cells, where plots are looked at.
   * @param {object} view @param {object} map of Leaflet @param {{choose: (choice: object) => void}} actions
   */
  async tools(view, map, actions) {
    this.button ??= cellsButton(() => actions.choose({ cells: this.shown ? null : '1' }));
    this.shown = Boolean(view.state.cells);
    this.button.hidden = !view.indicator.plots;
    this.button.setAttribute('aria-pressed', String(this.shown));
    this.button.lastChild.textContent = t('cells.open');
    if (!this.shown) return this.cells?.hide();
    this.cells ??= new (await import('./cells.js')).Cells(map);
    if (this.shown) this.cells.show({ ...view, synthetic: this.synthetic });
  }

  /** Something else is shown from now on, which has no plots. */
  leave() {
    this.button?.remove();
    this.cells?.hide();
  }

  isOwn(indicator) {
    return indicator.startsWith('plots.');
  }

  /**
   * An answer of /totals as one of /figures.
   * @param {object} answer @param {string} indicator id of one of ours
   */
  figures(answer, indicator) {
    const kind = this.plots.kinds.find((k) => k.id === answer.kind);
    const measure = measuresOf(kind).find((m) => indicator === `plots.${kind.id}${m.ending}`);
    const figures = answer.totals.map((row) => this.#figure(row, indicator, measure));
    const years = [...groupBy(answer.totals, (row) => row.year)];
    return {
      release: answer.release,
      figures,
      classes: answer.classes?.[measure.field] ?? null,
      // Regions that overlap, or leave no outside, have no sum.
      totals: answer.outside ? years.map(([year, rows]) => total(year, rows, answer.outside, measure.field)) : [],
    };
  }

  #figure(row, indicator, { field }) {
    const source = this.sources[0];
    return {
      region_code: row.region_code,
      region_name: row.region_name,
      indicator,
      measure: 'actual',
      period: String(row.year),
      series: SERIES,
      state: row.state,
      value: row.state === 'withheld' ? null : row[field],
      class: row[`${field}_class`] ?? null,
      method: this.synthetic ? 'synthetic' : 'computed',
      status: 'final',
      source_title: source?.title,
      source_locator: source?.source,
      dataset: this.sources.map((d) => d.id).join(', '),
      get note() {
        return row.state === 'withheld' ? both('plots.why.withheld') : row.state === 'value' ? also(row, field) : null;
      },
      get also() {
        return row.state === 'value' ? also(row, field) : null;
      },
    };
  }
}

function cellsButton(onclick) {
  const icon = svg('svg', { width: 16, height: 16, fill: 'currentColor', 'aria-hidden': 'true' }, svg('path', { d: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2z' }));
  const button = h('button', { type: 'button', class: 'button', id: 'cells-toggle', 'data-testid': 'cells-toggle', onclick }, icon, ' ', h('span', { 'data-t': 'cells.open' }));
  $('draw-open').after(button);
  return button;
}

/** The other half of a total: of hectares the plots and what the border cuts, of plots the hectares. */
function also(row, field) {
  const { count, border_hectares: border } = row;
  const words = (key) => both(key, (lang) => ({ plots: plain(count, lang), size: size(row, lang), border: little(border, lang), low: plain(row.count_low, lang), high: plain(row.count_high, lang) }));
  if (row.estimated) return words('plots.also.estimated');
  if (row.estimated === false && field === 'hectares') return words('plots.also.real');
  if (field === 'hectares') return words(border > 0 ? 'plots.also.ha' : 'plots.also.whole');
  if (field === 'kilometres') return words('plots.also.plots');
  if (field === 'value') return words('plots.also.value');
  return size(row, 'es') ? words('plots.also.count') : words('plots.also.point');
}

/** `12.5 ha`, `3 km`; points have no size. */
function size({ hectares, kilometres }, lang) {
  if (kilometres !== undefined && kilometres !== null) return `${amount(kilometres, 'km', lang)} km`;
  return hectares === undefined || hectares === null ? '' : `${little(hectares, lang)} ha`;
}

function total(year, rows, outside, value) {
  const told = rows.filter((r) => r.state !== 'withheld');
  const withheld = rows.length - told.length;
  const beyond = outside.find((r) => r.year === year);
  return {
    series: SERIES,
    period: String(year),
    sum: told.reduce((sum, r) => sum + r[value], 0),
    regions: told.length,
    published: null,
    get note() {
      const words = [outsideWords(beyond)];
      if (withheld) words.push(both(`plots.withheld.${withheld === 1 ? 'one' : 'other'}`, (lang) => ({ n: plain(withheld, lang) })));
      return { es: words.map((w) => w.es).join(' '), en: words.map((w) => w.en).join(' ') };
    },
  };
}

function outsideWords(row) {
  if (row?.state === 'withheld') return both('plots.outside.withheld');
  if (row?.state !== 'value') return both('plots.outside.none');
  return both(size(row, 'es') ? 'plots.outside' : 'plots.outside.points', (lang) => ({ size: size(row, lang), plots: plain(row.count, lang) }));
}

/** A little is never shown as nothing. */
function little(hectares, lang) {
  return hectares > 0 && hectares < 0.05 ? `< ${plain(0.1, lang, 1)}` : amount(hectares, 'ha', lang);
}

/** A text in both languages, as the server sends them. */
function both(key, params = () => ({})) {
  return { es: fill(es[key], params('es')), en: fill(en[key], params('en')) };
}
