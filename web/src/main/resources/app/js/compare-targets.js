import { h, svg } from './dom.js';
import { lang, local, t } from './i18n.js';
import { LOCALES, amount, percent, plain, upperFirst } from './format.js';
import { figuresPath, url } from './api.js';
import { lastDay, parsePeriod } from './period.js';
import { periodInSentence, seriesLabel, setName } from './options.js';
import { groupBy } from './figures.js';
import { figureCard, withCard } from './card.js';
import { sources } from './story.js';
import { table } from './data-parts.js';
import { standingOf } from './compare-expected.js';
import { bandLegend, bandMark } from './compare-bands.js';
import { csvLink, downloads, figuresIn, indicatorName, viewOf } from './compare-parts.js';

/** What was achieved against what was planned, and what could be expected by then. */

const BAR = { width: 96, height: 18 };

class Targets {
  constructor(bench) {
    this.bench = bench;
    this.rest = null;
  }

  key({ state }) {
    return [state.indicator, state.regionSet, state.period, state.region].join(' ');
  }

  picks(code) {
    this.bench.actions.choose({ region: code });
    return true;
  }

  drawn() {
    this.bench.map.clear();
  }

  async content(view) {
    const { catalogue, indicator, set } = view;
    const having = catalogue.available(indicator.id, set.id, 'target').length > 0;
    if (!having) return [h('p', { 'data-testid': 'compare-none' }, t('compare.targets.none', { indicator: local(indicator.name), set: setName(set) })), this.#elsewhere(view)];
    const [targets, actual] = await Promise.all(['target', 'actual'].map((m) => figuresIn(view, this.bench, indicator.id, m)));
    const rank = (s) => catalogue.seriesOf(s).rank;
    const all = targets.all.map((f) => ({ figure: f, ...(f.value === null ? { target: f, achieved: null, band: null } : standingOf(f, actual.history(f.region_code), indicator, rank)) }));
    all.sort((a, b) => parsePeriod(b.figure.period).end - parsePeriod(a.figure.period).end || a.figure.region_name.localeCompare(b.figure.region_name, 'es'));
    // Totals of several years would leave the bars of years no room: each kind of period has its scale.
    const widest = groupBy(all, (s) => parsePeriod(s.figure.period).kind);
    const scaleOf = (s) => Math.max(...widest.get(parsePeriod(s.figure.period).kind).flatMap((o) => [o.target.value ?? 0, o.achieved?.value ?? 0]));
    const many = new Set(all.map((s) => s.figure.region_code)).size > 1 || set.id !== 'country';
    // What is said of many targets alike is said once.
    const notes = groupBy(all.filter((s) => s.target.note), (s) => local(s.target.note));
    const common = [...notes].filter(([, of]) => of.length > 1).map(([note]) => note);
    return [
      h('h3', {}, indicatorName(indicator)),
      h('p', { 'data-testid': 'compare-about' }, summary(all)),
      table(t('compare.way.targets'), heads(view, many), all.map((s) => this.#row(view, s, many, scaleOf(s), common)), 40),
      common.map((note) => h('p', { class: 'soft' }, `${t('card.note')}: ${note}.`)),
      bandLegend(),
      h('p', { class: 'soft' }, t(indicator.time_rule === 'sum' ? 'compare.targets.expected.how' : 'compare.targets.expected.not')),
      this.#elsewhere(view),
      sources(all.flatMap((s) => [s.target, s.achieved])),
      this.#downloads(view, all),
    ];
  }

  #row(view, standing, many, largest, common) {
    const { figure, target, achieved, elapsed, expected, share, band } = standing;
    const own = viewOf(view, { series: target.series, period: target.period, measure: 'target' });
    const number = (f) => withCard(h('button', { type: 'button', class: 'number' }, f.value === null ? t(`state.${f.state}`) : amount(f.value, view.indicator.unit, lang)), () => figureCard(f, own));
    const said = local(target.note);
    const note = common.includes(said) ? '' : said;
    const until = achieved && elapsed < 1 && h('span', { class: 'soft bench-note' }, `${t('compare.targets.until', { date: lastDate(achieved.period) })}`);
    const other = achieved && achieved.series !== target.series && h('span', { class: 'soft bench-note' }, seriesLabel(view.catalogue.seriesOf(achieved.series)));
    return h(
      'tr',
      { 'aria-current': many && figure.region_code === view.state.region ? 'true' : null },
      h('th', { scope: 'row' }, many && `${figure.region_name}, `, periodInSentence(target.period, lang), note && h('span', { class: 'soft bench-note' }, ` ${note}.`.replace(/\.\.$/, '.'))),
      h('td', { class: 'right' }, number(target)),
      // One word instead of four dashes.
      achieved
        ? [
            h('td', { class: 'right' }, number(achieved), until, other),
            h('td', { class: 'right' }, expected === null || expected === undefined ? '–' : amount(expected, view.indicator.unit, lang)),
            h('td', { class: 'right' }, share === null || share === undefined ? '–' : percent(share, lang, 0)),
            h('td', {}, bullet(standing, largest), bandMark(band)),
          ]
        : h('td', { colspan: 4, class: 'soft' }, t('compare.targets.noFigure')),
    );
  }

  /** Where else there are targets: of this indicator, and of others over the same regions. */
  #elsewhere(view) {
    const { catalogue, indicator, set } = view;
    const places = catalogue.indicators.flatMap((i) => {
      const sets = [...new Set(catalogue.available(i.id, null, 'target').map((a) => a.region_set))];
      return sets.filter((s) => i.id !== indicator.id || s !== set.id).map((s) => ({ indicator: i, set: catalogue.regionSet(s) }));
    });
    if (!places.length) return null;
    const go = ({ indicator: i, set: s }) => this.bench.actions.choose({ indicator: i.id, regionSet: s.id, measure: catalogue.measures(i.id, s.id)[0] });
    const link = (p) => h('li', {}, h('button', { type: 'button', class: 'quiet', onclick: () => go(p) }, `${local(p.indicator.name)}: ${setName(p.set)}`));
    return h('details', { open: !catalogue.available(indicator.id, set.id, 'target').length }, h('summary', { 'data-focus': 'elsewhere' }, t('compare.targets.elsewhere')), h('ul', {}, places.map(link)));
  }

  #downloads(view, all) {
    const { indicator, regionSet } = view.state;
    const columns = ['region_set', 'region_code', 'region_name', 'indicator', 'period', 'target', 'target_series', 'achieved', 'achieved_period', 'achieved_series', 'elapsed', 'expected', 'share', 'standing', 'release'];
    const rows = all.map(({ figure: f, target, achieved: a, elapsed, expected, share, band }) => [regionSet, f.region_code, f.region_name, indicator, f.period, target.value, target.series, a?.value, a?.period, a?.series, elapsed, expected, share, band, view.data.release]);
    const figures = (measure) => h('a', { href: url(figuresPath({ indicator, regionSet, measure }, 'csv')), download: true }, `${upperFirst(t(`measure.${measure}`))} (CSV)`);
    const measures = view.catalogue.measures(indicator, regionSet).filter((m) => m !== 'baseline');
    return downloads(csvLink(`yunga-targets-${indicator}-${regionSet}`, columns, rows), ...measures.map(figures));
  }
}

function heads(view, many) {
  return [
    [many ? upperFirst(local(view.set.one)) : t('table.period')],
    [upperFirst(t('measure.target')), true],
    [t('compare.targets.achieved'), true],
    [t('compare.targets.expected'), true],
    [t('compare.targets.share'), true],
    [t('compare.targets.standing')],
  ];
}

function summary(all) {
  const count = (band) => plain(all.filter((s) => s.band === band).length, lang);
  const judged = all.filter((s) => s.band).length;
  if (!judged) return t('compare.targets.noneJudged', { n: plain(all.length, lang) });
  return t('compare.targets.about', { n: plain(all.length, lang), judged: plain(judged, lang), reached: count('reached'), track: count('track'), near: count('near'), behind: count('behind') });
}

/** The bar is what was achieved, the thick line the target, the thin one what could be expected by then. */
function bullet({ target, achieved, elapsed, expected }, largest) {
  if (!largest || !achieved) return null;
  const x = (v) => Math.round(((v / largest) * (BAR.width - 4)) * 10) / 10 + 2;
  return svg(
    'svg',
    { class: 'bullet', viewBox: `0 0 ${BAR.width} ${BAR.height}`, width: BAR.width, height: BAR.height, 'aria-hidden': 'true' },
    svg('rect', { class: 'bullet-ground', x: 2, y: 3, width: x(target.value) - 2, height: 12 }),
    svg('rect', { class: 'bullet-bar', x: 2, y: 6, width: Math.max(1, x(achieved.value) - 2), height: 6 }),
    elapsed < 1 && svg('path', { class: 'bullet-expected', d: `M${x(expected)} 3v12` }),
    svg('path', { class: 'target', d: `M${x(target.value)} 1v16` }),
  );
}

/** The day up to which a figure counts. */
function lastDate(period) {
  const day = period.split('/').at(-1);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return lastDay(period, LOCALES[lang]);
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** @param {import('./compare.js').Bench} bench */
export const targets = (bench) => new Targets(bench);
