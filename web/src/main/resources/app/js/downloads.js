import { h } from './dom.js';
import { lang, local, t, useLanguage } from './i18n.js';
import { figuresPath, url } from './api.js';
import { sentenceText } from './sentence.js';
import { sourcesOf } from './figures.js';

/** What is shown, to take away: it opens in the story's place. */

await useLanguage(lang, 'download-');

export function downloads(view, onClose) {
  const { set, state } = view;
  const link = (format, hook) =>
    h(
      'li',
      {},
      h('a', { class: 'download', href: url(figuresPath(state, format)), download: true, 'data-testid': hook }, t(`download.${format}`)),
      h('span', { class: 'soft' }, t(`download.${format}.hint`)),
    );
  const drawn = set.with_boundary + set.with_point > 0;
  return [
    h('button', { type: 'button', class: 'quiet back', onclick: onClose }, `← ${t('download.close')}`),
    h('h2', { id: 'story-name', tabindex: '-1' }, t('download.title')),
    h('p', {}, `${sentenceText(view)}.`),
    h('ul', { class: 'downloads' }, link('geojson', 'download-geojson'), link('csv', 'download-csv'), link('csv-excel', 'download-csv-excel')),
    !drawn && h('p', { class: 'soft' }, t('download.noGeometry')),
    h('h3', {}, t('download.cite')),
    h('p', { class: 'cite' }, citation(view)),
    h('h3', {}, t('download.boundaries')),
    h('p', {}, [set.source, set.licence].filter(Boolean).join(' · ') || t('download.noLicence')),
  ].filter(Boolean);
}

function citation(view) {
  const sources = sourcesOf([...view.frame.values()].map((r) => r.figure).filter(Boolean)).map((s) => s.title);
  const from = sources.length ? sources.slice(0, 3).join('; ') : local(view.indicator.name);
  return t('download.citation', { sentence: sentenceText(view), sources: from, release: view.data.release, lang });
}
