import { asKept, h, linked } from './dom.js';
import { lang, local, t, tn, useLanguage } from './i18n.js';
import { ask, url } from './api.js';
import { LOCALES, amount, plain, unitAfter, withUnit } from './format.js';
import { periodLabel } from './period.js';
import { seriesLabel, setName } from './options.js';
import { sourceLine } from './card.js';
import { dateWords } from './ages.js';
import { copied } from './permalink.js';
import { toSearch } from './state.js';
import { byState, fromView } from './explain-local.js';
import { style } from './style.js';

/**
 * How a number came to be, in the story's place: source, series with its breaks, method, dataset, release, how it was
 * computed, down to the rows that went in.
 */

await Promise.all([useLanguage(lang, 'explain-'), useLanguage(lang, 'download-'), style('trace.css')]);

/** More rows than these wait for the file. */
const MOST_ROWS = 40;
/** Who drags through the years asks where the hand comes to rest. */
const REST_MS = 150;

export class ExplainPanel {
  /** @param {object} info answer of /info @param {() => object|null} pack @param {() => boolean} isOpen */
  constructor(info, pack, isOpen) {
    this.info = info;
    this.pack = pack;
    this.isOpen = isOpen;
    this.root = h('div', { 'data-testid': 'explain' });
  }

  /** @param {'1'|'total'} of the chosen region's number, or the sum of the list */
  open(of) {
    this.of = of;
    this.shown = null;
    this.body?.replaceChildren();
  }

  get link() {
    return this.isOpen() ? this.of : null;
  }

  nodes(view, onClose) {
    const { indicator, regionSet, measure, period, series } = view.state;
    const total = this.of === 'total' || !view.region;
    const question = JSON.stringify([indicator, regionSet, measure, period, series, total || view.region, lang]);
    if (this.words !== lang) this.#build(onClose);
    if (question !== this.shown) {
      this.shown = question;
      clearTimeout(this.asking);
      this.asking = setTimeout(() => this.#fill(view, total, question), this.body.childElementCount ? REST_MS : 0);
      this.body.setAttribute('aria-busy', 'true');
    }
    return [this.root];
  }

  /** What stays while the answers come, so that the focus is not lost. */
  #build(onClose) {
    this.words = lang;
    const back = h('button', { type: 'button', class: 'quiet back', 'data-testid': 'explain-close', 'data-focus': 'back', onclick: onClose }, `← ${t('download.close')}`);
    this.body = h('div', {});
    this.root.replaceChildren(back, h('h2', { id: 'story-name', tabindex: '-1' }, t('explain.title')), this.body);
  }

  async #fill(view, total, question) {
    if (!this.body.childElementCount) this.body.append(h('p', { class: 'soft', role: 'status' }, t('explain.asking')));
    const content = await this.#content(view, total);
    if (this.shown !== question) return;
    this.body.replaceChildren(...content.filter(Boolean));
    this.body.setAttribute('aria-busy', 'false');
  }

  async #content(view, total) {
    if (view.indicator.plots) return (await import('./explain-plots.js')).plotsExplained(view, this.info, total);
    const path = pathOf(view, total);
    try {
      return told(await ask(path, lang), view, path);
    } catch (error) {
      const why = h('p', { class: 'soft', role: 'status', 'data-testid': 'explain-local' }, error.detail ?? t(this.pack() ? 'explain.pack' : 'explain.offline'));
      if (error.kind === 'refused') return [why];
      return [why, ...told(fromView(view, this.info, total), view, null)];
    }
  }
}

function pathOf({ state, region }, total) {
  const { indicator, regionSet, measure, period, series } = state;
  const query = new URLSearchParams({ indicator, 'region-set': regionSet, ...(total ? {} : { region }), measure, period, series });
  return `figures/explanation?${query}`;
}

/** The number itself, and what it is of. */
export function headOf(name, number, rest) {
  return [
    h('p', { class: 'explain-of' }, name),
    h('p', { class: 'large' }, h('span', { 'data-testid': 'explain-value' }, number), h('span', { class: 'unit soft' }, ` ${rest}`)),
  ];
}

/** A part of the explanation under its own heading. */
export function part(key, ...content) {
  const all = content.flat().filter(Boolean);
  return all.length ? h('section', { 'data-testid': `explain-${key}` }, h('h3', {}, t(`explain.${key}`)), ...all) : null;
}

/** @param {object} e the explanation @param {string|null} path where it was asked for */
function told(e, view, path) {
  const { indicator } = view;
  const has = e.value !== null && e.value !== undefined;
  const name = e.region?.name ?? t('explain.sumOf', { set: setName(view.set) });
  const number = has ? amount(e.value, e.unit, lang) : t(`state.${e.state}`);
  const rest = [has && unitAfter(indicator, lang), periodLabel(e.period, LOCALES[lang]), seriesLabel(e.series)].filter(Boolean).join(' · ');
  return [
    ...headOf(name, number, rest),
    part('making', h('p', {}, e.making.words ? local(e.making.words) : t(`explain.making.${e.making.kind}`)), noteOf(e), published(e, indicator)),
    source(e),
    rows(e, view, path),
    leftOut(e),
    part('series', h('p', {}, [seriesLabel(e.series), local(e.series.definition)].filter(Boolean).join('. ')), breaks(e.breaks)),
    part('indicator', h('p', {}, local(e.indicator.definition)), linkedSource(e.indicator.source)),
    datasets(e.datasets),
    releasePart(e.release, e.released, view),
  ];
}

function noteOf(e) {
  const text = local(e.reason) || local(e.figure?.note);
  return text ? h('p', {}, text) : null;
}

function published(e, indicator) {
  if (!e.published) return null;
  const { value, difference } = e.published;
  const gap = Math.abs(difference);
  // A gap between whole numbers is whole: here one decimal would be a claim.
  const gapWords = `${plain(gap, lang, 0, gap < 100 ? 1 : 0)} ${unitAfter(indicator, lang)}`.trim();
  const words = difference
    ? t('explain.published.differs', { value: withUnit(value, indicator, lang), difference: gapWords, side: t(difference > 0 ? 'explain.above' : 'explain.below') })
    : t('explain.published.same', { value: withUnit(value, indicator, lang) });
  return h('p', {}, `${words} `, h('span', { class: 'soft' }, `${t('story.source')}: `, sourceLine(e.published)));
}

/** Of a figure its source, method and status; of a sum those of its rows, each once. */
function source(e) {
  const figures = e.rows.length ? e.rows : [e.figure].filter(Boolean);
  const seen = new Map(figures.filter((f) => f.source_title).map((f) => [`${f.source_title}|${f.source_locator}|${f.method}|${f.status}`, f]));
  const line = (f) => h('li', {}, sourceLine(f), h('br'), h('span', { class: 'soft' }, [t(`method.${f.method}`), t(`explain.status.${f.status}`)].join(' · ')));
  return part('source', seen.size ? h('ul', { class: 'explain-list' }, [...seen.values()].map(line)) : null);
}

function breaks(all) {
  if (!all.length) return null;
  const line = (b) => h('li', {}, `${t('explain.between', { after: periodLabel(b.after, LOCALES[lang]), before: periodLabel(b.before, LOCALES[lang]) })}: ${local(b.explanation)}`, b.source ? h('span', { class: 'soft' }, ' (', linked(b.source, b.source), ')') : '');
  return [h('p', {}, t('explain.breaks')), h('ul', { class: 'explain-list' }, all.map(line))];
}

function linkedSource(text) {
  return text ? h('p', { class: 'soft' }, `${t('story.source')}: `, linked(text, text)) : null;
}

/** The very rows that went in. */
function rows(e, view, path) {
  if (!e.rows.length) return null;
  const sum = e.making.kind.startsWith('sum');
  const shown = e.rows.slice(0, MOST_ROWS);
  // Of one dataset it is told below.
  const mixed = new Set(e.rows.map((f) => f.dataset)).size > 1;
  const cells = (f) => [
    h('th', { scope: 'row' }, f.region_name, ' ', h('span', { class: 'soft' }, f.region_code)),
    h('td', { class: 'right' }, f.value === null ? t(`state.${f.state}`) : plain(f.value, lang, 0, 6)),
    h('td', {}, t(`method.${f.method}`)),
    mixed && h('td', {}, h('code', {}, f.dataset)),
  ];
  const heads = ['region', 'value', 'method', mixed && 'dataset'].filter(Boolean).map((k) => t(`explain.row.${k}`));
  heads[1] += ` (${unitAfter(view.indicator, lang) || view.indicator.unit})`;
  const table = h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('explain.rows') },
    h(
      'table',
      { 'data-testid': 'explain-rows-table' },
      h('thead', {}, h('tr', {}, heads.map((k, i) => h('th', { scope: 'col', class: i === 1 ? 'right' : null }, k)))),
      h('tbody', {}, shown.map((f) => h('tr', { 'data-code': f.region_code }, cells(f)))),
    ),
  );
  const more = e.rows.length > shown.length && h('p', { class: 'soft' }, t('explain.more', { n: plain(e.rows.length - shown.length, lang) }));
  const files = path && h('p', { class: 'download-line' }, ['csv', 'csv-excel', 'json'].map((f) => h('a', { href: url(`${path}&f=${f}`), download: true, 'data-testid': `explain-${f}` }, t(`explain.${f}`))));
  return part('rows', sum && h('p', {}, tn('explain.added', e.rows.length, { n: plain(e.rows.length, lang) })), table, more, files, e.rows_note && h('p', { class: 'soft' }, local(e.rows_note)));
}

function leftOut(e) {
  if (!e.left_out.length) return null;
  const group = ([state, all]) => {
    const why = [...new Set(all.map((one) => local(one.explanation)).filter(Boolean))];
    return h(
      'details',
      {},
      h('summary', {}, `${t(`state.${state}`)}: ${plain(all.length, lang)}`),
      ...why.map((text) => h('p', {}, text)),
      h('p', {}, all.map((one) => one.region_name).join(', ')),
    );
  };
  return part('leftOut', h('p', {}, t('explain.leftOut.why')), byState(e.left_out).map(group));
}

/** @param {object[]} all as `/info` or the explanation tell them */
export function datasets(all) {
  const line = (key, content) => (content ? [h('dt', {}, t(`explain.dataset.${key}`)), h('dd', {}, content)] : []);
  const one = (d) =>
    h(
      'dl',
      { class: 'explain-facts' },
      line('title', asKept(d.title)),
      line('file', d.file_name),
      line('sha256', h('code', {}, d.sha256)),
      line('loaded', d.at && t('explain.dataset.by', { date: dateWords(d.at), by: d.by })),
      line('licence', asKept(d.licence) || t('download.unstated')),
      line('source', asKept(d.source)),
      line('id', d.href ? h('a', { href: d.href }, d.id) : d.id),
    );
  return part('dataset', all.map(one));
}

/** Which release, and the link that will always show this. */
export function releasePart(release, released, view) {
  const search = () => toSearch({ ...view.state, lang, explain: new URLSearchParams(location.search).get('explain') ?? '1', release });
  return part(
    'release',
    h('p', {}, t('explain.release.of', { release, date: dateWords(released) })),
    h('p', {}, t('explain.permanent'), ' ', copied(() => `${location.origin}/${search()}`)),
  );
}
