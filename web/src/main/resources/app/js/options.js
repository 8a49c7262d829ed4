import { local, t, tn } from './i18n.js';
import { parsePeriod, periodLabel } from './period.js';
import { LOCALES, lowerFirst, plain, upperFirst } from './format.js';

/**
 * How the sentence is put together, and what each of its parts offers.
 * @typedef {{value: string, label: string, hint?: string, disabled?: boolean}} Option
 * @typedef {{label: string, options: Option[]}} Group
 */

/** @returns {Group[]} by part of the sentence */
export function optionsFor(part, state, catalogue, lang) {
  const { indicator, regionSet, measure } = state;
  switch (part) {
    case 'indicator':
      return indicators(catalogue, lang);
    case 'set':
      return regionSets(catalogue, indicator, lang);
    case 'measure':
      return [{ label: '', options: catalogue.measures(indicator, regionSet).map(measureOption) }];
    case 'period':
      return periods(catalogue.periods(indicator, regionSet, measure), lang);
    case 'series':
      return [{ label: '', options: seriesOptions(catalogue, state, lang) }];
    default:
      return [];
  }
}

/** The words of a period in the sentence; a total of years or a part of a year says that it is one. */
export function periodInSentence(id, lang) {
  const label = periodLabel(id, LOCALES[lang]);
  const { kind } = parsePeriod(id);
  if (kind === 'years') return t('period.total', { label });
  if (kind === 'part') return t('period.part', { label });
  return label;
}

export function seriesLabel(series) {
  return local(series.name) || series.id;
}

export function setName(set) {
  return lowerFirst(local(set.name));
}

function indicators(catalogue, lang) {
  const groups = catalogue.themes.map((theme) => ({
    label: local(theme.name),
    options: catalogue.indicators.filter((i) => i.theme === theme.id).map((i) => indicatorOption(i, lang)),
  }));
  return groups.filter((g) => g.options.length);
}

function indicatorOption(indicator, lang) {
  const periods = indicator.availability.flatMap((a) => a.periods);
  const empty = !periods.length;
  return {
    value: indicator.id,
    label: local(indicator.name),
    hint: empty ? t('option.noFigures') : years(periods, lang),
    disabled: empty,
  };
}

function regionSets(catalogue, indicator, lang) {
  const having = new Set(catalogue.regionSetsOf(indicator).map((s) => s.id));
  const option = (set) => ({
    value: set.id,
    label: local(set.name),
    hint: having.has(set.id) ? drawn(set, lang) : t('option.noFiguresHere'),
    disabled: !having.has(set.id),
  });
  return ['political', 'zone']
    .map((kind) => ({
      label: t(`setKind.${kind}`),
      options: catalogue.regionSets.filter((s) => s.kind === kind).map(option),
    }))
    .filter((g) => g.options.length);
}

function drawn(set, lang) {
  if (set.with_boundary) return tn('option.regions', set.regions, { n: plain(set.regions, lang) });
  if (set.with_point) return t('option.points');
  return t('option.noBoundaries');
}

function measureOption(id) {
  return { value: id, label: upperFirst(t(`measure.${id}`)), hint: t(`measure.${id}.hint`) };
}

function periods(all, lang) {
  const newestFirst = [...all].reverse();
  return ['year', 'quarter', 'month', 'years', 'part']
    .map((kind) => ({
      label: t(`periodKind.${kind}`),
      options: newestFirst
        .filter((p) => p.kind === kind)
        .map((p) => ({ value: p.id, label: periodLabel(p.id, LOCALES[lang]) })),
    }))
    .filter((g) => g.options.length);
}

function seriesOptions(catalogue, { indicator, regionSet, measure }, lang) {
  return catalogue.seriesFor(indicator, regionSet, measure).map((series) => {
    const ids = catalogue.periods(indicator, regionSet, measure, series.id).map((p) => p.id);
    const status = series.status === 'final' ? '' : t(`status.${series.status}`);
    const hint = [years(ids, lang), status, local(series.definition)].filter(Boolean).join(' · ');
    return { value: series.id, label: seriesLabel(series), hint };
  });
}

/** `2012–2024`, or the one period there is. */
function years(ids, lang) {
  const all = [...new Set(ids)];
  if (all.length === 1) return periodLabel(all[0], LOCALES[lang]);
  const parsed = all.map(parsePeriod).filter(Boolean);
  const first = Math.floor(Math.min(...parsed.map((p) => p.start)));
  const last = Math.floor(Math.max(...parsed.map((p) => p.end)) - 0.001);
  return first === last ? String(first) : `${first}–${last}`;
}

/**
 * Splits a template into text and named slots: `por {set}` -> [{text}, {slot: 'set'}].
 * @returns {({text: string}|{slot: string})[]}
 */
export function slots(template) {
  return template
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (part[0] === '{' ? { slot: part.slice(1, -1) } : { text: part }));
}

/** Which template the heading takes: the measure stands in the sentence only where there is a choice. */
export function headingKey(measures, measure) {
  if (measures.length < 2 && measure === 'actual') return 'sentence.plain';
  return `sentence.${measure}`;
}
