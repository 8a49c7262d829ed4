import { h } from './dom.js';
import { t } from './i18n.js';

/** Links that can be copied with one click, and the choice between this release for ever and the newest. */

const SAID_MS = 4000;

/** A button that copies, and says whether it could. @param {() => string} text */
export function copied(text) {
  const said = h('span', { class: 'soft', role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = t('link.copied');
    } catch {
      // A browser may forbid it, or has no clipboard without https.
      said.textContent = t('link.byHand');
    }
    setTimeout(() => (said.textContent = ''), SAID_MS);
  };
  return [h('button', { type: 'button', class: 'button', 'data-testid': 'copy', onclick: copy }, t('link.copy')), ' ', said];
}

/** A text to be copied. */
export function field(id, label, rows = 4) {
  const box = h('textarea', { class: 'code', id, readonly: true, rows: String(rows), spellcheck: 'false', 'data-testid': id });
  box.addEventListener('focus', () => box.select());
  return {
    nodes: [h('p', {}, h('label', { for: id }, label)), box, h('p', {}, copied(() => box.value))],
    write: (text) => (box.value = text),
  };
}

/** This release for ever, or always the newest. @param {(fixed: boolean) => void} write is called at once */
export function permanence(release, write) {
  const option = (name, fixed) => {
    const box = h('input', { type: 'radio', name: 'permanence', checked: fixed, 'data-testid': `link-${name}`, onchange: () => write(fixed) });
    return h('label', { class: 'choice-of-two' }, box, ' ', t(`link.${name}`, { release }));
  };
  write(true);
  return h('fieldset', { class: 'permanence' }, h('legend', { class: 'unseen' }, t('download.links')), option('fixed', true), option('latest', false));
}
