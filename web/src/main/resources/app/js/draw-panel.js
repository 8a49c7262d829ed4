import { $, h } from './dom.js';
import { lang, local, t, tn, useLanguage } from './i18n.js';
import { plain } from './format.js';
import { comparison } from './draw-compare.js';
import { question } from './draw-ask.js';
import { DrawOptions } from './draw-options.js';
import { style } from './style.js';
import { takeAway } from './draw-take.js';
import { ways } from './draw-ways.js';
import { areaLine, totalsTable, totalWords, withHectares, yearChart, yearSummary } from './draw-totals.js';

/** What is said of the drawing: hints and buttons on the map, and in the story's place the totals. */

/** The totals in a sentence or two, for who listens. */
export function summary(tool) {
  const { answer, info, panel } = tool;
  const query = answer.queries[panel.index] ?? answer.queries[0];
  const rows = query.totals.filter((r) => r.year === panel.year);
  const kinds = info.plots.kinds.map((k) => `${local(k.name)}: ${totalWords(rows.find((r) => r.kind === k.id), k)}`);
  const start = t('draw.live', { area: withHectares(query.area_ha), year: panel.year });
  return `${info.synthetic ? `${t('synthetic')} ` : ''}${start} ${kinds.join('; ')}.`;
}

export class DrawPanel {
  constructor(tool) {
    this.tool = tool;
    this.year = Math.max(...tool.info.plots.years);
    this.index = 0;
    this.open = new Map();
  }

  /** The story's place: always the same elements while the words are the same, so that nothing is lost on the way. */
  nodes(view, onClose) {
    this.view = view;
    if (this.words !== lang) this.#build(onClose);
    this.#ways();
    this.render();
    return [this.root];
  }

  wake() {
    if (!this.bar) this.#bar();
    $('map').after(this.bar);
    this.render();
  }

  sleep() {
    this.bar.remove();
  }

  busy(on) {
    if (this.results) this.results.setAttribute('aria-busy', String(on));
  }

  /** A hint out of turn. */
  hint(text) {
    this.hintLine.textContent = text;
  }

  render() {
    this.#renderBar();
    if (!this.root) return;
    this.guide.hidden = !this.tool.empty;
    this.options.render();
    this.#renderNews();
    this.#renderResults();
  }

  #build(onClose) {
    this.words = lang;
    if (this.bar) {
      const old = this.bar;
      this.#bar();
      old.replaceWith(this.bar);
    }
    const step = (key) => h('li', {}, t(`draw.guide.${key}`));
    const back = onClose && h('button', { type: 'button', class: 'quiet back', 'data-testid': 'draw-close', 'data-focus': 'draw-close', onclick: onClose }, `← ${t('download.close')}`);
    this.guide = h('ol', { class: 'draw-guide' }, ['corners', 'close', 'change'].map(step));
    this.news = h('div', { class: 'draw-news', role: 'alert' });
    this.options = new DrawOptions(this.tool);
    this.results = h('div', { class: 'draw-results', 'data-testid': 'draw-results' });
    this.ways = h('details', { class: 'draw-ways', open: this.tool.empty }, h('summary', { 'data-focus': 'draw-ways' }, t('draw.ways')));
    this.wayContent = h('div');
    this.ways.append(this.wayContent);
    this.shownFor = null;
    this.said = null;
    this.waysFor = null;
    const head = h('h2', { id: 'story-name', tabindex: '-1' }, t('draw.title'));
    this.root = h('div', { class: 'draw', 'data-testid': 'draw-panel' }, back, head, this.news, this.guide, this.options.root, this.results, this.ways);
  }

  /** On the map, where the hand is. */
  #bar() {
    const { tool } = this;
    const button = (key, hook, icon, act) =>
      h('button', { type: 'button', class: 'button', 'data-testid': hook, title: t(key), 'aria-label': t(key), onclick: act }, icon);
    this.finish = h('button', { type: 'button', class: 'button draw-finish', 'data-testid': 'draw-finish', onclick: () => this.#finish() }, t('draw.finish'));
    this.undo = button('draw.undo', 'draw-undo', '↶', () => tool.undo());
    this.drop = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-remove', onclick: () => tool.removeChosen() }, t('draw.remove'));
    this.clear = button('draw.clear', 'draw-clear', '✕', () => tool.clear());
    this.point = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-point', onclick: () => tool.usePoint() }, t('draw.point'));
    this.picker = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-pick', 'aria-pressed': 'false', onclick: () => tool.pick(!tool.picking) }, t('draw.pick'));
    this.hintLine = h('p', { class: 'draw-hint', 'data-testid': 'draw-hint' });
    const buttons = h('div', { class: 'draw-buttons' }, this.finish, this.point, this.drop, this.undo, this.clear, this.picker);
    this.bar = h('div', { class: 'draw-bar', role: 'group', 'aria-label': t('draw.title') }, buttons, this.hintLine);
  }

  #finish() {
    this.tool.finish();
    // The button is gone; what it led to is the area.
    $('draw-area')?.focus({ preventScroll: true });
  }

  #renderBar() {
    if (!this.bar) return;
    const { ring, closed, chosen } = this.tool.drawing;
    const can = (button, possible) => button.setAttribute('aria-disabled', String(!possible));
    const open = Boolean(ring?.length) && !closed;
    this.finish.hidden = !open || ring.length < 2;
    this.point.hidden = !open || ring.length > 1;
    this.picker.setAttribute('aria-pressed', String(Boolean(this.tool.picking)));
    can(this.finish, ring?.length > 2);
    this.drop.hidden = chosen === null || (closed && ring.length < 4);
    can(this.undo, this.tool.past.length);
    can(this.clear, !this.tool.empty);
    this.hint(this.#hint());
  }

  #hint() {
    const { ring, closed, shapes, picked, point } = this.tool.drawing;
    if (this.tool.picking) return t(picked.length ? 'draw.hint.picking' : 'draw.hint.pick');
    if (point) return t('draw.hint.point');
    if (!ring?.length && picked.length) return t(ring ? 'draw.hint.beside' : 'draw.hint.fixed');
    if (!ring) return shapes.length === 1 && shapes[0].name ? t('draw.hint.named', { name: shapes[0].name }) : t('draw.hint.fixed');
    if (closed) return t('draw.hint.edit');
    if (!ring.length) return t('draw.hint.first');
    if (ring.length === 1) return t('draw.hint.one');
    return t(ring.length < 3 ? 'draw.hint.more' : 'draw.hint.close');
  }

  /** What went wrong or needs to be known, once each. */
  #renderNews() {
    const { fault, note, error, crossings } = this.tool;
    const words = [];
    if (fault) words.push(['is-fault', fault]);
    if (error) words.push(['is-fault', error.kind === 'offline' ? t('draw.offline') : (error.detail ?? t('failed.refused')), !error.detail]);
    if (note) words.push(['', note]);
    words.push(...this.#notes());
    if (crossings?.length) words.push(['', tn('draw.crossing', crossings.length, { n: crossings.length })]);
    const said = JSON.stringify(words);
    if (said === this.said) return;
    this.said = said;
    const retry = () => h('button', { type: 'button', class: 'button', 'data-testid': 'draw-retry', 'data-focus': 'draw-retry', onclick: () => this.#use(() => this.tool.retry()) }, t('failed.retry'));
    this.news.replaceChildren(
      ...words.map(([kind, text, again]) => h('div', { class: `draw-word ${kind}`, 'data-testid': kind ? 'draw-error' : 'draw-warning' }, h('p', {}, text), again && retry())),
    );
  }

  /** What the server says of areas, such as that one lies outside of the country: of the first three. */
  #notes() {
    const { answer } = this.tool;
    const several = answer?.queries.length > 1;
    const names = several && this.#names(answer);
    const of = ({ notes }, i) => notes.map(({ detail }) => ['', several ? `${names[i]}: ${local(detail)}` : local(detail)]);
    return (answer?.queries ?? []).flatMap(of).slice(0, 3);
  }

  #renderResults() {
    const { answer } = this.tool;
    if (answer && this.index >= answer.queries.length) this.index = 0;
    // Nothing new, nothing touched: who reads or has opened something is left in peace.
    const shown = answer && `${this.index} ${this.year}`;
    if (this.shownFor?.answer === answer && this.shownFor?.shown === shown) return;
    this.shownFor = { answer, shown };
    const focused = this.results.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.focus ?? focused?.id;
    this.results.replaceChildren(...(answer ? this.#answer(answer) : []));
    if (key) this.results.querySelector(`[data-focus="${key}"], #${key}`)?.focus({ preventScroll: true });
    if (answer && this.wantsFocus) {
      this.wantsFocus = false;
      $('draw-area')?.focus();
    }
  }

  #answer(answer) {
    const { plots } = this.tool.info;
    const query = answer.queries[this.index];
    const names = this.#names(answer);
    const onYear = (year) => {
      this.year = year;
      this.#renderResults();
    };
    const several = answer.queries.length > 1;
    const choose = (i) => {
      this.index = i;
      this.tool.draw();
      this.#renderResults();
    };
    return [
      several && comparison(answer.queries, names, plots, this.year, this.index, choose),
      (several || this.tool.answerShapes[0]?.name) && h('h3', {}, names[this.index]),
      areaLine(query),
      // Where the crossings are marked on the map, that is said already.
      query.repaired && !this.tool.crossings?.length && h('p', { class: 'draw-word', 'data-testid': 'draw-repaired' }, local(query.repaired)),
      ...yearSummary(query, plots, this.year, onYear),
      yearChart(query, plots, this.year, onYear),
      takeAway(this.tool, answer, names),
      this.#disclosure('table', true, t('draw.table'), [totalsTable(query, plots, this.year), this.#withheld(query)]),
      this.#plots(answer),
      this.#disclosure('how', false, t('draw.how'), [
        h('p', {}, local(answer.method)),
        // withheld with the rows it belongs to
        query.border_plots !== null && h('p', { class: 'soft' }, tn('draw.cut', query.border_plots, { n: plain(query.border_plots, lang) })),
        h('p', { class: 'soft' }, t('release', { release: answer.release })),
      ]),
    ].filter(Boolean);
  }

  /** The plots that go in, looked up when somebody wants to see them. */
  #plots(answer) {
    const place = h('div', {});
    const { asked, drawing } = this.tool.answerTo;
    const { index } = this;
    const one = answer.queries.length > 1;
    const body = JSON.parse(question(one ? [asked[index]] : asked, drawing));
    const fill = async () => {
      if (place.childElementCount) return;
      const [{ plotsInside }] = await Promise.all([import('./plots-inside.js'), useLanguage(lang, 'explain-'), style('trace.css')]);
      const closed = () => h('p', {}, t('explain.plots.closed'));
      place.replaceChildren(answer.synthetic ? plotsInside(body, this.year, null, this.tool.info.plots.kinds) : closed());
    };
    const element = this.#disclosure('plots', false, t('draw.plotsInside', { year: this.year }), [place]);
    element.dataset.testid = 'draw-plots';
    element.addEventListener('toggle', () => element.open && fill());
    return element;
  }

  #withheld(query) {
    if (!query.totals.some((r) => r.state === 'withheld')) return null;
    return h('p', { class: 'soft draw-small' }, t('draw.withheld', { n: this.tool.limits.fewest_plots_told }));
  }

  #names(answer) {
    const { answerShapes: shapes } = this.tool;
    // All as one: the one answer is of all of them.
    if (answer.queries.length < shapes.length) return [t('draw.together', { n: shapes.length, names: shapes.slice(0, 3).map((s, i) => s.name || t('draw.polygon', { n: i + 1 })).join(' + ') + (shapes.length > 3 ? '…' : '') })];
    return answer.queries.map((_, i) => this.tool.answerShapes[i]?.name || t('draw.polygon', { n: i + 1 }));
  }

  #disclosure(key, open, title, content) {
    return h(
      'details',
      { open: this.open.get(key) ?? open, ontoggle: (e) => this.open.set(key, e.target.open) },
      h('summary', { 'data-focus': `draw-${key}` }, title),
      content.filter(Boolean),
    );
  }

  #ways() {
    const { geo } = this.view;
    if (this.waysFor === geo) return;
    this.waysFor = geo;
    this.wayContent.replaceChildren(...ways(this.tool, this.view, (act) => this.#use(act)));
  }

  /** After a choice without the hand, the reader is led to what came of it. */
  #use(act) {
    this.wantsFocus = act() !== false;
    const again = this.tool.error || this.tool.fault;
    if (!this.wantsFocus && again) this.news.scrollIntoView({ block: 'nearest' });
  }
}
