import { folded, h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { places } from './api.js';
import { toSearch } from './state.js';
import { focusStory } from './story.js';

/** Choosing one's office or area, and remembering it on this device. */

const REMEMBERED = 'yunga.mine';
/** More names than this are not read through: they are searched. */
const MANY = 60;

/** @returns {Node[]} two lists and a button, and a search where the names are many: plain controls, which every keyboard and phone knows */
export function chooser(view, actions, chosen) {
  const { catalogue } = view;
  const known = catalogue.regionSets.filter((s) => s.regions && s.id !== 'country' && indicatorFor(catalogue, s.id, view));
  const set = h('select', { 'data-testid': 'mine-set', onchange: () => fill() }, known.map((s) => h('option', { value: s.id, selected: s.id === view.set.id }, local(s.name))));
  const region = h('select', { 'data-testid': 'mine-region' });
  const find = h('input', { type: 'search', 'data-testid': 'mine-find', oninput: () => offer() });
  const search = h('p', { class: 'mine-field', hidden: true }, h('label', {}, t('mine.find'), find));
  let names = [];
  const said = h('p', { role: 'status', 'data-testid': 'mine-said' });
  const button = h('button', { type: 'button', class: 'button', 'data-testid': 'mine-take', disabled: true, onclick: () => take() }, t('mine.take'));
  const fill = async () => {
    const asked = set.value;
    names = [];
    find.value = '';
    offer();
    try {
      const { features } = await places(catalogue.regionSet(asked).places, lang);
      // Typing passes over other sets, whose places may come later.
      if (asked !== set.value) return;
      const sorted = features.map((f) => f.properties).sort((a, b) => a.name.localeCompare(b.name, 'es'));
      names = sorted.map((p) => ({ ...p, words: p.parent_name ? `${p.name} (${p.parent_name})` : p.name }));
      offer();
    } catch (error) {
      if (asked === set.value) said.textContent = error.detail ?? t(`failed.${error.kind ?? 'refused'}`);
    }
  };
  const offer = () => {
    const wanted = folded(find.value.trim());
    const found = names.filter((p) => folded(p.words).includes(wanted));
    region.replaceChildren(...found.map((p) => h('option', { value: p.code, selected: p.code === view.region, 'data-name': p.name }, p.words)));
    search.hidden = names.length <= MANY;
    button.disabled = !found.length;
    said.textContent = names.length && !found.length ? t('mine.notFound', { given: find.value.trim() }) : '';
  };
  fill();
  const take = () => {
    chosen();
    const indicator = indicatorFor(catalogue, set.value, view);
    const { name } = region.selectedOptions[0].dataset;
    keep({ set: set.value, code: region.value, name }, { indicator, lang });
    // The button goes with the list: the reader is led to the name of what was chosen.
    actions.choose({ indicator, regionSet: set.value, region: region.value }).then(focusStory);
  };
  const lost = remembered();
  return [
    h('h2', { id: 'story-name', tabindex: '-1' }, t('mine.title')),
    lost && !view.region && lost.set === view.set.id ? h('p', { role: 'alert' }, t('mine.gone', { name: lost.name })) : '',
    h('p', {}, t('mine.choose')),
    h('p', { class: 'mine-field' }, h('label', {}, t('mine.set'), set)),
    search,
    h('p', { class: 'mine-field' }, h('label', {}, t('mine.region'), region)),
    said,
    h('p', {}, button),
  ];
}

/** The indicator that is shown, if it knows the set; else the first that does. */
function indicatorFor(catalogue, regionSet, view) {
  const knows = (i) => i.availability.some((a) => a.region_set === regionSet);
  return knows(view.indicator) ? view.indicator.id : catalogue.indicators.find(knows)?.id;
}

/** Opens here the next time. */
export function remember({ state, set, region, frame }) {
  keep({ set: set.id, code: region, name: frame.get(region).name }, { indicator: state.indicator, lang });
}

function keep(mine, more) {
  const search = toSearch({ ...more, regionSet: mine.set, region: mine.code, mine: '1' });
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify({ ...mine, search }));
  } catch {
    // No storage: it holds while the page is open, which the address tells.
  }
}

export function forget() {
  try {
    localStorage.removeItem(REMEMBERED);
  } catch {
    // Then there is nothing to forget.
  }
}

/** @returns {{set: string, code: string, name: string, search: string}|null} */
export function remembered() {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED));
  } catch {
    return null;
  }
}
