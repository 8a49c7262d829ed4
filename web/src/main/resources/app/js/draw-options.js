import { h } from './dom.js';
import { t } from './i18n.js';

/** What is done with the ground: which regions it is, how much around it, each on its own or all as one. */

/** Kilometres as typed, with point or comma; null for none, NaN for what cannot be. */
export function readKm(text, most) {
  const clean = text.trim().replace(',', '.');
  if (!clean) return null;
  const km = Number(clean);
  return km === 0 ? null : km >= 0.001 && km <= most ? km : NaN;
}

/** Always the same elements, so that typing is not disturbed by the answers. */
export class DrawOptions {
  constructor(tool) {
    this.tool = tool;
    this.most = (tool.limits.buffer_m_most ?? 100000) / 1000;
    this.km = h('input', { id: 'draw-km', type: 'text', inputmode: 'decimal', autocomplete: 'off', 'data-testid': 'draw-km', 'aria-describedby': 'draw-km-hint', oninput: () => this.#typed() });
    this.hint = h('span', { id: 'draw-km-hint', class: 'soft draw-small', role: 'status' });
    this.together = h('input', { id: 'draw-union', type: 'checkbox', 'data-testid': 'draw-union', onchange: () => tool.setUnion(this.together.checked) });
    this.union = h('p', { class: 'draw-check' }, this.together, h('label', { for: 'draw-union' }, t('draw.union')));
    this.chips = h('ul', { class: 'draw-chips', 'aria-label': t('draw.picked'), 'data-testid': 'draw-picked' });
    const distance = h('p', { class: 'draw-km' }, h('label', { for: 'draw-km' }, t('draw.km')), this.km, ' km', this.hint);
    this.root = h('div', { class: 'draw-options' }, this.chips, this.union, distance);
  }

  render() {
    const { picked, point, km, union } = this.tool.drawing;
    this.root.hidden = !this.tool.shapes.length && !point;
    if (document.activeElement !== this.km) {
      this.km.value = km ?? '';
      this.#say('');
    }
    this.union.hidden = this.tool.shapes.length < 2;
    this.together.checked = union;
    this.#chips(picked);
  }

  #chips(picked) {
    const shown = picked.map((r) => `${r.regionSet}/${r.code}`).join();
    this.chips.hidden = !picked.length;
    if (shown === this.shown) return;
    this.shown = shown;
    const focused = this.chips.contains(document.activeElement);
    const chip = (r) => h('li', {}, h('button', { type: 'button', class: 'draw-chip', 'aria-label': t('draw.unpick', { name: r.name }), onclick: () => this.tool.toggleRegion(r.regionSet, { properties: r, geometry: r.geometry }) }, `${r.name} `, h('span', { 'aria-hidden': 'true' }, '✕')));
    this.chips.replaceChildren(...picked.map(chip));
    if (focused) this.chips.querySelector('button')?.focus();
  }

  #typed() {
    const km = readKm(this.km.value, this.most);
    const wrong = Number.isNaN(km);
    this.km.setAttribute('aria-invalid', String(wrong));
    this.#say(wrong ? t('draw.km.wrong', { most: this.most }) : km === null && this.tool.drawing.point ? t('draw.km.point') : '');
    if (!wrong) this.tool.setKm(km);
  }

  #say(words) {
    if (this.hint.textContent !== words) this.hint.textContent = words;
  }
}
