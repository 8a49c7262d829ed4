import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { ask } from './api.js';
import { plain } from './format.js';
import { upload } from './data-api.js';
import { choices, failure, field, heading } from './data-parts.js';

/** The first step: a file, and what is known of it. */

const PLOT_KINDS = ['coca_field', 'eradicated_field', 'titled_parcel', 'reforested_lot'];
const SAID = ['name', 'title', 'source', 'licence', 'crs', 'encoding', 'layer'];

export async function loadForm(panel) {
  const limits = await ask('limits', lang);
  const file = h('input', { type: 'file', required: true, 'data-testid': 'data-file' });
  const kind = choices(kinds(panel.view.catalogue), '', { 'data-testid': 'data-kind' });
  const said = Object.fromEntries(SAID.map((name) => [name, h('input', { type: 'text', autocomplete: 'off' })]));
  const progress = h('progress', { max: '1', value: '0', hidden: true, 'aria-label': t('data.sending') });
  const news = h('div', { 'aria-live': 'polite' });
  const send = h('button', { type: 'submit', class: 'button', 'data-testid': 'data-send' }, t('data.send'));

  const submit = async (e) => {
    e.preventDefault();
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > limits.file_bytes) {
      news.replaceChildren(failure({ detail: t('data.tooLarge', { most: plain(limits.file_bytes / 2 ** 20, lang), size: plain(chosen.size / 2 ** 20, lang) }) }));
      return;
    }
    const words = Object.fromEntries(Object.entries(said).map(([name, input]) => [name, input.value.trim()]));
    const given = Object.fromEntries(Object.entries({ as: kind.value, ...words }).filter(([, value]) => value));
    send.disabled = true;
    progress.hidden = false;
    news.replaceChildren(h('p', { class: 'soft' }, t('data.sending')));
    try {
      const staged = await upload(chosen, given, (share) => {
        progress.value = share;
        if (share === 1) news.replaceChildren(h('p', { class: 'soft' }, t('data.checking')));
      });
      await panel.show('staged', { id: staged.id, staged });
    } catch (error) {
      if (error.status === 401) return panel.show('load', {}, error.detail);
      news.replaceChildren(failure(error));
    } finally {
      send.disabled = false;
      progress.hidden = true;
    }
  };
  return [
    heading(t('data.load.title')),
    h('p', {}, t('data.load.how')),
    h(
      'form',
      { class: 'data-form', onsubmit: submit },
      field(t('data.file'), file, t('data.file.hint', { most: plain(limits.file_bytes / 2 ** 20, lang) })),
      field(t('data.kind'), kind),
      h('details', {}, h('summary', {}, t('data.more')), SAID.map((name) => field(t(`data.said.${name}`), said[name]))),
      send,
      progress,
      news,
    ),
  ];
}

function kinds(catalogue) {
  return [
    ['', t('data.kind.auto')],
    ['figures', t('data.kind.figures')],
    ...PLOT_KINDS.map((id) => [`plots:${id}`, t('data.kind.plots', { kind: t(`data.plots.${id}`) })]),
    ...catalogue.regionSets.map((s) => [`boundaries:${s.id}`, t('data.kind.boundaries', { set: local(s.name) })]),
  ];
}
