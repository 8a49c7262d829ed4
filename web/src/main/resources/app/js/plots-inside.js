import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { url } from './api.js';
import { plain } from './format.js';

/** The plots that make up a total, page by page, where plots may be read. */

const PAGE = 50;

/**
 * @param {object} question body of a question about one ground @param {number} year
 * @param {string|null} kind of plots; null for all, each with its name
 * @param {{id: string, name: object}[]} [kinds] by which to name them
 */
export function plotsInside(question, year, kind, kinds = []) {
  const body = h('tbody', {});
  const names = kind ? null : new Map(kinds.map((k) => [k.id, local(k.name)]));
  const columns = ['plot', names && 'kind', 'inside', 'whole'].filter(Boolean);
  const heads = columns.map((k) => h('th', { scope: 'col', class: ['inside', 'whole'].includes(k) ? 'right' : null }, t(`explain.plots.${k}`)));
  const table = h('table', { 'data-testid': 'plots-inside' }, h('thead', {}, h('tr', {}, heads)), body);
  const said = h('p', { class: 'soft', role: 'status' });
  let after = null;
  const more = h('button', { type: 'button', class: 'button', 'data-testid': 'plots-more', onclick: () => next() }, t('explain.plots.next'));
  const next = async () => {
    more.disabled = true;
    try {
      const answer = await page({ ...question, year, ...(kind && { kind }), limit: PAGE, ...(after && { after }) });
      body.append(...answer.plots.map((plot) => row(plot, names)));
      after = answer.next;
      more.hidden = !after;
    } catch (error) {
      said.textContent = error.message;
    }
    more.disabled = false;
  };
  next();
  return h('div', {}, h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('explain.plots.rows') }, table), said, h('p', {}, more));
}

async function page(body) {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': lang };
  const answer = await fetch(url('queries/plots'), { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Error(t('failed.offline'));
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.detail ?? t('failed.refused'));
  return said;
}

/** Four decimals of a hectare are square metres. Of the plot's name the end: its dataset's hash, its number there. */
function row({ plot, kind, hectares, hectares_inside: inside, counts }, names) {
  const size = (value) => h('td', { class: 'right' }, value ? plain(value, lang, 4) : '');
  return h('tr', { 'data-counts': String(counts) }, h('th', { scope: 'row' }, h('code', { title: plot }, plot.split('@').pop())), names && h('td', {}, names.get(kind) ?? kind), size(inside), size(hectares));
}
