import { $, h } from './dom.js';
import { t, useLanguage } from './i18n.js';
import { renderWords } from './notes.js';
import { LANGUAGES, toSearch } from './state.js';

/** The page over a store that holds neither figures nor plots: it says so, and what to do. */
export class EmptyPage {
  constructor(catalogue) {
    this.catalogue = catalogue;
  }

  /** @param {{lang?: string}} wanted */
  async show(wanted) {
    const lang = LANGUAGES.includes(wanted.lang) ? wanted.lang : 'es';
    await useLanguage(lang, 'empty-');
    renderWords({ state: { lang }, data: { release: this.catalogue.release } }, t('empty.title'));
    for (const id of ['time', 'download-open', 'draw-open', 'mine-open', 'compare-open', 'legend']) $(id).hidden = true;
    $('sentence').replaceChildren(t('empty.title'));
    $('story').replaceChildren(h('h2', {}, t('empty.title')), h('p', {}, t('empty.how')));
    history.replaceState(null, '', toSearch({ lang }));
    $('data-open').onclick = () => this.#load(wanted);
    document.documentElement.dataset.ready = 'true';
    $('page').setAttribute('aria-busy', 'false');
    if (wanted.data) await this.#load(wanted);
  }

  /** What there is to do here is to bring data: the panel works without a map. */
  async #load(wanted) {
    const { dataPanel } = await import('./data.js');
    const panel = await dataPanel(null, () => {});
    panel.open(wanted.data);
    const close = () => this.show({ lang: wanted.lang });
    $('story').replaceChildren(...panel.nodes({ catalogue: this.catalogue }, close));
  }
}
