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
/** Pixels by which an outline may stray. */
const SMOOTH = 0.6;
/**
 * Pictures one over another, that one may change and the others need not be painted anew: regions that look alike at all
 * times; those that time changes; outlines of the chosen one and of the one pointed at; circles, which may reach into a
 * neighbour and must not be covered by it. Leaflet's style gives its own picture, that of the second, 200.
 */
const PANES = { still: 100, lifted: 300, circles: 400 };
const OUTLINES = { hovered: 1.5, chosen: 2 };
const NOWHERE = [];

export class RegionMap {
  /** @param {HTMLElement} element @param {{choose: (code: string) => void, hover: (code: string|null) => void}} actions */
  constructor(element, actions, words) {
    this.element = element;
    this.actions = actions;
    element.replaceChildren();
    // After a change of scale Leaflet leaves a picture between two pixels, and the browser blurs it.
    const { _reset: reset } = L.Renderer.prototype;
    L.Renderer.include({
      _reset() {
        reset.call(this);
        L.DomUtil.setPosition(this._container, this._bounds.min);
      },
    });
    // Moving the map has Leaflet write every path again, though only those at its edge are others.
    const Picture = L.SVG.extend({ _setPath: ({ _path: path }, d) => write(path, 'd', d) });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = L.map(element, {
      renderer: new Picture({ padding: 0.5 }),
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
    const { mapPane, overlayPane } = this.map.getPanes();
    mapPane.setAttribute('aria-hidden', 'true');
    this.pictures = {};
    for (const [name, height] of Object.entries(PANES)) {
      this.map.createPane(name, overlayPane).style.zIndex = height;
      this.pictures[name] = new Picture({ pane: name, padding: 0.5 });
    }
    this.layers = new Map();
    this.outlines = {};
    this.narrow = element.clientWidth < 600;
    this.map.setView([-9.2, -75], 5);
    new ResizeObserver(() => this.#resized()).observe(element);
  }

  /** Draws the shapes of a region set; asked only when the set or the way of showing changes. */
  draw(view) {
    const shapes = `${view.set.id} ${view.indicator.display}`;
    if (shapes === this.shapes) return this.#sort(view);
    this.shapes = shapes;
    this.data = view.data;
    this.group?.remove();
    for (const outline of Object.values(this.outlines)) outline.remove();
    this.outlines = {};
    this.layers.clear();
    this.points = view.geo.features.some((f) => f.properties.geometry_kind === 'reference_point');
    this.group = L.featureGroup().addTo(this.map);
    this.#listen(this.group);
    if (view.outline) this.#background(view.outline);
    const circles = view.indicator.display === 'symbol';
    // Hundreds of outlines side by side would leave more outline than region.
    this.thin = view.geo.features.length > 300 ? 0.3 : 0.75;
    for (const feature of view.geo.features) this.#feature(feature, circles);
    const own = [...this.layers.values()].filter((l) => l.shape).map((l) => l.shape);
    const shown = own.length ? L.featureGroup(own) : this.group;
    this.bounds = shown.getLayers().length ? shown.getBounds() : null;
    this.#fit();
  }

  /** With other figures other regions change with time. */
  #sort(view) {
    if (view.data === this.data) return;
    this.data = view.data;
    for (const [code, layer] of this.layers) {
      if (!layer.shape || layer.still === this.#still(code)) continue;
      layer.still = !layer.still;
      layer.styled = '';
      this.group.removeLayer(layer.shape);
      this.group.addLayer(layer.shape.setStyle({ renderer: this.#picture(layer.still) }));
    }
  }

  #still(code) {
    return !this.data.byRegion.get(code)?.some((figure) => figure.value);
  }

  #picture(still) {
    return still ? this.pictures.still : undefined;
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
    this.#lift('chosen', view.state.region);
    this.#lift('hovered', this.hovered);
  }

  hover(code) {
    if (code === this.hovered) return;
    this.hovered = code;
    if (this.view) this.#lift('hovered', code);
  }

  /** Draws the outline of a region over all others. */
  #lift(how, code) {
    const layer = this.layers.get(how === 'hovered' && code === this.view.state.region ? null : code);
    layer?.circle?.bringToFront();
    const place = layer?.shape?.getLatLngs?.() ?? NOWHERE;
    const outline = this.outlines[how];
    if ((outline?.place ?? NOWHERE) === place) return;
    const look = { className: `is-${how}`, weight: OUTLINES[how], fill: false, interactive: false, smoothFactor: SMOOTH, renderer: this.pictures.lifted };
    this.outlines[how] ??= L.polygon(NOWHERE, look).addTo(this.map);
    this.outlines[how].setLatLngs(place).place = place;
    this.outlines.chosen?.bringToFront();
  }

  #background(outline) {
    const style = { className: 'shape-background', weight: 0.75, fillColor: NEUTRAL, fillOpacity: 1, renderer: this.pictures.still };
    L.geoJSON(outline, { style: () => style, interactive: false }).addTo(this.group);
  }

  #feature(feature, circles) {
    const { code, geometry_kind: kind } = feature.properties;
    if (!feature.geometry) return;
    const layer = { code, styled: '' };
    this.layers.set(code, layer);
    if (kind === 'boundary') {
      layer.still = this.#still(code);
      layer.shape = L.GeoJSON.geometryToLayer(feature);
      layer.shape.setStyle({ code, fillOpacity: 1, weight: this.thin, smoothFactor: SMOOTH, renderer: this.#picture(layer.still) });
      this.group.addLayer(layer.shape);
    }
    if (circles || kind === 'reference_point') {
      const [lon, lat] = interiorPoint(feature.geometry);
      layer.circle = L.circleMarker([lat, lon], { code, radius: 0, fillOpacity: 0.92, weight: 1, renderer: this.pictures.circles });
      this.group.addLayer(layer.circle);
    }
  }

  #listen(group) {
    const codeOf = (e) => e.propagatedFrom.options.code;
    group.on('click', (e) => this.actions.choose(codeOf(e)));
    group.on('mouseover', (e) => this.actions.hover(codeOf(e)));
    group.on('mousemove', (e) => {
      const row = this.view.frame.get(codeOf(e));
      if (row) showCardAt(e.originalEvent.clientX, e.originalEvent.clientY, shortCard(row, this.view));
    });
    group.on('mouseout', () => {
      this.actions.hover(null);
      hideCard();
    });
  }

  #style(code, layer) {
    const { view } = this;
    const row = view.frame.get(code);
    if (!row) return;
    const chosen = code === view.state.region;
    const size = layer.circle ? radius(row.value, this.largest, this.#maxRadius()) : 0;
    const wanted = `${row.state} ${row.class} ${size} ${chosen}`;
    if (wanted === layer.styled) return;
    layer.styled = wanted;
    const colour = view.data.classes?.colours[row.class];
    const fill = colour ?? STATE_FILL[row.state] ?? NEUTRAL;
    const neutral = layer.circle && row.value !== null;
    if (layer.shape) restyle(layer.shape, { fillColor: neutral ? NEUTRAL : fill, weight: this.thin }, row.state === 'zero' ? 'is-zero' : 'is-plain');
    if (!layer.circle) return;
    const empty = row.value === null || row.state === 'zero';
    // A point without a value keeps a small mark, else nobody could see that there is such a zone.
    const mark = size || (layer.shape ? 0 : 4);
    const rim = !mark ? 'is-absent' : chosen ? 'is-chosen' : 'is-circle';
    layer.circle.setRadius(mark);
    restyle(layer.circle, { fillColor: empty ? (STATE_FILL[row.state] ?? NEUTRAL) : fill, weight: chosen ? 2 : 1 }, rim);
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
    // Where there is room the buttons cover nothing: at the top, or at the side where the style stacks them.
    const stacked = matchMedia('(max-width: 820px)').matches;
    const [side, top] = this.narrow ? [8, 8] : stacked ? [64, 8] : [24, 68];
    this.map.fitBounds(this.bounds, { paddingTopLeft: [side, top], paddingBottomRight: [side, Math.min(top, 16)], animate: false });
    this.fitting = false;
    this.moved = false;
  }
}

/** Leaflet would write all that a path can have; where the line stays as wide it is the fill and the class that change. */
function restyle(layer, { fillColor, weight }, line) {
  for (const part of layer.getLayers?.() ?? [layer]) {
    const element = part.getElement();
    if (element && part.options.weight === weight) {
      part.options.fillColor = fillColor;
      write(element, 'fill', fillColor);
    } else part.setStyle({ fillColor, weight });
    if (element) write(element, 'class', `leaflet-interactive ${line}`);
  }
}

function write(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
