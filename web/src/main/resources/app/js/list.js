import { arrange, folded, h } from './dom.js';
import { lang, local, t, tn, wording } from './i18n.js';
import { amount, plain, unitAfter, withUnit } from './format.js';
import { difference, ranked, unranked } from './figures.js';
import { setName } from './options.js';
import { RegionRows } from './region-rows.js';
import { totalCard, withCard, sourceLine } from './card.js';

/** The ranked list of regions: the map for keyboard and screen reader, and the story's place when nothing is chosen. */

const SEARCH_FROM = 30;
/** More zeros than this wait to be opened: a list of them ranks nothing. */
const MOST_ZEROS = 25;
let sought = '';
/** The list that is shown. It lives on while time moves. */
let shown = {};

/**
 * @param {object} view @param {{chooseRegion: Function, hover: Function}} actions
 * @param {boolean} large whether the total is the large number of the page (nothing is chosen)
 */
export function regionList(view, actions, large) {
  const about = [view.data, view.set, wording(), large];
  if (!shown.about?.every((part, i) => part === about[i])) shown = begun(about, view, actions);
  const all = ranked(view.frame);
  const zeros = all.filter((r) => r.value === 0);
  const folding = zeros.length > MOST_ZEROS;
  // One for all years, as the colours and circles: who drags sees what grows.
  const most = view.data.largest(view.state.period);
  shown.head.replaceChildren(large ? totalLarge(view) : totalSmall(view));
  const look = (row) => ({
    text: amount(row.value, view.indicator.unit, lang),
    width: `${most ? (Math.abs(row.value) / most) * 100 : 0}%`,
    colour: view.data.classes?.colours[row.class] ?? 'var(--surface)',
  });
  shown.rows.show(view, folding ? all.filter((r) => r.value !== 0) : all, look, !view.moving || Boolean(sought));
  showOthers(view, [...(folding ? [['zero', zeros]] : []), ...unranked(view.frame)]);
  if (sought) hideUnsought();
  return shown.root;
}

function begun(about, view, actions) {
  const head = h('div', {});
  const long = view.frame.size >= SEARCH_FROM;
  const list = h('ol', { class: long ? 'regions is-long' : 'regions', 'data-testid': 'region-list', 'aria-label': local(view.set.name) });
  const others = h('div', {});
  const search = long && searchField(view);
  const rows = new RegionRows(list, actions, true);
  return { about, actions, head, rows, others, groups: new Map(), root: h('div', {}, head, search, list, others) };
}

/** Regions without a number of their own, by state. */
function showOthers(view, groups) {
  for (const [state, rest] of groups) {
    if (!shown.groups.has(state)) shown.groups.set(state, otherRegions(state));
    shown.groups.get(state).show(view, rest);
  }
  arrange(shown.others, groups.map(([state]) => shown.groups.get(state).details));
}

/** A group that is filled when it is opened. */
function otherRegions(state) {
  const { actions } = shown;
  const key = `others ${state}`;
  const words = t(`state.${state}`);
  const list = h('ul', { class: 'regions' });
  const rows = new RegionRows(list, actions, false);
  const summary = h('summary', { 'data-focus': key });
  const group = {
    show(view, rest) {
      Object.assign(group, { view, rest });
      const title = `${words}: ${plain(rest.length, lang)} ${rest.length === 1 ? local(view.set.one) : setName(view.set)}`;
      if (summary.textContent !== title) summary.textContent = title;
      if (details.open) group.fill();
    },
    fill: () => {
      list.className = group.rest.length < SEARCH_FROM ? 'regions' : 'regions is-long';
      rows.show(group.view, group.rest, () => ({ text: words }));
    },
  };
  const toggled = (e) => {
    if (e.target.open) group.fill();
    if (sought) hideUnsought();
    actions.setOpen(key, e.target.open);
  };
  const details = h('details', { open: actions.isOpen(key), ontoggle: toggled }, summary, list);
  return Object.assign(group, { details });
}

function searchField(view) {
  const input = h('input', {
    type: 'search',
    value: sought,
    'data-focus': 'search',
    'aria-label': t('list.search', { set: local(view.set.one) }),
    placeholder: t('list.search', { set: local(view.set.one) }),
    oninput: (e) => {
      sought = e.target.value;
      hideUnsought();
    },
  });
  return h('p', { class: 'search' }, input);
}

/** Hides what does not contain what is typed; opens the groups without a figure, since the region may be there. */
function hideUnsought() {
  const text = folded(sought);
  if (text) for (const group of shown.others.children) group.open = true;
  for (const item of shown.root.querySelectorAll('li')) {
    item.hidden = text !== '' && !folded(item.querySelector('.name').textContent).includes(text);
  }
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
