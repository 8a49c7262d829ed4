/* global L */
import { interiorPoint, radius } from './geometry.js';
import { shortCard, showCardAt, hideCard } from './card.js';

/**
 * The map: no tiles, only regions. Everything it shows is in the list as well, which is the way for keyboard and
 * screen reader, since Leaflet's shapes cannot take the focus.
 */

/** Fills of the states that have no class colour; the patterns stand in index.html. */
export const STATE_FILL = {
  zero: 'url(#fill-zero)',
  not_monitored: 'url(#fill-not-monitored)',
  missing: 'url(#fill-missing)',
  withheld: 'url(#fill-withheld)',
};
const NEUTRAL = 'url(#fill-neutral)';

export class RegionMap {
  /** @param {HTMLElement} element @param {{choose: (code: string) => void, hover: (code: string|null) => void}} actions */
  constructor(element, actions, words) {
    this.element = element;
    this.actions = actions;
    element.replaceChildren();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = L.map(element, {
      renderer: L.svg({ padding: 0.5 }),
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.1,
      minZoom: 4,
      maxZoom: 12,
      keyboard: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
    });
    this.zoom = L.control.zoom({ position: 'topleft', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut });
    this.zoom.addTo(this.map);
    // Once somebody has moved the map, a change of the window's size no longer moves it back.
    this.map.on('movestart', () => (this.moved ||= !this.fitting));
    this.map.getPanes().mapPane.setAttribute('aria-hidden', 'true');
    this.layers = new Map();
    this.narrow = element.clientWidth < 600;
    this.map.setView([-9.2, -75], 5);
    new ResizeObserver(() => this.#resized()).observe(element);
  }

  /** Draws the shapes of a region set; asked only when the set or the way of showing changes. */
  draw(view) {
    const shapes = `${view.set.id} ${view.indicator.display}`;
    if (shapes === this.shapes) return;
    this.shapes = shapes;
    this.group?.remove();
    this.layers.clear();
    this.points = view.geo.features.some((f) => f.properties.geometry_kind === 'reference_point');
    this.group = L.featureGroup().addTo(this.map);
    if (view.outline) this.#background(view.outline);
    const circles = view.indicator.display === 'symbol';
    // Hundreds of outlines side by side would leave more outline than region.
    this.thin = view.geo.features.length > 300 ? 0.3 : 0.75;
    for (const feature of view.geo.features) this.#feature(feature, circles);
    // Circles last: they may reach into a neighbour, which must not cover them.
    for (const { circle } of this.layers.values()) circle?.addTo(this.group);
    const own = [...this.layers.values()].filter((l) => l.shape).map((l) => l.shape);
    const shown = own.length ? L.featureGroup(own) : this.group;
    this.bounds = shown.getLayers().length ? shown.getBounds() : null;
    this.#fit();
  }

  /** The next places are others, though their names be the same. */
  forget() {
    this.shapes = null;
  }

  /** Colours what is drawn after a frame; touches only the shapes that change. */
  paint(view) {
    this.view = view;
    this.largest = view.data.largest(view.state.period);
    this.draw(view);
    for (const [code, layer] of this.layers) this.#style(code, layer);
    this.#front(view.state.region);
  }

  hover(code) {
    const before = this.hovered;
    if (before === code) return;
    this.hovered = code;
    for (const c of [before, code]) if (this.layers.has(c)) this.#style(c, this.layers.get(c));
    this.#front(code);
    this.#front(this.view?.state.region);
  }

  #background(outline) {
    const style = { className: 'shape-background', weight: 0.75, fillColor: NEUTRAL, fillOpacity: 1, interactive: false };
    L.geoJSON(outline, { style: () => style, interactive: false }).addTo(this.group);
  }

  #feature(feature, circles) {
    const { code, geometry_kind: kind } = feature.properties;
    if (!feature.geometry) return;
    const layer = { code, styled: '' };
    if (kind === 'boundary') {
      layer.shape = L.GeoJSON.geometryToLayer(feature);
      layer.shape.setStyle({ fillOpacity: 1, weight: 0.75, smoothFactor: 0.6 });
      this.#listen(layer.shape, code);
    }
    if (circles || kind === 'reference_point') {
      const [lon, lat] = interiorPoint(feature.geometry);
      layer.circle = L.circleMarker([lat, lon], { radius: 0, fillOpacity: 0.92, weight: 1 });
      this.#listen(layer.circle, code);
    }
    layer.shape?.addTo(this.group);
    this.layers.set(code, layer);
  }

  #listen(shape, code) {
    shape.on('click', () => this.actions.choose(code));
    shape.on('mouseover', () => this.actions.hover(code));
    shape.on('mousemove', (e) => {
      const row = this.view.frame.get(code);
      if (row) showCardAt(e.originalEvent.clientX, e.originalEvent.clientY, shortCard(row, this.view));
    });
    shape.on('mouseout', () => {
      this.actions.hover(null);
      hideCard();
    });
  }

  #style(code, layer) {
    const { view } = this;
    const row = view.frame.get(code);
    if (!row) return;
    const chosen = code === view.state.region;
    const hovered = code === this.hovered;
    const size = layer.circle ? radius(row.value, this.largest, this.#maxRadius()) : 0;
    const wanted = `${row.state} ${row.class} ${size} ${chosen} ${hovered}`;
    if (wanted === layer.styled) return;
    layer.styled = wanted;
    const colour = view.data.classes?.colours[row.class];
    const fill = colour ?? STATE_FILL[row.state] ?? NEUTRAL;
    const neutral = layer.circle && row.value !== null;
    const weight = chosen ? 2 : hovered ? 1.5 : this.thin;
    const line = chosen ? 'is-chosen' : hovered ? 'is-hovered' : row.state === 'zero' ? 'is-zero' : 'is-plain';
    if (layer.shape) restyle(layer.shape, { fillColor: neutral ? NEUTRAL : fill, weight }, line);
    if (!layer.circle) return;
    const empty = row.value === null || row.state === 'zero';
    // A point without a value keeps a small mark, else nobody could see that there is such a zone.
    const mark = size || (layer.shape ? 0 : 4);
    const rim = !mark ? 'is-absent' : chosen ? 'is-chosen' : 'is-circle';
    layer.circle.setRadius(mark);
    restyle(layer.circle, { fillColor: empty ? (STATE_FILL[row.state] ?? NEUTRAL) : fill, weight: chosen ? 2 : 1 }, rim);
  }

  #front(code) {
    const layer = this.layers.get(code);
    if (!layer) return;
    // A lifted region would cover its neighbours' circles, so circles follow it up.
    layer.shape?.bringToFront();
    if (layer.shape && layer.circle) for (const other of this.layers.values()) other.circle?.bringToFront();
    layer.circle?.bringToFront();
  }

  #maxRadius() {
    return this.narrow ? 20 : 34;
  }

  #resized() {
    this.map.invalidateSize({ pan: false });
    for (const layer of this.layers.values()) layer.styled = '';
    this.narrow = this.element.clientWidth < 600;
    if (!this.moved) this.#fit();
    if (this.view) this.paint(this.view);
  }

  #fit() {
    if (!this.bounds?.isValid()) return;
    this.fitting = true;
    // Where there is room the buttons at the top cover nothing.
    const [side, top] = this.narrow ? [8, 8] : [24, 68];
    this.map.fitBounds(this.bounds, { paddingTopLeft: [side, top], paddingBottomRight: [side, Math.min(top, 16)], animate: false });
    this.fitting = false;
    this.moved = false;
  }
}

function restyle(layer, style, line) {
  layer.setStyle(style);
  const parts = layer.getLayers?.() ?? [layer];
  for (const part of parts) part.getElement()?.setAttribute('class', `leaflet-interactive ${line}`);
}
