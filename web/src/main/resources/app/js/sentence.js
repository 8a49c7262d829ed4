import { h } from './dom.js';
import { local, t, template } from './i18n.js';
import { lowerFirst, upperFirst } from './format.js';
import { headingKey, optionsFor, periodInSentence, seriesLabel, slots } from './options.js';

/** The heading: a sentence whose parts are the choices. */

const HOOKS = {
  indicator: 'sentence-indicator',
  set: 'sentence-region-set',
  measure: 'sentence-measure',
  period: 'sentence-period',
  series: 'sentence-series',
};
const STATE_KEYS = { set: 'regionSet' };

/**
 * The sentence as text and parts, for the page, its title and the live region.
 * @returns {({text: string}|{slot: string, text: string})[]}
 */
export function sentenceParts(view) {
  const { state, catalogue, indicator, set, series } = view;
  const { lead, short } = indicator.sentence[state.lang];
  const texts = {
    indicator: short,
    set: local(set.one),
    measure: t(`measure.${state.measure}`),
    period: periodInSentence(state.period, state.lang),
    series: seriesLabel(series),
  };
  const plain = { lead, by: t(set.id === 'country' ? 'by.country' : 'by.default') };
  const parts = slots(template(headingKey(catalogue.measures(state.indicator, state.regionSet), state.measure)))
    .map((p) => (p.slot in plain ? { text: plain[p.slot], own: true } : p.slot ? { ...p, text: texts[p.slot] } : p));
  return tidy(parts);
}

export function sentenceText(view) {
  return sentenceParts(view).map((p) => p.text).join('');
}

/**
 * Indicators without a lead leave no double space. The first letter is large whatever part it falls to, and the names
 * of indicators small elsewhere; names of series stay as they are.
 */
function tidy(parts) {
  const result = [];
  for (const part of parts) {
    let { text } = part;
    if (!text) continue;
    const before = result[result.length - 1]?.text ?? ' ';
    if (/\s$/.test(before)) text = text.replace(/^ /, '');
    if (!text) continue;
    if (!result.length) text = upperFirst(text);
    else if (part.own || part.slot === 'indicator') text = lowerFirst(text);
    result.push({ ...part, text });
  }
  return result;
}

export class Sentence {
  /** @param {HTMLElement} heading @param {(choice: object) => void} onChoose */
  constructor(heading, onChoose) {
    this.heading = heading;
    this.onChoose = onChoose;
    this.buttons = new Map();
  }

  /** Keeps the buttons it has, so that focus and an open list survive a drag of the time bar. */
  render(view) {
    this.view = view;
    const parts = sentenceParts(view);
    const shape = parts.map((p) => p.slot ?? p.text).join('|') + view.state.lang;
    if (shape !== this.shape) this.#rebuild(parts, shape);
    for (const { slot, text } of parts) if (slot) this.#fill(slot, text);
  }

  #rebuild(parts, shape) {
    this.shape = shape;
    const focused = [...this.buttons].find(([, b]) => b === document.activeElement)?.[0];
    this.choice?.closeChoice();
    this.buttons.clear();
    this.heading.replaceChildren(...this.#nodes(parts));
    this.buttons.get(focused)?.focus();
  }

  /** A comma stays on the line of the part before it. */
  #nodes(parts) {
    const nodes = [];
    for (const { slot, text } of parts) {
      const comma = !slot && nodes.length > 0 && /^[,.]/.test(text);
      if (comma) nodes.push(h('span', { class: 'together' }, nodes.pop(), text[0]), text.slice(1));
      else nodes.push(slot ? this.#button(slot) : text);
    }
    return nodes;
  }

  #button(slot) {
    const button = h('button', {
      type: 'button',
      class: 'part',
      'data-testid': HOOKS[slot],
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      onclick: () => this.#open(slot),
      onfocus: () => this.#fetchChoice(),
      onpointerenter: () => this.#fetchChoice(),
    });
    this.buttons.set(slot, button);
    return button;
  }

  #fill(slot, text) {
    const button = this.buttons.get(slot);
    if (button.textContent === text) return;
    const changed = button.textContent !== '';
    button.replaceChildren(text);
    button.title = t(`choose.${slot}`);
    // While time moves the eye is on it.
    if (!changed || this.view.moving || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    // A glow shows that a part has changed, also when it was another choice that changed it.
    const glow = 'color-mix(in srgb, var(--accent) 26%, transparent)';
    button.animate([{ background: glow }, { background: glow, offset: 0.4 }, {}], 1600);
  }

  /** The list is fetched when somebody comes near: who only reads never pays for it. */
  async #fetchChoice() {
    this.choice ??= await import('./choice.js');
  }

  async #open(slot) {
    if (!this.choice) await this.#fetchChoice();
    const { state, catalogue } = this.view;
    const key = STATE_KEYS[slot] ?? slot;
    this.choice.toggleChoice(this.buttons.get(slot), {
      label: t(`choose.${slot}`),
      groups: optionsFor(slot, state, catalogue, state.lang),
      value: state[key],
      onChoose: (value) => this.onChoose({ [key]: value }),
    });
  }
}
