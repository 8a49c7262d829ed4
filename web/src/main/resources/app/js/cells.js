/* global L */
import { $, h, svg } from './dom.js';
import { ApiError, request } from './api.js';
import { lang, t, tn } from './i18n.js';
import { amount, plain } from './format.js';
import { boundsLabel } from './legend.js';
import { BOUNDS, classOf, colourOf, density, inSight, measureOf, UNITS } from './cell-classes.js';
import { style } from './style.js';

/**
 * Plots where they lie: squares with their sums, and near by each plot where that may be shown. Asked anew when the map
 * moves; a question still under way is dropped. The same numbers by region are in the list.
 */

await style('cells.css');

const PANE = 'cells';
const ASK_MS = 150;
/** Nearer than the page's usual deepest zoom: fields are smaller than districts. */
const DEEPEST = { usual: 12, near: 17 };
/** From this zoom on a plot is more than a dot, and so many of them are drawn one by one. */
const NEAR = 10;
const MOST = 2000;

export class Cells {
  /** @param {object} map of Leaflet */
  constructor(map) {
    this.map = map;
    const pane = map.createPane(PANE);
    pane.style.zIndex = 420;
    pane.style.pointerEvents = 'none';
    this.renderer = L.canvas({ pane: PANE, padding: 0.2 });
    this.group = L.layerGroup();
    this.legend = h('details', { class: 'legend', 'data-testid': 'cells-legend', open: $('legend').open });
    this.moved = () => this.#soon();
  }

  /** @param {object} view of a kind of plots */
  show(view) {
    this.view = view;
    if (!this.awake) this.#wake();
    this.#soon();
  }

  hide() {
    if (!this.awake) return;
    this.awake = false;
    clearTimeout(this.asking);
    this.waiting?.abort();
    this.asked = null;
    document.body.classList.remove('has-cells');
    this.map.off('moveend', this.moved);
    this.map.setMaxZoom(DEEPEST.usual);
    this.group.clearLayers().remove();
    this.legend.remove();
  }

  #wake() {
    this.awake = true;
    document.body.classList.add('has-cells');
    this.map.setMaxZoom(DEEPEST.near);
    this.map.on('moveend', this.moved);
    this.group.addTo(this.map);
    $('legend').after(this.legend);
  }

  #soon() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.#ask(), ASK_MS);
  }

  #path() {
    const box = this.map.getBounds();
    const limit = (v, most) => Math.max(-most, Math.min(most, v)).toFixed(4);
    const bbox = [limit(box.getWest(), 180), limit(box.getSouth(), 90), limit(box.getEast(), 180), limit(box.getNorth(), 90)];
    const kind = this.view.state.indicator.split('.')[1];
    // From afar single plots are dots that nobody can tell apart, however few.
    const most = this.map.getZoom() < NEAR ? 1 : MOST;
    return `plots?bbox=${bbox}&kind=${kind}&year=${this.view.state.period}&limit=${most}`;
  }

  async #ask() {
    const path = this.#path();
    if (path === this.asked) return this.answer && this.#render();
    this.waiting?.abort();
    this.asked = path;
    this.answer = null;
    const waiting = new AbortController();
    this.waiting = waiting;
    this.legend.setAttribute('aria-busy', 'true');
    try {
      const answer = await request(path, lang, waiting.signal);
      if (this.waiting !== waiting || !this.awake) return;
      this.answer = answer;
      this.#render();
    } catch (error) {
      if (this.waiting !== waiting || !this.awake) return;
      this.asked = null;
      this.#failed(error instanceof ApiError ? error : new ApiError('offline'));
    }
  }

  #colours() {
    return this.view.data.classes?.colours ?? ['#cccccc', '#636363'];
  }

  #render() {
    const { answer } = this;
    this.group.clearLayers();
    if (answer.type === 'cells') for (const cell of answer.cells) this.#cell(cell, answer.cell_m);
    else this.#plots(answer);
    this.#words();
  }

  #cell(cell, metres) {
    const [west, south, east, north] = cell.bbox;
    const fillColor = colourOf(classOf(density(cell, metres)), this.#colours());
    const look = { renderer: this.renderer, interactive: false, weight: 0.4, color: '#5b665f', opacity: 0.5, fillColor, fillOpacity: 0.85 };
    this.group.addLayer(L.rectangle([[south, west], [north, east]], look));
  }

  #plots(collection) {
    const fillColor = colourOf(3, this.#colours());
    const look = { renderer: this.renderer, interactive: false, weight: 1, color: '#1d2521', fillColor, fillOpacity: 0.85 };
    this.group.addLayer(L.geoJSON(collection, { interactive: false, style: () => look, pointToLayer: (_, at) => L.circleMarker(at, { ...look, radius: 4 }) }));
  }

  #words() {
    const { answer, view } = this;
    const cells = answer.type === 'cells';
    const { plots, hectares, kilometres, withheld } = inSight(answer);
    const n = plain(plots, lang);
    const size = cells && (kilometres === undefined ? hectares !== undefined && `${amount(hectares, 'ha', lang)} ha` : `${amount(kilometres, 'km', lang)} km`);
    const sum = size ? t('cells.sum', { size, n }) : tn('cells.plots', plots, { n });
    const unit = cells && UNITS[measureOf(answer)];
    const more = [withheld && tn('cells.withheld', withheld, { n: plain(withheld, lang) }), cells && view.synthetic && t('cells.nearer')].filter(Boolean);
    const title = cells ? t('cells.title', { km: plain(answer.cell_m / 1000, lang, 0, 2) }) : t('cells.each');
    this.#fill(
      h('summary', {}, h('span', {}, title), ' ', h('span', { class: 'soft' }, `${cells ? `${unit}, ` : ''}${view.state.period}`)),
      cells && h('ul', {}, BOUNDS.slice(0, -1).map((_, i) => h('li', {}, swatch(colourOf(i, this.#colours())), boundsLabel(BOUNDS, i, unit)))),
      h('p', { class: 'soft', role: 'status', 'data-testid': 'cells-sum', 'data-plots': plots }, [sum, ...more].join(' ')),
    );
  }

  #failed(error) {
    const words = error.kind === 'offline' ? t('failed.offline') : (error.detail ?? t('failed.refused'));
    const again = h('button', { type: 'button', class: 'button', onclick: () => this.#ask() }, t('failed.retry'));
    this.group.clearLayers();
    this.#fill(h('summary', {}, h('span', {}, t('failed.title'))), h('p', { role: 'alert' }, words), h('p', {}, again));
    this.legend.open = true;
  }

  #fill(...content) {
    this.legend.setAttribute('aria-busy', 'false');
    this.legend.replaceChildren(...content.filter(Boolean));
  }
}

function swatch(fill) {
  const picture = svg('svg', { class: 'swatch', width: 22, height: 14, 'aria-hidden': 'true' });
  picture.append(svg('rect', { class: 'swatch-line', x: 1, y: 1, width: 20, height: 12, fill }));
  return picture;
}
