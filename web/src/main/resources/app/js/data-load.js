import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { ask } from './api.js';
import { plain } from './format.js';
import { upload } from './data-api.js';
import { choices, failure, field, heading } from './data-parts.js';

/** The first step: a file, and what is known of it. */

const NEW = 'new';
const PLOT_KINDS = ['coca_field', 'eradicated_field', 'titled_parcel', 'reforested_lot'];
const SAID = ['name', 'title', 'source', 'licence', 'crs', 'encoding', 'layer'];

export async function loadForm(panel) {
  const limits = await ask('limits', lang);
  const file = h('input', { type: 'file', required: true, 'data-testid': 'data-file' });
  const fresh = newSet();
  const kind = choices(kinds(panel.view.catalogue), '', { 'data-testid': 'data-kind', onchange: () => (fresh.node.hidden = fresh.node.disabled = kind.value !== NEW) });
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
    const as = kind.value === NEW ? fresh.said() : { as: kind.value };
    const given = Object.fromEntries(Object.entries({ ...as, ...words }).filter(([, value]) => value));
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
      fresh.node,
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
    [NEW, t('data.kind.new')],
    ...catalogue.regionSets.filter((s) => s.with_boundary).map((s) => [`raster:${s.id}`, t('data.kind.raster', { set: local(s.name) })]),
  ];
}

/** Words for a region set that there is not yet. */
function newSet() {
  const input = (attributes) => h('input', { type: 'text', autocomplete: 'off', required: true, ...attributes });
  const id = input({ pattern: '[a-z][a-z0-9\\-]*', 'data-testid': 'data-set-id' });
  const es = input({ 'data-testid': 'data-set-name' });
  const en = input({ 'data-testid': 'data-set-name-en' });
  const node = h('fieldset', { class: 'data-set', hidden: true, disabled: true }, h('legend', {}, t('data.set')), field(t('data.set.es'), es), field(t('data.set.en'), en), field(t('data.set.id'), id, t('data.set.id.hint')));
  return { node, said: () => ({ as: `boundaries:${id.value.trim()}`, set_name: es.value.trim(), set_name_en: en.value.trim() }) };
}
