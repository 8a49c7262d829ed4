import { LAYERS } from './i18n.js';

/** The state of the page and its address: one and the same thing. */

/**
 * @typedef {object} State
 * @property {string} indicator
 * @property {string} regionSet
 * @property {string} measure
 * @property {string} period
 * @property {string} series
 * @property {string|null} region
 * @property {'1'|null} cells whether plots are drawn where they lie
 * @property {'es'|'en'} lang of the words and of the data
 * @property {'quy'|null} [words] laid over them
 * @property {string|null} [draw] a drawing: kept by the drawing tool, told in the address only
 * @property {string|null} [compare] the earlier period of a comparison, likewise
 * @property {string|null} [data] a page of the data panel, likewise
 * @property {string|null} [help] a part of the help, likewise
 * @property {'1'|null} [mine] whether the region's own page is open, likewise
 * @property {'1'|'total'|null} [explain] whether it is told how the number came to be, or the sum; likewise
 * @property {string|null} [release] the release that the address holds fast; the newest where it names none
 * @property {string|null} [pack] `departments/22/3f0c...`: the pack that all is read from, likewise
 */

const PARAMETERS = {
  indicator: 'indicator',
  regionSet: 'region-set',
  measure: 'measure',
  period: 'period',
  series: 'series',
  region: 'region',
  cells: 'cells',
  lang: 'lang',
  draw: 'draw',
  compare: 'compare',
  data: 'data',
  help: 'help',
  mine: 'mine',
  explain: 'explain',
  pack: 'pack',
  release: 'release',
};

export const LANGUAGES = ['es', 'en'];

/** @param {string} code of a language, or of words laid over one @returns {{lang: string, words: string|null}|null} */
export function spoken(code) {
  if (LAYERS[code]) return { lang: LAYERS[code], words: code };
  return LANGUAGES.includes(code) ? { lang: code, words: null } : null;
}

/** @param {string} search `?indicator=...` @returns {Partial<State>} only what is there */
export function fromSearch(search) {
  const query = new URLSearchParams(search);
  const wanted = {};
  for (const [key, name] of Object.entries(PARAMETERS)) if (query.get(name)) wanted[key] = query.get(name);
  return wanted;
}

/** @param {Partial<State>} state @returns {string} `?indicator=...` in a fixed order, so that equal states are equal links */
export function toSearch(state) {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(PARAMETERS)) if (state[key]) query.set(name, (key === 'lang' && state.words) || state[key]);
  // Slash and comma are allowed in a query; left readable, since people read and paste these links.
  return `?${query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')}`;
}

/**
 * Makes a wish into a state that has figures. What does not exist is replaced by the nearest that does and reported;
 * `choose` drops the report, since there the sentence itself shows what followed from the choice.
 * @param {Partial<State>} wanted @param {import('./catalogue.js').Catalogue} catalogue
 * @returns {{state: State, unknown: {parameter: string, given: string}[]}}
 */
export function resolve(wanted, catalogue) {
  const unknown = [];
  const refuse = (key) => unknown.push({ parameter: PARAMETERS[key], given: wanted[key] });
  const basis = catalogue.defaults();

  const language = spoken(wanted.words ?? wanted.lang) ?? spoken('es');
  if (wanted.lang && !spoken(wanted.lang)) refuse('lang');

  let indicator = wanted.indicator ?? basis.indicator;
  if (!catalogue.available(indicator).length) {
    if (wanted.indicator) refuse('indicator');
    indicator = basis.indicator;
  }
  const sets = catalogue.regionSetsOf(indicator).map((s) => s.id);
  if (wanted.regionSet && !sets.includes(wanted.regionSet)) refuse('regionSet');
  const regionSet = [wanted.regionSet, basis.regionSet].find((id) => sets.includes(id)) ?? sets[0];

  const measures = catalogue.measures(indicator, regionSet);
  if (wanted.measure && !measures.includes(wanted.measure)) refuse('measure');
  const measure = measures.includes(wanted.measure) ? wanted.measure : measures[0];

  const offered = catalogue.seriesFor(indicator, regionSet, measure).map((s) => s.id);
  const wishedSeries = offered.includes(wanted.series) ? wanted.series : null;

  let { period } = wanted;
  if (!catalogue.periods(indicator, regionSet, measure).some((p) => p.id === period)) {
    if (period) refuse('period');
    period = catalogue.nearest(indicator, regionSet, measure, wishedSeries ?? offered[0], period);
  }
  const series = catalogue.seriesForPeriod(indicator, regionSet, measure, period, wishedSeries);
  if (wanted.series && wanted.series !== series) refuse('series');
  const cells = wanted.cells && catalogue.indicator(indicator)?.plots ? '1' : null;
  return { state: { indicator, regionSet, measure, period, series, region: wanted.region ?? null, cells, ...language }, unknown };
}

/**
 * A choice in the sentence. The other parts stay as they are as far as they can.
 * @param {State} state @param {Partial<State>} choice
 */
export function choose(state, choice, catalogue) {
  const next = { ...state, ...choice };
  if (choice.regionSet && choice.regionSet !== state.regionSet) next.region = choice.region ?? null;
  if (choice.indicator && !catalogue.regionSetsOf(next.indicator).some((s) => s.id === next.regionSet)) {
    next.region = null;
  }
  const { indicator, regionSet, measure, period, series } = next;
  const elsewhere = choice.indicator ?? choice.regionSet ?? choice.measure;
  // A period that was chosen as well is what is wanted, however few regions it has.
  if (elsewhere && !choice.period && catalogue.isThin(indicator, regionSet, measure, period)) {
    next.period = catalogue.nearest(indicator, regionSet, measure, null, period);
  }
  if (choice.series && !catalogue.covers(indicator, regionSet, measure, series, period)) {
    next.period = catalogue.nearest(indicator, regionSet, measure, series, period);
  }
  return resolve(next, catalogue).state;
}
