import { h, linked, svg } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { lowerFirst, percent, plain, withUnit } from './format.js';
import { data, places } from './api.js';
import { linePoints, sourcesOf } from './figures.js';
import { path, scale } from './geometry.js';
import { periodInSentence, seriesLabel } from './options.js';
import { isSingle, parsePeriod } from './period.js';
import { figuresOf } from './values.js';
import { figureCard, withCard } from './card.js';
import { changeWords } from './region.js';
import { changesSaid, facts } from './mine-facts.js';
import { focusStory } from './story.js';
import { dateWords } from './ages.js';
import { locator } from './mine-map.js';
import { packBox, received } from './mine-pack.js';
import { chooser, forget, remember, remembered } from './mine-choose.js';

/** My region: what one office wants to know of its area, in sentences; it opens in the story's place and prints on A4. */

export { remembered };

export class Mine {
  /** @param {object} actions of the page @param {() => object|null} openPack the pack that is open */
  constructor(actions, openPack) {
    this.actions = actions;
    this.openPack = openPack;
  }

  /** Asks for a region first. */
  choose(on = true) {
    this.choosing = on;
    return this;
  }

  nodes(view, onClose) {
    const back = h('button', { type: 'button', class: 'quiet back', 'data-focus': 'back', onclick: onClose }, `← ${t('download.close')}`);
    if (this.choosing || !view.region) return [back, ...chooser(view, this.actions, () => this.choose(false)), received(this.actions)];
    return [back, report(view, this.openPack(), this.actions, () => this.choose())];
  }
}

function report(view, pack, actions, choose) {
  const { name } = view.frame.get(view.region);
  const figures = figuresHere(view);
  const all = facts(figures, view.catalogue);
  const own = remembered();
  const isOwn = own?.set === view.set.id && own.code === view.region;
  // The button that was pressed goes: the reader is led to the name.
  const anew = (action) => () => {
    action();
    actions.again();
    focusStory();
  };
  return h(
    'article',
    { class: 'mine', 'data-testid': 'mine' },
    h('p', { class: 'soft mine-kind' }, `${t('mine.title')} · ${local(view.set.one)}`),
    h('h2', { id: 'story-name', tabindex: '-1', 'data-testid': 'mine-name', 'data-focus': 'name' }, name),
    asOf(view),
    locator(view, name),
    h('h3', {}, t('mine.figures')),
    all.some((f) => f.latest) ? all.filter((f) => f.latest).map((f) => fact(f, view, actions)) : [h('p', {}, t('mine.noFigures', { name })), above(view, actions)],
    targets(all, view, name),
    changes(view, name),
    sources(figures),
    h('p', { class: 'mine-foot' }, `Yunga · ${location.host}`),
    h(
      'p',
      { class: 'mine-buttons' },
      h('button', { type: 'button', class: 'button', 'data-testid': 'mine-print', onclick: () => print() }, t('mine.print')),
      !pack && !isOwn && h('button', { type: 'button', class: 'quiet', 'data-testid': 'mine-own', onclick: anew(() => remember(view)) }, t('mine.take')),
      !pack && h('button', { type: 'button', class: 'quiet', 'data-testid': 'mine-change', onclick: anew(choose) }, t('mine.change')),
      isOwn && h('button', { type: 'button', class: 'quiet', 'data-testid': 'mine-forget', onclick: anew(forget) }, t('mine.forget')),
    ),
    packBox(view, pack, actions),
  );
}

/** Of most districts nothing is published, and of their department it is. */
function above(view, { choose }) {
  const place = h('p', {});
  const { catalogue, set, region } = view;
  const departments = catalogue.regionSet('departments');
  const knows = (i) => i.availability.some((a) => a.region_set === 'departments');
  const indicator = (knows(view.indicator) ? view.indicator : catalogue.indicators.find(knows))?.id;
  if (!['districts', 'provinces'].includes(set.id) || !departments || !indicator) return null;
  const offer = ({ features }) => {
    const found = features.map((f) => f.properties).find((p) => p.code === region.slice(0, 2));
    const go = () => choose({ indicator, regionSet: 'departments', region: found.code }).then(focusStory);
    if (found) place.append(h('button', { type: 'button', class: 'quiet', 'data-testid': 'mine-above', onclick: go }, t('mine.above', { name: found.name })));
  };
  places(departments.places, lang).then(offer, () => {});
  return place;
}

function figuresHere(view) {
  const { values } = view;
  const own = (table) => figuresOf(values, table.indicator, table.measure).figures.filter((f) => f.region_code === view.region);
  return values.tables.flatMap(own);
}

function asOf(view) {
  const place = h('p', { class: 'soft' });
  data('info', lang).then((info) => (place.textContent = t('mine.asOf', { release: info.release, date: dateWords(info.released) })));
  return place;
}

function fact({ indicator, actual, latest, change, trend }, view, actions) {
  const number = withCard(
    h('button', { type: 'button', class: 'number' }, withUnit(latest.value, indicator, lang)),
    () => figureCard(latest, { ...view, indicator }, view.frame.get(view.region).name),
  );
  const [before, after] = t(isSingle(parsePeriod(latest.period)) ? 'mine.latest' : 'mine.latest.span', {
    value: '\n',
    period: periodInSentence(latest.period, lang),
    series: seriesLabel(view.catalogue.seriesOf(latest.series)),
  }).split('\n');
  const said = [change && changeWords(change, view.catalogue), trend && trendWords(trend)].filter(Boolean);
  return h(
    'div',
    { class: 'fact', 'data-testid': 'fact', 'data-indicator': indicator.id },
    h('h4', {}, h('button', { type: 'button', class: 'quiet', onclick: () => actions.choose({ indicator: indicator.id }) }, local(indicator.name))),
    spark(actual, latest),
    h('p', {}, before, h('strong', {}, number), after, ' ', said.join(' ')),
  );
}

function trendWords({ key, params }) {
  const { year, share, times, top } = params;
  return t(key, {
    year,
    share: share === undefined ? '' : percent(share, lang, share < 0.1 ? 1 : 0),
    times: times === undefined ? '' : plain(times, lang, 1),
    top: top ? t(`trend.${top}`) : '',
  });
}

/** The years of the series that the sentence is about, as a line. */
function spark(figures, latest) {
  const points = linePoints(figures.filter((f) => f.series === latest.series)).sort((a, b) => a.x - b.x);
  if (points.length < 3) return null;
  const values = points.map((p) => p.value);
  const x = scale(points[0].x, points[points.length - 1].x, 2, 94);
  const y = scale(Math.min(0, ...values), Math.max(...values), 22, 2);
  const last = points[points.length - 1];
  return svg(
    'svg',
    { class: 'spark', viewBox: '0 0 96 24', width: 96, height: 24, 'aria-hidden': 'true' },
    svg('title', {}, t('mine.spark', { first: points[0].figure.period, last: last.figure.period })),
    svg('path', { d: path(points, x, y) }),
    svg('circle', { cx: x(last.x), cy: y(last.value), r: 2 }),
  );
}

function targets(all, view, name) {
  const rows = all.flatMap((f) => f.progress.map((p) => ({ ...p, indicator: f.indicator })));
  const title = h('h3', {}, t('mine.targets'));
  if (!rows.length) return [title, h('p', { class: 'soft' }, t('mine.noTargets', { name }))];
  const head = ['indicator', 'target', 'achieved', 'share'].map((k, i) => h('th', { scope: 'col', class: i ? 'right' : null }, t(`mine.${k}`)));
  const number = (figure, indicator) =>
    withCard(h('button', { type: 'button', class: 'number' }, withUnit(figure.value, indicator, lang)), () => figureCard(figure, { ...view, indicator }, name));
  const row = ({ key, params, target, achieved, indicator }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, local(indicator.name), h('br'), h('span', { class: 'soft' }, periodInSentence(target.period, lang))),
      h('td', { class: 'right' }, number(target, indicator)),
      achieved
        ? [h('td', { class: 'right' }, number(achieved, indicator)), h('td', { class: 'right' }, params.share === undefined ? '' : percent(params.share, lang, 0))]
        : h('td', { colspan: 2, class: 'soft' }, t(key)),
    );
  const table = h('table', { class: 'mine-targets', 'data-testid': 'mine-targets' }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows.map(row)));
  return [title, h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('mine.targets') }, table)];
}

function changes(view, name) {
  const place = h('div', { 'data-testid': 'mine-changes' });
  data(`changes/${view.set.id}/${encodeURIComponent(view.region)}`, lang)
    .then((answer) => place.append(...changesWords(answer, view, name)))
    .catch(() => place.append(h('p', { class: 'soft' }, t('changes.unknown'))));
  return [h('h3', {}, t('mine.since')), place];
}

const SHOWN = 12;

function changesWords(answer, view, name) {
  const say = ({ key, params }) => (params.n ? tn(key, params.n, { n: plain(params.n, lang) }) : t(key, { name, release: answer.release }));
  const words = changesSaid(answer).map(say);
  if (answer.datasets?.length) words.unshift(t('changes.brought', { release: answer.release, datasets: answer.datasets.join('; ') }));
  const rows = (answer.figures ?? []).slice(0, SHOWN).map((f) => h('li', {}, changeOf(f, view)));
  return [h('p', {}, words.join(' ')), rows.length ? h('ul', { class: 'mine-changes' }, rows) : ''];
}

function changeOf(f, view) {
  const indicator = view.catalogue.indicator(f.indicator);
  const value = (v, state) => (v === null ? t(`state.${state}`) : withUnit(v, indicator, lang));
  const key = f.fate === 'added' ? 'changes.is' : f.fate === 'removed' ? 'changes.gone' : 'changes.was';
  return t(key, {
    what: f.region_code === view.region ? local(indicator.name) : `${f.region_name}: ${lowerFirst(local(indicator.name))}`,
    period: periodInSentence(f.period, lang),
    before: value(f.value_before, f.state_before),
    after: value(f.value_after, f.state_after),
  });
}

function sources(figures) {
  // One report may hold several tables: here it is named once.
  const list = [...new Map(sourcesOf(figures.filter((f) => f.value !== null)).map((s) => [s.title, s])).values()];
  if (!list.length) return null;
  return h('div', { class: 'sources' }, h('h3', {}, t('mine.sources')), h('ol', {}, list.map((s) => h('li', {}, linked(s.title, s.locator)))));
}

