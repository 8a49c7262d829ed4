import { h, svg } from './dom.js';
import { lang, local, t, wording } from './i18n.js';
import { amount, unitAfter, upperFirst } from './format.js';
import { periodInSentence } from './options.js';
import { statesIn } from './figures.js';
import { STATE_FILL } from './map.js';

/** What the colours, sizes and patterns mean: five classes, and of the five states those that occur. */

const STATES = ['zero', 'not_monitored', 'missing', 'withheld'];
/** What the legend was last made from. */
let shownLast = [];

/** On a phone, and where all is enlarged, the legend would cover the middle of the country: it waits to be opened. */
export function startLegend(place) {
  place.open = matchMedia('(min-width: 600px) and (min-height: 500px)').matches;
}

/** @param {HTMLDetailsElement} element */
export function renderLegend(element, view) {
  const { indicator, data, frame, state } = view;
  const occurring = statesIn(frame);
  const states = STATES.filter((s) => occurring.has(s));
  const words = local(indicator.unit_name);
  const unit = indicator.unit.includes('/') ? words : unitAfter(indicator, lang) || words;
  const subtitle = `${unit}, ${periodInSentence(state.period, lang)}`;
  // All years have the same classes: while time moves only the year is another.
  const shown = [data, wording(), view.pointsOnly, ...states];
  if (shownLast.length === shown.length && shownLast.every((part, i) => part === shown[i])) {
    element.querySelector('summary .soft').textContent = subtitle;
    return;
  }
  shownLast = shown;
  const { lead, short } = indicator.sentence[lang];
  const title = h('span', {}, upperFirst(`${lead} ${short}`.trim()));
  const circles = indicator.display === 'symbol' || view.pointsOnly;
  const classes = (data.classes?.colours ?? []).map((colour, i) =>
    entry(swatch(colour, circles), boundsLabel(data.classes.bounds, i, indicator.unit)),
  );
  const others = states.map((s) => entry(swatch(STATE_FILL[s], view.pointsOnly, s), t(`state.${s}`)));
  const summary = h('summary', {}, title, ' ', h('span', { class: 'soft' }, subtitle));
  const parts = [summary, h('ul', {}, classes, others), circles && h('p', { class: 'soft' }, t('legend.circles'))];
  element.replaceChildren(...parts.filter(Boolean));
}

/** `menos de 1,000`, `1,000 – 5,000`, `20,000 y más`. */
export function boundsLabel(bounds, i, unit) {
  const from = bounds[i];
  const to = bounds[i + 1];
  const number = (v) => amount(v, unit, lang, true);
  if (to === null) return t('legend.from', { from: number(from) });
  if (from === null || (i === 0 && from === 0)) return t('legend.below', { to: number(to) });
  return `${number(from)} – ${number(to)}`;
}

function entry(mark, label) {
  return h('li', {}, mark, label);
}

function swatch(fill, round, state) {
  const picture = svg('svg', { class: 'swatch', width: 22, height: 14, 'aria-hidden': 'true' });
  const shape = round
    ? svg('circle', { cx: 11, cy: 7, r: 6 })
    : svg('rect', { x: 1, y: 1, width: 20, height: 12 });
  shape.setAttribute('fill', fill);
  shape.setAttribute('class', `swatch-line ${state === 'zero' ? 'is-zero' : ''}`);
  picture.append(shape);
  return picture;
}
