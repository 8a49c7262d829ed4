/* global L */
import { middle, polygonsOf } from './draw-shape.js';

/**
 * The outline on the map and its handles. It draws what it is given and tells what the hand does; what follows from that
 * is decided elsewhere. The handles are for pointer and finger; regions, files and pasted corners are the way without.
 */

const PANE = 'draw';
/** A side shorter than this (in pixels) has no room for a handle in its middle. */
const ROOM = 56;
/** Nearer than the page's usual deepest zoom: fields are smaller than districts. */
const DEEPEST = 17;

export class DrawMap {
  /**
   * @param {object} map of Leaflet
   * @param {{add: Function, tap: Function, grab: Function, move: Function, drop: Function, insert: Function, remove: Function, finish: Function}} actions
   */
  constructor(map, actions) {
    this.map = map;
    this.actions = actions;
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = 450;
    this.renderer = L.svg({ pane: PANE, padding: 0.5 });
    this.group = L.layerGroup();
    const line = (className) => L.polyline([], { className, renderer: this.renderer, interactive: false, smoothFactor: 0 });
    this.fill = L.polygon([], { className: 'draw-fill', renderer: this.renderer, interactive: false, smoothFactor: 0.5 });
    this.casing = line('draw-casing');
    this.line = line('draw-line');
    this.closing = line('draw-closing');
    this.aroundCasing = line('draw-casing');
    this.around = line('draw-around');
    this.marks = L.layerGroup();
    this.handles = L.layerGroup();
    for (const layer of [this.fill, this.aroundCasing, this.around, this.casing, this.closing, this.line, this.marks, this.handles]) this.group.addLayer(layer);
    this.listeners = {
      click: (e) => this.actions.add(place(e)),
      dblclick: () => this.actions.finish(),
      mousemove: (e) => this.#band(e.latlng),
      mouseout: () => this.#band(null),
      zoomend: () => this.model && this.#handles(),
    };
  }

  wake() {
    if (this.awake) return;
    this.awake = true;
    this.usual = this.map.getMaxZoom();
    this.map.setMaxZoom(DEEPEST);
    this.map.doubleClickZoom.disable();
    this.map.on(this.listeners);
    this.group.addTo(this.map);
  }

  sleep() {
    if (!this.awake) return;
    this.awake = false;
    this.map.off(this.listeners);
    this.group.remove();
    this.map.doubleClickZoom.enable();
    this.map.setMaxZoom(this.usual);
  }

  /**
   * @param {{ring: import('./draw-shape.js').Ring|null, closed: boolean, chosen: number|null, shapes: {geometry: object}[], point: [number, number]|null, outlines: object[], crossings: [number, number][], which: number}} model
   *   `which` of all, the ring first, is looked at; `outlines` are what was made of them: with ground around, or all as one
   */
  render(model) {
    this.model = model;
    const { ring, closed, shapes, which, outlines } = model;
    const one = (all) => (all.length > 1 ? [all[which] ?? all[0]] : all);
    const made = outlines.map((geometry) => ({ geometry }));
    const outline = ring ? ring.map(latLng) : [];
    const rings = (of) => of.flatMap((s) => (s.geometry.type === 'Point' ? [] : polygonsOf(s.geometry))).map((r) => r.map((one) => one.map(latLng)));
    const drawn = closed ? [...outline, outline[0]] : outline;
    const lines = [drawn, ...rings(shapes).flat()].filter((line) => line.length);
    const areas = [...(outline.length > 2 ? [[[outline]]] : []), ...shapes.map((s) => rings([s]))];
    this.fill.setLatLngs(made.length ? rings(one(made)) : one(areas).flat());
    for (const layer of [this.aroundCasing, this.around]) layer.setLatLngs(rings(made).flat());
    this.casing.setLatLngs(lines);
    this.line.setLatLngs(lines);
    this.#band(this.pointer);
    this.marks.clearLayers();
    if (model.point) this.marks.addLayer(L.circleMarker(latLng(model.point), { radius: 6, className: 'draw-place', renderer: this.renderer, interactive: false }));
    for (const [lon, lat] of model.crossings) {
      this.marks.addLayer(L.circleMarker([lat, lon], { radius: 9, className: 'draw-crossing', renderer: this.renderer, interactive: false }));
    }
    if (!this.dragging) this.#handles();
  }

  /** Brings the whole outline into view. */
  show() {
    const bounds = this.line.getBounds().extend(this.around.getBounds());
    // Handles under the legend or the buttons could not be grabbed.
    const legend = document.getElementById('legend').offsetWidth;
    const room = { paddingTopLeft: [Math.max(64, legend + 40), 110], paddingBottomRight: [80, 56] };
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...room, maxZoom: 14, animate: false });
  }

  /** While the outline is open: from the last corner to the pointer, and how it would close. */
  #band(pointer) {
    this.pointer = pointer;
    const { ring, closed } = this.model ?? {};
    if (!ring?.length || closed) return this.closing.setLatLngs([]);
    const last = latLng(ring[ring.length - 1]);
    const ends = pointer && !this.dragging ? [last, pointer] : [last];
    this.closing.setLatLngs(ring.length > 1 ? [...ends, latLng(ring[0])] : ends);
  }

  #handles() {
    const { ring, closed, chosen } = this.model;
    this.handles.clearLayers();
    if (!ring) return;
    const at = (c) => this.map.latLngToLayerPoint(latLng(c));
    if (closed) {
      ring.forEach((c, i) => {
        if (at(c).distanceTo(at(ring[(i + 1) % ring.length])) >= ROOM) this.#middle(i);
      });
    }
    ring.forEach((c, i) => {
      const ends = !closed && ring.length > 2 && i === 0;
      this.#handle(c, i, `${ends ? 'is-first' : ''} ${i === chosen ? 'is-chosen' : ''}`);
    });
  }

  #handle(c, index, state) {
    const marker = this.#marker(c, `draw-handle ${state}`, index === this.model.chosen ? 2000 : 1000);
    marker.on('click', () => this.actions.tap(index));
    marker.on('contextmenu', () => this.actions.remove(index));
    this.#draggable(marker, index, () => this.actions.grab(index));
  }

  #middle(index) {
    const c = middle(this.model.ring, index);
    const marker = this.#marker(c, 'draw-handle is-middle', 0);
    marker.on('click', () => this.actions.insert(index, c));
    this.#draggable(marker, index + 1, () => this.actions.insert(index, c, true));
  }

  /** While a handle is dragged the others stay as they are, and it stays the same element. */
  #draggable(marker, index, grab) {
    marker.on('dragstart', () => {
      this.dragging = true;
      grab();
    });
    marker.on('drag', (e) => this.actions.move(index, place(e)));
    marker.on('dragend', () => {
      this.dragging = false;
      this.actions.drop();
    });
  }

  #marker(c, className, zIndexOffset) {
    const icon = L.divIcon({ className, iconSize: null });
    const marker = L.marker(latLng(c), { icon, draggable: true, keyboard: false, zIndexOffset, autoPan: true });
    this.handles.addLayer(marker);
    return marker;
  }
}

function latLng([lon, lat]) {
  return [lat, lon];
}

function place(event) {
  const { lat, lng } = event.latlng;
  return [lng, lat];
}
