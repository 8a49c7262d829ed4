import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { plain } from './format.js';
import { hectares, sized, totalWords } from './draw-totals.js';

/** Several answers side by side, for one year: what each is, and each kind's hectares and plots in it. */

/**
 * @param {object[]} queries @param {string[]} names @param {{kinds: object[]}} plots @param {number} year
 * @param {number} index of the one that is told below @param {(index: number) => void} onChoose
 */
export function comparison(queries, names, plots, year, index, onChoose) {
  const cell = (query, kind) => {
    const total = query.totals.find((r) => r.kind === kind.id && r.year === year);
    if (total?.state !== 'value') return h('td', { class: 'right soft' }, totalWords(total));
    return h('td', { class: 'right' }, total.hectares === undefined ? sized(total) : hectares(total.hectares), ' ', h('span', { class: 'soft draw-count' }, plain(total.count, lang)));
  };
  const name = (i) => h('button', { type: 'button', class: 'quiet', 'data-focus': `compare-${i}`, 'aria-pressed': String(i === index), onclick: () => onChoose(i) }, names[i]);
  const row = (query, i) =>
    h('tr', { 'aria-current': i === index ? 'true' : null }, h('th', { scope: 'row' }, name(i)), h('td', { class: 'right' }, hectares(query.area_ha)), plots.kinds.map((k) => cell(query, k)));
  const head = (words, i) => h('th', { scope: 'col', class: i ? 'right' : null }, words);
  const heads = [t('draw.compare.area'), t('draw.compare.ha'), ...plots.kinds.map((k) => local(k.name))];
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('draw.compare', { year }), 'data-testid': 'draw-compare' },
    h('table', { class: 'draw-table' }, h('caption', {}, t('draw.compare', { year })), h('thead', {}, h('tr', {}, heads.map(head))), h('tbody', {}, queries.map(row))),
  );
}
