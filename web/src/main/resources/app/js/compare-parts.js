import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { LOCALES, amount, unitAfter, upperFirst, withUnit } from './format.js';
import { Figures } from './figures.js';
import { figuresOf } from './values.js';
import { seriesLabel } from './options.js';
import { rowCard, withCard } from './card.js';
import { periodLabel } from './period.js';
import { csvText } from './compare-csv.js';
import { earlierThan } from './compare-rank-rows.js';

/** Small parts that the ways to compare share. */

const kept = new WeakMap();

/**
 * The figures of another indicator or measure over the regions that are shown, in all series and periods; plots too.
 * @param {object} view @param {import('./compare.js').Bench} bench @returns {Promise<Figures>}
 */
export function figuresIn(view, { actions }, indicator, measure = view.state.measure) {
  if (indicator === view.state.indicator && measure === view.state.measure) return Promise.resolve(view.data);
  const all = kept.get(view.values) ?? new Map();
  kept.set(view.values, all);
  const id = `${indicator} ${measure}`;
  if (!all.has(id)) {
    const regions = view.geo.features.map((f) => f.properties);
    const make = (answer) => new Figures(answer, regions, view.catalogue.indicator(indicator).absent);
    const asked = view.catalogue.indicator(indicator).plots
      ? actions.figures({ indicator, regionSet: view.set.id, measure }, regions)
      : Promise.resolve(figuresOf(view.values, indicator, measure, regions));
    all.set(id, asked.then(make));
    asked.catch(() => all.delete(id));
  }
  return all.get(id);
}

/** The view as it would be with another indicator, series or period: what the card of a number needs. */
export function viewOf(view, { indicator = view.indicator.id, series = view.state.series, period = view.state.period, measure = view.state.measure }) {
  const { catalogue } = view;
  return { ...view, indicator: catalogue.indicator(indicator), series: catalogue.seriesOf(series), state: { ...view.state, indicator, series, period, measure } };
}

/**
 * A number with its card, or in words why there is none.
 * @param {import('./figures.js').Row} row @param {object} own the view that it belongs to @param {boolean} [unit] told with it
 */
export function value(row, own, unit = false) {
  const { indicator } = own;
  const words = row.value === null ? t(`state.${row.state}`) : unit ? withUnit(row.value, indicator, lang) : amount(row.value, indicator.unit, lang);
  const button = h('button', { type: 'button', class: row.value === null ? 'number soft' : 'number' }, words);
  const guess = row.figure?.method === 'estimated' && h('span', { class: 'soft' }, ` ${t('method.estimated').toLowerCase()}`);
  return [withCard(button, () => rowCard(row, own)), guess];
}

/** `Superficie de coca (ha)`. */
export function indicatorName(indicator) {
  const unit = unitAfter(indicator, lang);
  return unit ? `${local(indicator.name)} (${unit})` : local(indicator.name);
}

/** The same of what a view shows: `Títulos (títulos), meta`. */
export function shownName({ indicator, state }) {
  return state.measure === 'actual' ? indicatorName(indicator) : `${indicatorName(indicator)}, ${t(`measure.${state.measure}`)}`;
}

/** `2024 · DEVIDA-OPD`. */
export const whenAndWho = (period, series) => `${period} · ${seriesLabel(series)}`;

/** A difference with its sign: `+12 ha`. */
export function signed(number, text) {
  if (number === null || number === undefined) return '–';
  return `${number > 0 ? '+' : number < 0 ? '−' : ''}${text(Math.abs(number))}`;
}

/** What changed in how or where it was measured, in words. @param {object[]} breaks of the catalogue */
export function breakNotes(breaks) {
  const note = (b) => h('p', { class: 'data-good' }, h('strong', {}, `${upperFirst(local(b.label))} (${b.after}/${b.before}). `), local(b.explanation));
  return breaks.map(note);
}

/** Breaks of an indicator between years. */
export function breaksBetween(view, from, to) {
  return view.catalogue.breaks.filter((b) => b.indicator === view.indicator.id && b.after >= from && b.before <= to);
}

/** A table as a file, where the server has none like it; its columns name release and sources. */
export function csvLink(name, columns, rows) {
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(columns, rows))}`;
  return h('a', { href, download: `${name}.csv`, 'data-testid': 'compare-csv' }, t('compare.csv.table'));
}

export const downloads = (...links) => h('p', { class: 'download-line' }, h('span', { class: 'soft' }, t('compare.csv')), ...links);

/** What a link named and is not here; what the sentence or the panel left behind needs no words. */
export function unknownNote({ asked }, given) {
  return asked && given.length > 0 && h('p', { class: 'data-good', role: 'status', 'data-testid': 'compare-unknown' }, t('compare.unknown', { given: given.join(', ') }));
}

/** Periods of the same series that the one that is shown can be compared with. */
export function earlierPeriods({ state, catalogue, indicator }) {
  const periods = catalogue.periods(state.indicator, state.regionSet, state.measure, state.series).map((p) => p.id);
  return earlierThan(periods, state.period, indicator.kind);
}

/** A period as a heading says it. */
export const periodWords = (period) => periodLabel(period, LOCALES[lang]);
