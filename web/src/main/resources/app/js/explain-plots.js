import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { ask, url } from './api.js';
import { amount, percent, plain, unitAfter } from './format.js';
import { setName } from './options.js';
import { datasets, headOf, part, releasePart } from './explain.js';
import { plotsInside } from './plots-inside.js';

/** How a total of plots came to be: by which rule, what of it the border cuts, from which plots. */

/** @param {object} view of a kind of plots @param {object} info answer of /info @param {boolean} total of all regions */
export async function plotsExplained(view, info, total) {
  const { indicator, state, region, set } = view;
  const [, kind] = state.indicator.split('.');
  const path = `totals?${new URLSearchParams({ 'region-set': set.id, kind, year: state.period })}`;
  let answer;
  try {
    answer = await ask(path, lang);
  } catch (error) {
    return [h('p', { class: 'soft', role: 'status' }, error.detail ?? t(`failed.${error.kind}`))];
  }
  const row = total ? null : answer.totals.find((one) => one.region_code === region);
  const shown = total ? view.total?.sum : view.frame.get(region)?.value;
  const number = shown === null || shown === undefined ? t(`state.${row?.state ?? 'missing'}`) : amount(shown, indicator.unit, lang);
  const name = total ? t('explain.sumOf', { set: setName(set) }) : view.frame.get(region).name;
  const rest = [unitAfter(indicator, lang), state.period].join(' · ');
  return [
    ...headOf(name, number, rest),
    part('making', h('p', {}, t(total ? 'explain.plots.sum' : 'explain.plots.making')), h('p', {}, local(answer.method)), row ? particulars(row) : h('p', {}, local(view.total?.note))),
    part('indicator', h('p', {}, local(indicator.name)), h('p', { class: 'download-line' }, h('a', { href: url(`${path}&f=csv`), download: true, 'data-testid': 'explain-csv' }, t('explain.plots.totals')))),
    row && rows(answer, { region: { region_set: set.id, code: region } }, kind, +state.period),
    datasets(info.datasets.filter((d) => /(^|\/)plots/.test(d.key))),
    releasePart(answer.release, info.released, view),
  ];
}

/** The border's share, the bounds of an estimate, the rule of what is withheld. */
function particulars(row) {
  if (row.state === 'withheld') return h('p', { 'data-testid': 'explain-withheld' }, t('explain.plots.withheld'));
  const words = [`${t('explain.plots.count')}: ${plain(row.count, lang)}.`];
  if (row.estimated) words.push(t('explain.plots.bounds', { low: bound(row, 'low'), high: bound(row, 'high') }));
  else if (row.border_hectares !== undefined && row.border_hectares !== null) words.push(border(row));
  return h('p', { 'data-testid': 'explain-border' }, words.join(' '));
}

function border({ hectares, border_hectares: cut }) {
  if (!cut || !hectares) return t('explain.plots.border.none');
  return `${t('explain.plots.border')}: ${t('explain.plots.border.share', { size: `${amount(cut, 'ha', lang)} ha`, share: percent(cut / hectares, lang) })}`;
}

function bound(row, side) {
  const size = row[`hectares_${side}`] ?? row[`kilometres_${side}`];
  const unit = row[`hectares_${side}`] === undefined ? 'km' : 'ha';
  const count = plain(row[`count_${side}`], lang);
  return size === undefined ? count : `${amount(size, unit, lang)} ${unit} (${count})`;
}

/** The plots themselves, where they may be read: made-up ones by everybody. */
function rows(answer, question, kind, year) {
  return part('plots.rows', answer.synthetic ? plotsInside(question, year, kind) : h('p', {}, t('explain.plots.closed')));
}
