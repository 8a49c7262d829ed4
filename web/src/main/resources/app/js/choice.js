import { folded, h } from './dom.js';

/**
 * The list that opens from a part of the sentence: a listbox, with the focus on the list and the active option told by
 * `aria-activedescendant`. Arrows, Home, End, typing ahead, Enter, Escape.
 */

let open = null;

/**
 * @param {HTMLElement} button that opens it
 * @param {{label: string, groups: import('./options.js').Group[], value: string, onChoose: (value: string) => void}} spec
 */
export function toggleChoice(button, spec) {
  const same = open?.button === button;
  closeChoice();
  if (!same) open = new Choice(button, spec);
}

export function closeChoice(refocus = false) {
  if (!open) return;
  const { button, popup } = open;
  open = null;
  button.setAttribute('aria-expanded', 'false');
  popup.remove();
  if (refocus) button.focus();
}

class Choice {
  constructor(button, { label, groups, value, onChoose }) {
    this.button = button;
    this.onChoose = onChoose;
    this.typed = '';
    this.options = [];
    const content = groups.map((g, i) => this.#group(g, i, value));
    this.list = h('div', { class: 'choice-list', role: 'listbox', tabindex: '0', 'aria-label': label }, content);
    this.popup = h('div', { class: 'choice' }, this.list);
    button.closest('header').append(this.popup);
    this.#place();
    button.setAttribute('aria-expanded', 'true');
    this.list.addEventListener('keydown', (e) => this.#key(e));
    this.list.addEventListener('focusout', (e) => {
      if (!this.popup.contains(e.relatedTarget) && e.relatedTarget !== button) closeChoice();
    });
    const chosen = this.options.findIndex((o) => o.option.value === value);
    this.list.focus({ preventScroll: true });
    this.#activate(Math.max(0, chosen));
  }

  #group(group, index, value) {
    const items = group.options.map((option) => this.#option(option, option.value === value));
    if (!group.label) return items;
    const id = `choice-group-${index}`;
    const head = h('div', { class: 'choice-group', id, role: 'presentation' }, group.label);
    return h('div', { role: 'group', 'aria-labelledby': id }, head, items);
  }

  #option(option, chosen) {
    const index = this.options.length;
    const element = h(
      'div',
      {
        class: 'choice-option',
        id: `choice-${index}`,
        role: 'option',
        'data-value': option.value,
        'aria-selected': String(chosen),
        'aria-disabled': option.disabled ? 'true' : null,
        onclick: () => this.#take(index),
        onpointermove: () => this.#activate(index, false),
      },
      h('span', { class: 'choice-label' }, option.label),
      option.hint && h('span', { class: 'choice-hint' }, option.hint),
    );
    this.options.push({ option, element });
    return element;
  }

  #place() {
    const box = this.button.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const width = Math.min(380, room - 16);
    this.popup.style.width = `${width}px`;
    this.popup.style.left = `${Math.max(8, Math.min(box.left, room - width - 8))}px`;
    this.popup.style.top = `${box.bottom + 6 + window.scrollY}px`;
    this.list.style.maxHeight = `${Math.max(220, window.innerHeight - box.bottom - 24)}px`;
  }

  #activate(index, scroll = true) {
    const next = Math.max(0, Math.min(this.options.length - 1, index));
    this.options[this.active]?.element.classList.remove('is-active');
    this.active = next;
    const { element } = this.options[next];
    element.classList.add('is-active');
    this.list.setAttribute('aria-activedescendant', element.id);
    if (scroll) element.scrollIntoView({ block: 'nearest' });
  }

  #take(index) {
    const { option } = this.options[index];
    if (option.disabled) return;
    closeChoice(true);
    this.onChoose(option.value);
  }

  #key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };
    if (event.key in moves) this.#activate(this.active + moves[event.key]);
    else if (event.key === 'Enter' || (event.key === ' ' && !this.typed)) this.#take(this.active);
    else if (event.key === 'Escape') closeChoice(true);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) this.#type(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Typing ahead: what is typed within a second is the beginning of the option, or of a word in it. */
  #type(character) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.typed = ''), 1000);
    this.typed += folded(character);
    const from = this.typed.length === 1 ? this.active + 1 : this.active;
    const order = this.options.map((_, i) => (from + i) % this.options.length);
    const label = (i) => folded(this.options[i].option.label);
    const hit =
      order.find((i) => label(i).startsWith(this.typed)) ?? order.find((i) => label(i).includes(` ${this.typed}`));
    if (hit !== undefined) this.#activate(hit);
  }
}

document.addEventListener('pointerdown', (e) => {
  if (open && !open.popup.contains(e.target) && !open.button.contains(e.target)) closeChoice();
});
