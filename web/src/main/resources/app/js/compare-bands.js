import { h } from './dom.js';
import { lang, t } from './i18n.js';
import { percent } from './format.js';
import { NEAR } from './compare-expected.js';

/** How a target stands: a sign, a word and a colour, never the colour alone. */

const SIGNS = { reached: '✓', track: '↗', near: '≈', behind: '▾' };

export function bandMark(band) {
  if (!band) return h('span', { class: 'soft' }, '–');
  return h('span', { class: `band is-${band}` }, h('span', { 'aria-hidden': 'true' }, SIGNS[band]), ` ${t(`compare.band.${band}`)}`);
}

/** What the words mean, and whose they are. */
export function bandLegend() {
  const near = percent(NEAR, lang, 0);
  return h('p', { class: 'soft', 'data-testid': 'compare-bands' }, ['reached', 'track', 'near', 'behind'].map((b) => [bandMark(b), ` ${t(`compare.band.${b}.is`, { near })}. `]), t('compare.band.whose'));
}
