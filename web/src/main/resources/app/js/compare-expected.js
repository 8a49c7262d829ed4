import { isSingle, parsePeriod } from './period.js';

/**
 * A target beside what was achieved of it: what could be expected by the date of the figure, and a word for how that
 * stands. The catalogue gives no bands of its own, so these are the page's, and it says so.
 */

/** From this share of what is expected on it is near; below it is behind. */
export const NEAR = 0.9;
/** A figure that begins later than this share of the target's period leaves out too much of it. */
const LATE = 0.2;
const DAY = 1 / 365;

/**
 * @typedef {object} Standing
 * @property {object} target the figure @property {object|null} achieved the figure that is set against it
 * @property {number|null} elapsed share of the target's period that the figure covers: 1 for all of it
 * @property {number|null} expected by then; the target itself where the period is over
 * @property {number|null} share of the target that was achieved
 * @property {'reached'|'track'|'near'|'behind'|null} band null where nothing can be judged; `track` is what
 *   could be expected so far, where `reached` is all of it
 */

/**
 * @param {object} target figure of the measure `target`, with a value
 * @param {object[]} actual figures of the same region and indicator
 * @param {{kind: string, time_rule: string, direction: string}} indicator
 * @param {(series: string) => number} rank of a series, the lower the better
 * @returns {Standing}
 */
export function standingOf(target, actual, indicator, rank) {
  const having = actual.filter((f) => f.value !== null && f.value !== undefined);
  const best = (figures) => [...figures].sort((a, b) => (b.series === target.series) - (a.series === target.series) || rank(a.series) - rank(b.series))[0];
  const whole = best(having.filter((f) => f.period === target.period));
  if (whole) return judged(target, whole, 1, indicator);
  const part = best(latest(having, target, indicator));
  if (part) return judged(target, part, elapsedOf(part, target), indicator);
  return { target, achieved: null, elapsed: null, expected: null, share: null, band: null };
}

/** What adds up over time can be told before its period is over, if it was counted from its beginning on. */
function latest(figures, target, { kind, time_rule: rule }) {
  if (kind !== 'flow' || rule !== 'sum') return [];
  const aim = parsePeriod(target.period);
  const inside = figures.filter((f) => {
    const p = parsePeriod(f.period);
    // The first of several years is no count of the years so far.
    if (aim.kind === 'years' && isSingle(p)) return false;
    return p.start >= aim.start - DAY && p.end <= aim.end + DAY && p.start - aim.start <= LATE * (aim.end - aim.start);
  });
  const last = Math.max(...inside.map((f) => parsePeriod(f.period).end));
  return inside.filter((f) => parsePeriod(f.period).end === last);
}

function elapsedOf(figure, target) {
  const aim = parsePeriod(target.period);
  return Math.min(1, (parsePeriod(figure.period).end - aim.start) / (aim.end - aim.start));
}

function judged(target, achieved, elapsed, { direction }) {
  const expected = target.value * elapsed;
  const share = target.value ? achieved.value / target.value : null;
  return { target, achieved, elapsed, expected, share, band: band(achieved.value, expected, target.value, direction) };
}

/** More is better unless the indicator says that less is. */
function band(achieved, expected, whole, direction) {
  if (!(expected > 0)) return null;
  const done = direction === 'down' ? (achieved > 0 ? expected / achieved : Infinity) : achieved / expected;
  if (done < 1) return done >= NEAR ? 'near' : 'behind';
  // Less is better: until the period is over, more may come.
  const all = direction === 'down' ? expected === whole : achieved >= whole;
  return all ? 'reached' : 'track';
}
