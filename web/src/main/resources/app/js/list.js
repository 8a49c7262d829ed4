import { folded, h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { amount, plain, unitAfter, withUnit } from './format.js';
import { difference, ranked, unranked } from './figures.js';
import { setName } from './options.js';
import { rowCard, totalCard, withCard, sourceLine } from './card.js';

/** The ranked list of regions: the map for keyboard and screen reader, and the story's place when nothing is chosen. */

const SEARCH_FROM = 30;
/** More zeros than this wait to be opened: a list of them ranks nothing. */
const MOST_ZEROS = 25;
let sought = '';

/**
 * @param {object} view @param {{chooseRegion: Function, hover: Function}} actions
 * @param {boolean} large whether the total is the large number of the page (nothing is chosen)
 */
export function regionList(view, actions, large) {
  const all = ranked(view.frame);
  const zeros = all.filter((r) => r.value === 0);
  const folding = zeros.length > MOST_ZEROS;
  const rows = folding ? all.filter((r) => r.value !== 0) : all;
  const most = Math.max(...rows.map((r) => Math.abs(r.value)), 0);
  const list = h('ol', { class: 'regions', 'data-testid': 'region-list', 'aria-label': local(view.set.name) });
  list.append(...rows.map((row) => h('li', {}, regionRow(row, most, view, actions))));
  const groups = [...(folding ? [['zero', zeros]] : []), ...unranked(view.frame)];
  const others = groups.map(([state, rest]) => otherRegions(state, rest, view, actions));
  const search = view.frame.size >= SEARCH_FROM && searchField(view, [list, ...others]);
  return h('div', {}, large ? totalLarge(view) : totalSmall(view), search, list, others);
}

function regionRow(row, most, view, actions) {
  const chosen = row.code === view.state.region;
  const bar = h('span', { class: 'bar' });
  bar.style.width = `${most ? (Math.abs(row.value) / most) * 100 : 0}%`;
  bar.style.background = view.data.classes?.colours[row.class] ?? 'var(--surface)';
  const value = h('span', { class: 'value' }, amount(row.value, view.indicator.unit, lang));
  return rowButton(row, chosen, view, actions, h('span', { class: 'track', 'aria-hidden': 'true' }, bar), value);
}

function rowButton(row, chosen, view, actions, ...content) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'region',
      'data-code': row.code,
      'data-focus': `region ${row.code}`,
      'aria-current': chosen ? 'true' : null,
      onclick: () => actions.chooseRegion(row.code, true),
      onpointerenter: () => actions.hover(row.code),
      onpointerleave: () => actions.hover(null),
      onfocus: () => actions.hover(row.code),
      onblur: () => actions.hover(null),
    },
    h('span', { class: 'name' }, row.name),
    ...content,
  );
  return withCard(button, () => rowCard(row, view));
}

function otherRegions(state, rest, view, actions) {
  const key = `others ${state}`;
  const set = rest.length === 1 ? local(view.set.one) : setName(view.set);
  const title = `${t(`state.${state}`)}: ${plain(rest.length, lang)} ${set}`;
  const holder = h('ul', { class: 'regions' });
  const fillOnce = () => {
    if (holder.childElementCount) return;
    const button = (r) => rowButton(r, r.code === view.state.region, view, actions, h('span', { class: 'value soft' }, t(`state.${r.state}`)));
    holder.append(...rest.map((r) => h('li', {}, button(r))));
  };
  const wanted = actions.isOpen(key);
  if (wanted) fillOnce();
  return h(
    'details',
    { open: wanted, ontoggle: (e) => (e.target.open && fillOnce(), actions.setOpen(key, e.target.open)) },
    h('summary', { 'data-focus': key }, title),
    holder,
  );
}

/** Hides what does not contain what is typed; opens the groups without a figure, since the region may be there. */
function searchField(view, parts) {
  const apply = () => {
    const text = folded(sought);
    for (const part of parts) {
      if (text && part.tagName === 'DETAILS') part.open = true;
      for (const item of part.querySelectorAll('li')) {
        item.hidden = text !== '' && !folded(item.querySelector('.name').textContent).includes(text);
      }
    }
  };
  const input = h('input', {
    type: 'search',
    value: sought,
    'data-focus': 'search',
    'aria-label': t('list.search', { set: local(view.set.one) }),
    placeholder: t('list.search', { set: local(view.set.one) }),
    oninput: (e) => {
      sought = e.target.value;
      apply();
      // The groups fill themselves when they open, one tick later.
      setTimeout(apply, 50);
    },
  });
  if (sought) apply();
  return h('p', { class: 'search' }, input);
}

function totalLarge(view) {
  const { total, set, series, state } = view;
  const head = h('h2', { 'data-testid': 'list-title' }, local(set.name));
  if (!total || view.indicator.space_rule !== 'sum') return h('div', {}, head, noSum(view));
  const unit = h('span', { class: 'unit soft' }, ` ${unitAfter(view.indicator, lang)}`);
  const sentence = tn('total.how', total.regions, { n: plain(total.regions, lang), set: total.regions === 1 ? local(set.one) : setName(set) });
  return h(
    'div',
    {},
    head,
    h('p', { class: 'large' }, totalNumber(view), unit),
    h('p', {}, `${sentence}. `, publishedWords(view)),
  );
}

function totalSmall(view) {
  const head = h('h3', {}, local(view.set.name));
  if (!view.total || view.indicator.space_rule !== 'sum') return h('div', {}, head);
  const line = h('p', { class: 'soft' }, `${t('total.sum')}: `, totalNumber(view), ` ${unitAfter(view.indicator, lang)}`);
  return h('div', {}, head, line);
}

function totalNumber(view) {
  const text = amount(view.total.sum, view.indicator.unit, lang);
  const button = h('button', { type: 'button', class: 'number', 'data-testid': 'total', 'data-focus': 'total' }, text);
  return withCard(button, () => totalCard(view.total, view));
}

function publishedWords(view) {
  if (view.total.note) return local(view.total.note);
  if (view.set.all_regions) return t('total.part', { n: plain(view.set.all_regions, lang), set: setName(view.set) });
  const said = difference(view.total);
  if (!said) return t('total.unpublished');
  const { published, gap } = said.params;
  const text = (v) => withUnit(v, view.indicator, lang);
  // A gap between whole numbers is whole: here one decimal would be a claim.
  const gapText = gap && `${plain(gap, lang, 0, gap < 100 ? 1 : 0)} ${unitAfter(view.indicator, lang)}`.trim();
  const words = t(said.key, { published: text(published), gap: gapText });
  return [`${words} `, h('span', { class: 'soft' }, `${t('story.source')}: `, sourceLine(view.total.published), '.')];
}

function noSum(view) {
  return h('p', { class: 'soft' }, t(view.indicator.space_rule === 'sum' ? 'total.none' : 'total.notAdded'));
}
