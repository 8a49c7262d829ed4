import { $, h } from './dom.js';
import { lang, t, useLanguage } from './i18n.js';
import { ApiError } from './api.js';
import { style } from './style.js';
import { token } from './data-api.js';
import { askToken, failure, heading, quiet } from './data-parts.js';
import { DataMap } from './data-map.js';
import { home } from './data-home.js';
import { loadForm } from './data-load.js';
import { staged } from './data-staged.js';
import { boundaries } from './data-boundaries.js';
import { diff } from './data-diff.js';
import { audit } from './data-audit.js';

/** Files that come in, and what is in force: a panel of pages in the story's place. */

const PAGES = { home, load: loadForm, staged, boundaries, diff, audit };
const NEEDS_TOKEN = ['load', 'staged'];

const nothing = () => {};
const NO_MAP = { wake: nothing, sleep: nothing, clear: nothing, problems: nothing, look: nothing, differences: async () => 0 };

class DataPanel {
  /** @param {L.Map|null} map @param {() => void} moved is told when another page is shown, or none */
  constructor(map, moved) {
    this.map = map ? new DataMap(map) : NO_MAP;
    this.moved = moved;
    this.root = h('div', { class: 'data', 'data-testid': 'data' });
  }

  /** @returns {Node[]} always the same element, so that a change of the map leaves the page alone */
  nodes(view, onClose) {
    this.view = view;
    this.onClose = onClose;
    const language = lang;
    if (!this.page) this.show('home');
    else if (this.language !== language) this.show(this.page, this.given);
    this.map.wake();
    return [this.root];
  }

  /** Goes to a page by its link. @param {string} [link] `load`, `staged,staged-7`, `diff,1,2` */
  open(link) {
    const [page, ...rest] = (link ?? '').split(',');
    this.asleep = false;
    if (!(page in PAGES)) return this.page && this.moved();
    const [first, second] = rest;
    const given = { staged: { id: first }, diff: { from: first, to: second }, boundaries: { set: first, from: second } }[page] ?? {};
    Object.assign(this, { page, given, language: null });
  }

  /** The page that is shown, as a part of the address. */
  get link() {
    if (this.asleep || !this.page) return null;
    const { id, from, to, set } = this.given;
    return [this.page, ...{ staged: [id], diff: [from, to], boundaries: [set, from] }[this.page] ?? []].filter(Boolean).join(',');
  }

  sleep() {
    this.map.sleep();
    if (this.asleep) return;
    this.asleep = true;
    this.moved();
  }

  /** @param {keyof PAGES} page @param {object} [given] what the page is about @param {string} [said] against the token */
  async show(page, given = {}, said) {
    Object.assign(this, { page, given, language: lang });
    this.map.clear();
    this.moved();
    const turn = (this.turn = {});
    const back = page === 'home' ? quiet(`← ${t('data.close')}`, () => this.onClose(), { class: 'quiet back', 'data-focus': 'back' }) : quiet(`← ${t('data.back')}`, () => this.show('home'), { class: 'quiet back', 'data-testid': 'data-back', 'data-focus': 'back' });
    const place = h('div', { 'aria-busy': 'true' }, h('p', { class: 'soft', role: 'status' }, t('data.busy')));
    this.root.replaceChildren(back, place);
    let nodes;
    try {
      if (NEEDS_TOKEN.includes(page) && (said || !token.get())) nodes = [heading(t('data.token.title')), askToken(() => this.show(page, given), said)];
      else nodes = await PAGES[page](this, given);
    } catch (error) {
      if (error.status === 401) return this.turn === turn && this.withToken(() => this.show(page, given), error.detail);
      if (!(error instanceof ApiError)) console.error(error);
      nodes = [heading(t('data.title')), failure(error), quiet(t('failed.retry'), () => this.show(page, given))];
    }
    if (this.turn !== turn) return;
    place.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
    place.removeAttribute('aria-busy');
    this.lead();
  }

  /** Asks for the token in the place of the page, then goes on. */
  withToken(go, said) {
    this.root.lastChild.replaceChildren(heading(t('data.token.title')), askToken(go, said));
    this.lead();
  }

  /** Does what needs a token, asking for it first where there is none. */
  async acting(act) {
    if (!token.get()) return this.withToken(() => this.acting(act));
    try {
      await act();
    } catch (error) {
      if (error.status === 401) return this.withToken(() => this.acting(act), error.detail);
      this.root.querySelector('[data-testid=data-alert]')?.remove();
      this.root.lastChild.prepend(failure(error));
      this.root.scrollIntoView({ block: 'start' });
    }
  }

  /** Leads the reader to the new page, and tells it. */
  lead() {
    const title = this.root.querySelector('h2');
    title?.focus({ preventScroll: true });
    $('story').scrollTop = 0;
  }
}

let panel;

/** The panel; its words and styles come with it. */
export async function dataPanel(map, moved) {
  if (!panel) {
    await Promise.all([useLanguage(lang, 'data-'), style('data.css')]);
    panel = new DataPanel(map, moved);
  }
  return panel;
}
