import { h } from './dom.js';
import { lang, t, useLanguage } from './i18n.js';
import { style } from './style.js';
import { choices, failure } from './data-parts.js';
import { BenchMap } from './compare-map.js';
import { readLink, WAYS, writeLink } from './compare-link.js';

/**
 * The planner's workbench: one panel, many ways to compare. Each way is a module of its own, loaded when it is chosen.
 *
 * @typedef {object} Way
 * @property {string|null} rest its part of the link; what cannot be shown is replaced by what can
 * @property {(view: object) => string} key equal keys are equal contents
 * @property {(view: object) => Promise<(Node|string|null|false)[]>} content
 * @property {(view: object) => void|Promise<void>} [drawn] the content is on the page: draws on the map
 * @property {(code: string) => boolean} [picks] a region of the map was chosen; true if that was meant for the way
 *
 * @typedef {object} Bench what a way may ask of the panel
 * @property {BenchMap} map @property {object} actions of the page
 * @property {() => void} changed something else is compared: content and address follow
 * @property {boolean} asked whether what is shown next was asked for by a link, and not by the sentence or the panel
 * @property {() => number} width that a chart may take, so that its words stay as large as all others
 */

const LOAD = {
  periods: async () => (await import('./compare-periods.js')).periods,
  regions: async () => (await import('./compare-regions.js')).regions,
  ranks: async () => (await import('./compare-ranks.js')).ranks,
  scatter: async () => (await import('./compare-scatter.js')).scatter,
  maps: async () => (await import('./compare-maps.js')).maps,
  series: async () => (await import('./compare-series.js')).series,
  targets: async () => (await import('./compare-targets.js')).targets,
  release: async () => (await import('./compare-releases.js')).release,
};

const LEAST_WIDTH = 328;
const MOST_WIDTH = 512;

class ComparePanel {
  constructor({ map, actions, moved }) {
    this.map = new BenchMap(map);
    this.actions = actions;
    this.moved = moved;
    this.way = 'periods';
    this.ways = {};
    this.root = h('div', { class: 'data compare', 'data-testid': 'compare' }, heading());
    const changed = () => {
      this.moved();
      this.#fill();
    };
    const width = () => Math.min(MOST_WIDTH, this.root.clientWidth || LEAST_WIDTH);
    this.bench = { map: this.map, actions, changed, width, asked: false };
  }

  /** @returns {Node[]} always the same element; it fills itself */
  nodes(view, onClose) {
    this.onClose = onClose;
    this.view = view;
    this.map.wake();
    document.documentElement.dataset.bench = this.way;
    if (!this.shown && !this.root.contains(document.activeElement)) this.#put([h('p', { class: 'soft' }, t('compare.busy'))]);
    this.#fill();
    return [this.root];
  }

  /** @param {string|null} [link] as the address tells it; without, what was compared last */
  open(link) {
    this.asleep = false;
    this.shown = null;
    if (!link) return;
    this.bench.asked = true;
    const { way, rest } = readLink(link);
    this.way = way;
    this.given = rest;
    if (this.ways[way]) this.ways[way].rest = rest;
  }

  get link() {
    return this.asleep ? null : writeLink(this.way, this.ways[this.way]?.rest ?? this.given);
  }

  picks(code) {
    return !this.asleep && Boolean(this.ways[this.way]?.picks?.(code));
  }

  sleep() {
    if (this.asleep) return;
    this.asleep = true;
    this.shown = null;
    delete document.documentElement.dataset.bench;
    this.map.sleep();
    this.moved();
  }

  async #fill() {
    const { view, way } = this;
    let key = null;
    try {
      await Promise.all([useLanguage(lang, 'compare-'), useLanguage(lang, 'data-'), this.#need(way)]);
      if (way !== this.way || view !== this.view || this.asleep) return;
      const one = this.ways[way];
      const keyOf = () => [way, lang, one.key(view)].join(' ');
      const wanted = keyOf();
      if (wanted === this.shown) return;
      this.shown = key = wanted;
      const content = await one.content(view);
      if (this.shown !== key) return;
      // What the way has chosen by itself is part of what is shown.
      this.shown = keyOf();
      this.bench.asked = false;
      this.#put(content);
      this.root.dataset.way = way;
      this.moved();
      await one.drawn?.(view);
    } catch (error) {
      if (!error.kind) console.error(error);
      // Something else is shown by now, or asked for.
      if (way !== this.way || this.asleep || (key && this.shown !== key)) return;
      this.shown = null;
      this.#put([failure(error)]);
    }
  }

  async #need(way) {
    if (this.ways[way]) return;
    const make = await LOAD[way]();
    if (this.ways[way]) return;
    this.ways[way] = make(this.bench);
    this.ways[way].rest = this.given;
    this.given = null;
  }

  #put(content) {
    const close = h('button', { type: 'button', class: 'quiet back', 'data-focus': 'back', onclick: this.onClose }, `← ${t('compare.close')}`);
    const held = this.root.contains(document.activeElement) ? document.activeElement.dataset : {};
    const [kind] = ['focus', 'testid'].filter((k) => held[k]);
    const at = kind && `[data-${kind}="${CSS.escape(held[kind])}"]`;
    this.root.replaceChildren(close, heading(), this.#choice(), ...content.flat(Infinity).filter(Boolean));
    if (at) this.root.querySelector(at)?.focus({ preventScroll: true });
  }

  #choice() {
    const chosen = (e) => {
      this.bench.asked = false;
      this.way = e.target.value;
      this.given = null;
      this.map.clear();
      document.documentElement.dataset.bench = this.way;
      this.moved();
      this.#fill();
    };
    const select = choices(WAYS.map((w) => [w, t(`compare.way.${w}`)]), this.way, { class: 'compare-ways', 'aria-label': t('compare.what'), 'data-testid': 'compare-what', onchange: chosen });
    return h('p', {}, select);
  }
}

const heading = () => h('h2', { id: 'story-name', tabindex: '-1', class: 'unseen', 'data-focus': 'name' }, t('compare.open'));

/** The one panel. @param {import('./panels.js').Page} page */
export async function comparePanel(page) {
  await Promise.all([style('data.css'), style('compare.css'), useLanguage(lang, 'compare-'), useLanguage(lang, 'data-')]);
  return new ComparePanel(page);
}
