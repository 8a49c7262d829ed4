import { h } from './dom.js';
import { rowCard, withCard } from './card.js';

/** So many rows are written at once. */
const MANY = 40;

/**
 * The rows of a list of regions. While time moves the rows stay where they are and regions change places among them,
 * and only what is another than before is written: moving rows has a browser lay out each of them anew. Of a long list
 * the rows in sight come with the map, the others in the frames after it.
 */
export class RegionRows {
  /** @param {HTMLElement} list @param {{chooseRegion: Function, hover: Function}} actions @param {boolean} bars whether a row shows its value as a length */
  constructor(list, actions, bars) {
    this.list = list;
    this.actions = actions;
    this.bars = bars;
    this.rows = [];
    this.sight = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) target.inSight = isIntersecting;
    });
  }

  /**
   * @param {object} view @param {import('./figures.js').Row[]} regions in order
   * @param {(region: object) => {text: string, width?: string, colour?: string}} look
   * @param {boolean} [whole] whether rows out of sight are needed at once
   */
  show(view, regions, look, whole = true) {
    this.view = view;
    const { rows, list } = this;
    const before = list.childElementCount;
    for (const row of rows.slice(regions.length, before)) this.#leave(row);
    const all = whole || before < MANY;
    const later = [];
    const fill = (i) => this.#fill((rows[i] ??= this.#row()), regions[i], look(regions[i]));
    regions.forEach((_, i) => (all || (i < before && rows[i].item.inSight !== false) ? fill(i) : later.push(i)));
    if (all) this.#append(regions.length);
    this.#later({ later, fill });
    // A pointer that rests on a row is on another region now.
    if (this.at && this.at.dataset.code !== this.told) this.#point(this.at);
  }

  #append(end) {
    this.list.append(...this.rows.slice(this.list.childElementCount, end).map((row) => row.item));
  }

  /** A part in each frame, until a step comes that has its own. */
  #later(work) {
    const busy = String(work.later.length > 0);
    if ((this.list.getAttribute('aria-busy') ?? 'false') !== busy) this.list.setAttribute('aria-busy', busy);
    if (work.later.length && !this.waiting?.later.length) requestAnimationFrame(() => setTimeout(() => this.#part()));
    this.waiting = work;
  }

  #part() {
    const { later, fill } = this.waiting;
    const part = later.splice(0, MANY);
    part.forEach(fill);
    if (part.length) this.#append(part.at(-1) + 1);
    this.waiting = null;
    this.#later({ later, fill });
  }

  #row() {
    const name = h('span', { class: 'name' });
    const bar = this.bars && h('span', { class: 'bar' });
    const value = h('span', { class: bar ? 'value' : 'value soft' });
    const button = h(
      'button',
      {
        type: 'button',
        class: 'region',
        onclick: () => this.actions.chooseRegion(button.dataset.code, true),
        onpointerenter: () => this.#point(button),
        onpointerleave: () => this.#point(null),
        onfocus: () => this.actions.hover(button.dataset.code),
        onblur: () => this.actions.hover(null),
      },
      name,
      bar && h('span', { class: 'track', 'aria-hidden': 'true' }, bar),
      value,
    );
    withCard(button, () => rowCard(this.view.frame.get(button.dataset.code), this.view));
    const item = h('li', {}, button);
    this.sight.observe(item);
    return { name, bar, value, button, item, shown: {} };
  }

  #leave({ item, button }) {
    if (button === this.at) this.#point(null);
    item.remove();
  }

  #fill({ name, bar, value, button, shown }, region, { text, width, colour }) {
    const chosen = region.code === this.view.state.region;
    const change = (what, wanted, write) => shown[what] !== wanted && write((shown[what] = wanted));
    change('code', region.code, (code) => Object.assign(button.dataset, { code, focus: `region ${code}` }));
    change('name', region.name, (words) => (name.textContent = words));
    change('text', text, (words) => (value.textContent = words));
    change('width', width, (length) => {
      bar.style.width = length;
      // Of nothing there is not even a little to see.
      bar.hidden = length === '0%';
    });
    change('colour', colour, (fill) => (bar.style.background = fill));
    change('chosen', chosen, () => (chosen ? button.setAttribute('aria-current', 'true') : button.removeAttribute('aria-current')));
  }

  #point(button) {
    this.at = button;
    this.told = button?.dataset.code ?? null;
    this.actions.hover(this.told);
  }
}
