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
    for (const id of ['time', 'download-open', 'draw-open', 'data-open', 'legend']) $(id).hidden = true;
    $('sentence').replaceChildren(t('empty.title'));
    $('story').replaceChildren(h('h2', {}, t('empty.title')), h('p', {}, t('empty.how')));
    history.replaceState(null, '', toSearch({ lang }));
    document.documentElement.dataset.ready = 'true';
    $('page').setAttribute('aria-busy', 'false');
  }
}
