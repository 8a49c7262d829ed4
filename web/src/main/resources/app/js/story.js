import { $, h } from './dom.js';
import { t, tn } from './i18n.js';
import { figuresPath, url } from './api.js';
import { sourcesOf } from './figures.js';
import { regionList } from './list.js';
import { toSearch } from './state.js';
import { sourceLine } from './card.js';

/** The story while no region is chosen: the ranked list, its sources and downloads. */

/** @returns {Node[]} */
export function overview(view, actions) {
  const shown = [...view.frame.values()].map((r) => r.figure);
  return [regionList(view, actions, true), sources(shown), meaning(view), downloadLine(view)].filter(Boolean);
}

export function sources(figures) {
  const list = sourcesOf(figures.filter(Boolean));
  if (!list.length) return null;
  const line = (s, i) =>
    h('li', { id: `source-${i + 1}`, tabindex: '-1' }, sourceLine({ source_title: s.title, source_locator: s.locator }));
  return h('div', { class: 'sources' }, h('h3', {}, tn('story.sources', list.length)), h('ol', {}, list.map(line)));
}

/** Leads to what the help says of the indicator. */
export function meaning({ state, indicator }) {
  if (indicator.plots) return null;
  const { id } = indicator;
  return h('p', { class: 'download-line meaning' }, h('a', { href: toSearch({ ...state, help: id }), 'data-help': id, 'data-testid': 'help-what' }, t('help.what')));
}

/** @param {Node} [more] a further link */
export function downloadLine(view, more) {
  const link = (f) => h('a', { href: url(figuresPath(view.state, f)), download: true, 'data-testid': `download-${f}` }, t(`download.${f}`));
  const links = [...['geojson', 'csv', 'csv-excel'].map(link), more].filter(Boolean);
  return h('p', { class: 'download-line' }, h('span', { class: 'soft' }, t('story.download')), links);
}

/** The reader is led to the name of what was chosen, which begins above where a long list was left. */
export function focusStory() {
  const name = $('story-name');
  name?.focus({ preventScroll: true });
  $('story').scrollTop = 0;
  name?.scrollIntoView({ block: 'nearest' });
}
