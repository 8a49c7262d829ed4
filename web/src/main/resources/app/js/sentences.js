import { parsePeriod } from './period.js';
import { rankOf } from './figures.js';

/**
 * What can be said of a figure, as keys and parameters; the words are in `i18n/`.
 * @typedef {{key: string, params: object}} Saying
 */

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

/**
 * The change against the year before, within one series only.
 * @param {object} figure the chosen one
 * @param {object[]} history all figures of the region for indicator and measure
 * @param {(from: number, to: number) => object|undefined} breakBetween
 * @returns {Saying|null}
 */
export function change(figure, history, breakBetween) {
  const p = parsePeriod(figure.period);
  if (figure.value === null || p.kind !== 'year') return null;
  const year = p.start;
  const before = history.filter((f) => f.period === String(year - 1) && f.value !== null);
  const own = before.find((f) => f.series === figure.series);
  if (!own) {
    const other = before.find((f) => f.status === 'final');
    if (!other) return null;
    return { key: 'change.otherSeries', params: { year: year - 1, series: other.series } };
  }
  const cut = breakBetween(year - 1, year);
  if (cut) return { key: 'change.break', params: { year: year - 1, cut } };
  if (own.value === figure.value) return { key: 'change.same', params: { year: year - 1 } };
  if (own.value === 0) return { key: 'change.fromZero', params: { year: year - 1 } };
  const share = (figure.value - own.value) / own.value;
  if (Math.abs(share) < 0.005) return { key: 'change.almost', params: { year: year - 1 } };
  // Beyond a doubling a percentage hides more than it tells.
  if (share > 2) return { key: 'change.times', params: { year: year - 1, times: figure.value / own.value } };
  return { key: share > 0 ? 'change.more' : 'change.less', params: { year: year - 1, share: Math.abs(share) } };
}

/**
 * Place and share. A share is only told of what may be added up.
 * @returns {Saying|null}
 */
export function standing(frame, code, total, spaceRule) {
  const rank = rankOf(frame, code);
  const value = frame.get(code)?.value;
  if (!rank || rank.of < 2) return null;
  const whole = total?.published?.value ?? total?.sum;
  if (spaceRule !== 'sum' || !whole || !value) return { key: 'standing.rank', params: rank };
  const of = total.published ? 'standing.ofPublished' : 'standing.ofSum';
  return { key: of, params: { ...rank, share: value / whole } };
}

/**
 * Sum against the published total.
 * @returns {Saying|null}
 */
export function difference(total) {
  if (!total?.published) return null;
  const gap = total.difference ?? total.sum - total.published.value;
  if (!gap) return { key: 'total.equal', params: { published: total.published.value } };
  const small = Math.abs(gap) <= Math.max(2, Math.abs(total.published.value) * 0.0005);
  const key = small ? 'total.rounding' : gap < 0 ? 'total.short' : 'total.over';
  return { key, params: { published: total.published.value, gap: Math.abs(gap) } };
}
