import { $, h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { plain } from './format.js';
import { MOST_CORNERS, toCsv, toGeoJson } from './draw-shape.js';
import { areaLine, megabytes, totalsTable, totalWords, withHectares, yearChart, yearSummary } from './draw-totals.js';

/** What is said of the drawing: hints and buttons on the map, and in the story's place the totals. */

const FILES = '.geojson,.json,.txt,application/geo+json,application/json';

/** The totals in a sentence or two, for who listens. */
export function summary(tool) {
  const { answer, info, panel } = tool;
  const query = answer.queries[panel.index] ?? answer.queries[0];
  const rows = query.totals.filter((r) => r.year === panel.year);
  const kinds = info.plots.kinds.map((k) => `${local(k.name)}: ${totalWords(rows.find((r) => r.kind === k.id))}`);
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
    this.results = h('div', { class: 'draw-results', 'data-testid': 'draw-results' });
    this.ways = h('details', { class: 'draw-ways', open: this.tool.empty }, h('summary', { 'data-focus': 'draw-ways' }, t('draw.ways')));
    this.wayContent = h('div');
    this.ways.append(this.wayContent);
    this.shownFor = null;
    this.said = null;
    this.waysFor = null;
    const head = h('h2', { id: 'story-name', tabindex: '-1' }, t('draw.title'));
    this.root = h('div', { class: 'draw', 'data-testid': 'draw-panel' }, back, head, this.news, this.guide, this.results, this.ways);
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
    this.hintLine = h('p', { class: 'draw-hint', 'data-testid': 'draw-hint' });
    const buttons = h('div', { class: 'draw-buttons' }, this.finish, this.drop, this.undo, this.clear);
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
    this.finish.hidden = !ring || closed;
    can(this.finish, ring?.length > 2);
    this.drop.hidden = chosen === null || (closed && ring.length < 4);
    can(this.undo, this.tool.past.length);
    can(this.clear, !this.tool.empty);
    this.hint(this.#hint());
  }

  #hint() {
    const { ring, closed, shapes } = this.tool.drawing;
    if (!ring) return shapes.length === 1 && shapes[0].name ? t('draw.hint.named', { name: shapes[0].name }) : t('draw.hint.fixed');
    if (closed) return t('draw.hint.edit');
    if (!ring.length) return t('draw.hint.first');
    return t(ring.length < 3 ? 'draw.hint.more' : 'draw.hint.close');
  }

  /** What went wrong or needs to be known, once each. */
  #renderNews() {
    const { fault, note, error, crossings } = this.tool;
    const words = [];
    if (fault) words.push(['is-fault', fault]);
    if (error) words.push(['is-fault', error.kind === 'offline' ? t('draw.offline') : (error.detail ?? t('failed.refused')), !error.detail]);
    if (note) words.push(['', note]);
    if (crossings?.length) words.push(['', tn('draw.crossing', crossings.length, { n: crossings.length })]);
    const said = JSON.stringify(words);
    if (said === this.said) return;
    this.said = said;
    const retry = () => h('button', { type: 'button', class: 'button', 'data-testid': 'draw-retry', 'data-focus': 'draw-retry', onclick: () => this.#use(() => this.tool.retry()) }, t('failed.retry'));
    this.news.replaceChildren(
      ...words.map(([kind, text, again]) => h('div', { class: `draw-word ${kind}`, 'data-testid': kind ? 'draw-error' : 'draw-warning' }, h('p', {}, text), again && retry())),
    );
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
    return [
      answer.queries.length > 1 && this.#chooser(names),
      answer.queries.length === 1 && this.tool.answerShapes[0]?.name && h('h3', {}, this.tool.answerShapes[0].name),
      areaLine(query),
      // Where the crossings are marked on the map, that is said already.
      query.repaired && !this.tool.crossings?.length && h('p', { class: 'draw-word', 'data-testid': 'draw-repaired' }, local(query.repaired)),
      ...yearSummary(query, plots, this.year, onYear),
      yearChart(query, plots, this.year, onYear),
      this.#take(answer, names),
      this.#disclosure('table', true, t('draw.table'), [totalsTable(query, plots, this.year), this.#withheld(query)]),
      this.#disclosure('how', false, t('draw.how'), [
        h('p', {}, local(answer.method)),
        // withheld with the rows it belongs to
        query.border_plots !== null && h('p', { class: 'soft' }, tn('draw.cut', query.border_plots, { n: plain(query.border_plots, lang) })),
        h('p', { class: 'soft' }, t('release', { release: answer.release })),
      ]),
    ].filter(Boolean);
  }

  #withheld(query) {
    if (!query.totals.some((r) => r.state === 'withheld')) return null;
    return h('p', { class: 'soft draw-small' }, t('draw.withheld', { n: this.tool.limits.fewest_plots_told }));
  }

  #names(answer) {
    return answer.queries.map((_, i) => this.tool.answerShapes[i]?.name || t('draw.polygon', { n: i + 1 }));
  }

  #chooser(names) {
    const choose = (e) => {
      this.index = +e.target.value;
      this.tool.draw();
      this.#renderResults();
    };
    const option = (name, i) => h('option', { value: i, selected: i === this.index }, `${i + 1} · ${name}`);
    const select = h('select', { id: 'draw-which', 'data-focus': 'draw-which', onchange: choose }, names.map(option));
    return h('p', { class: 'draw-field' }, h('label', { for: 'draw-which' }, t('draw.which', { n: names.length })), select);
  }

  /** To take away: link, polygons, table. */
  #take(answer, names) {
    const note = answer.synthetic ? t('synthetic') : '';
    const shapes = names.map((name, i) => ({ name, geometry: this.tool.answerShapes[i]?.geometry ?? null }));
    const file = (kind) => `yunga-${answer.synthetic ? `${t('draw.file.synthetic')}-` : ''}${t('draw.file')}.${kind}`;
    const button = (key, act) => h('button', { type: 'button', class: 'button', 'data-testid': key, 'data-focus': key, onclick: act }, t(key.replaceAll('-', '.')));
    this.shared = h('div', { role: 'status' });
    return h(
      'div',
      { class: 'draw-take' },
      button('draw-share', () => this.#share()),
      button('draw-download-geojson', () => save(toGeoJson(answer, shapes, note), 'application/geo+json', file('geojson'))),
      button('draw-download-csv', () => save(toCsv(answer, names, note), 'text/csv;charset=utf-8', file('csv'))),
      this.shared,
    );
  }

  async #share() {
    const { link, drawing } = this.tool;
    const said = (...content) => this.shared.replaceChildren(...content);
    if (!link) {
      said(t(drawing.ring ? 'draw.share.long' : 'draw.share.file', { most: MOST_CORNERS }));
      return;
    }
    // Without a secure connection a page may not write to the clipboard: then the reader does it.
    const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    if (copied) {
      said(t('draw.share.copied'));
      return;
    }
    const field = h('input', { id: 'draw-link', readonly: true, value: location.href, 'data-testid': 'draw-link' });
    said(h('label', { for: 'draw-link' }, t('draw.share.copy')), field);
    field.focus();
    field.select();
  }

  #disclosure(key, open, title, content) {
    return h(
      'details',
      { open: this.open.get(key) ?? open, ontoggle: (e) => this.open.set(key, e.target.open) },
      h('summary', { 'data-focus': `draw-${key}` }, title),
      content.filter(Boolean),
    );
  }

  /** All that can be done without a hand on the map: a region, a file, pasted corners. */
  #ways() {
    const { set, geo, state } = this.view;
    if (this.waysFor === geo) return;
    this.waysFor = geo;
    this.wayContent.replaceChildren(...[this.#regionWay(set, geo, state.region), this.#fileWay(), this.#pasteWay()].filter(Boolean));
  }

  #regionWay(set, geo, chosen) {
    const usable = geo.features.filter((f) => f.properties.geometry_kind === 'boundary');
    if (!usable.length) return null;
    usable.sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'es'));
    const times = new Map();
    for (const { properties: p } of usable) times.set(p.name, (times.get(p.name) ?? 0) + 1);
    // Two districts may bear the same name: then the code tells them apart.
    const label = (p) => (times.get(p.name) > 1 ? `${p.name} (${p.code})` : p.name);
    const byCode = new Map(usable.map((f) => [f.properties.code, f]));
    const now = () => byCode.get(select.value).properties;
    const words = () => (use.textContent = t('draw.use', { name: now().name }));
    const option = ({ properties: p }) => h('option', { value: p.code, selected: p.code === chosen }, label(p));
    const select = h('select', { id: 'draw-region', 'data-testid': 'draw-region', onchange: () => words() }, usable.map(option));
    const use = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-use-region', onclick: () => this.#use(() => this.tool.useRegion(set.id, byCode.get(select.value))) });
    words();
    return h('p', { class: 'draw-field' }, h('label', { for: 'draw-region' }, t('draw.region', { set: local(set.name) })), select, use);
  }

  #fileWay() {
    const { limits } = this.tool;
    const most = t('draw.file.limits', {
      size: megabytes(limits.query_bytes),
      polygons: plain(limits.query_polygons, lang),
      vertices: plain(limits.query_vertices, lang),
    });
    const input = h('input', { type: 'file', id: 'draw-file', accept: FILES, 'data-testid': 'draw-upload', 'aria-describedby': 'draw-file-most', onchange: () => this.#read(input) });
    return h('p', { class: 'draw-field' }, h('label', { for: 'draw-file' }, t('draw.file.label')), input, h('span', { class: 'soft draw-small', id: 'draw-file-most' }, most));
  }

  async #read(input) {
    const [file] = input.files;
    if (!file) return;
    const most = this.tool.limits.query_bytes;
    if (file.size > most) {
      this.tool.refuse('tooBig', { most: megabytes(most) });
    } else {
      const text = await file.text().catch(() => '');
      this.#use(() => this.tool.useText(text, file.name.replace(/\.\w+$/, '')));
    }
    // The same file, mended, can be chosen again.
    input.value = '';
  }

  #pasteWay() {
    const area = h('textarea', { id: 'draw-paste', 'data-testid': 'draw-paste', rows: '4', spellcheck: 'false', placeholder: '-76.52, -6.21\n-76.18, -6.33\n-76.40, -6.70' });
    const use = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-use-paste', onclick: () => this.#use(() => this.tool.useText(area.value, '')) }, t('draw.paste.use'));
    return h('p', { class: 'draw-field' }, h('label', { for: 'draw-paste' }, t('draw.paste')), area, use);
  }

  /** After a choice without the hand, the reader is led to what came of it. */
  #use(act) {
    this.wantsFocus = act() !== false;
    const again = this.tool.error || this.tool.fault;
    if (!this.wantsFocus && again) this.news.scrollIntoView({ block: 'nearest' });
  }
}

function save(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
