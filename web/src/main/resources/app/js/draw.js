import { $ } from './dom.js';
import { ApiError, ask } from './api.js';
import { lang, t, tn, useLanguage } from './i18n.js';
import { post, question } from './draw-ask.js';
import { fromLink, toLink } from './draw-link.js';
import { addCorner, corner, crossings, editable, insertCorner, moveCorner, polygon, readShapes, removeCorner, Unreadable } from './draw-shape.js';
import { DrawMap } from './draw-map.js';
import { DrawPanel, summary } from './draw-panel.js';
import { megabytes } from './draw-totals.js';
import { style } from './style.js';

/**
 * The planner's own area: drawn by hand, taken from a region, or read from a file; its totals come while it is drawn.
 * Everything here is fetched when it is first asked for.
 */

/** From a change to the question, so that a drag does not ask for every pixel; longer where the answers take longer. */
const ASK_MS = { least: 90, most: 1500 };
/** From the last answer to its announcement. */
const SAY_MS = 900;

/**
 * @typedef {object} Drawing what there is, never changed in place: that makes undoing simple
 * @property {import('./draw-shape.js').Ring|null} ring the outline that can be edited
 * @property {boolean} closed
 * @property {number|null} chosen the corner that was tapped
 * @property {{name: string, geometry: object}[]} shapes of a file, as they are
 * @property {{regionSet: string, code: string, name: string, geometry: object}[]} picked regions
 * @property {[number, number]|null} point asked about with what lies around it
 * @property {number|null} km so much ground around all of it
 * @property {boolean} union whether several are asked about as one
 */

/** @type {Drawing} */
const NOTHING = { ring: [], closed: false, chosen: null, shapes: [], picked: [], point: null, km: null, union: false };

/** Around a point, until another distance is given. */
const POINT_KM = 5;

let tool = null;

/** The one tool of the page. @param {() => void} changed the link is another */
export function drawTool(map, info, changed) {
  tool ??= prepare(map, info, changed);
  tool.catch(() => (tool = null));
  return tool;
}

async function prepare(map, info, changed) {
  const [limits] = await Promise.all([ask('limits', lang), style('draw.css'), useLanguage(lang, 'draw-')]);
  return new DrawTool(map, info, limits, changed);
}

class DrawTool {
  constructor(map, info, limits, changed) {
    this.info = info;
    this.limits = limits;
    this.changed = changed;
    this.drawing = NOTHING;
    this.past = [];
    this.pace = ASK_MS.least;
    this.map = new DrawMap(map, {
      add: ([lon, lat]) => this.#add(corner(lon, lat)),
      tap: (i) => this.#tap(i),
      grab: () => this.#remember(),
      move: (i, [lon, lat]) => this.#set({ ring: moveCorner(this.drawing.ring, i, corner(lon, lat)), chosen: i }),
      drop: () => this.#set({}),
      insert: (i, c) => this.#step({ ring: insertCorner(this.drawing.ring, i, c), chosen: i + 1 }),
      remove: (i) => this.#removeCorner(i),
      finish: () => this.finish(),
    });
    this.panel = new DrawPanel(this);
    document.addEventListener('keydown', (e) => this.awake && this.#key(e));
  }

  /** @param {string|null} [link] a drawing from an address */
  async open(link) {
    this.awake = true;
    document.body.classList.add('is-drawing');
    $('draw-open').setAttribute('aria-expanded', 'true');
    this.map.wake();
    this.panel.wake();
    if (link && link !== this.link) await this.#restore(link);
    this.#set({});
  }

  /** Leaves the map as it was; the drawing is kept for when the tool is opened again. */
  sleep() {
    if (!this.awake) return;
    this.awake = false;
    document.body.classList.remove('is-drawing');
    $('draw-open').setAttribute('aria-expanded', 'false');
    this.pick(false);
    this.map.sleep();
    this.panel.sleep();
    this.changed();
  }

  /** The drawing as it stands in the address; null where there is none or it is too long for one. */
  get link() {
    return this.awake ? toLink(this.drawing) : null;
  }

  get empty() {
    const { ring, shapes, picked, point } = this.drawing;
    return !shapes.length && !ring?.length && !picked.length && !point;
  }

  /** @returns {{name: string, geometry: object}[]} what is asked about */
  get shapes() {
    const { ring, shapes, picked, point, km } = this.drawing;
    if (point) return km > 0 ? [{ name: '', geometry: { type: 'Point', coordinates: point } }] : [];
    const drawn = ring?.length > 2 ? [{ name: '', geometry: polygon(ring) }] : [];
    return [...drawn, ...shapes, ...picked];
  }

  finish() {
    const { ring, closed } = this.drawing;
    if (closed || !ring || ring.length < 3) return;
    this.#step({ closed: true, chosen: null });
  }

  undo() {
    if (!this.past.length) return;
    this.drawing = this.past.pop();
    this.fault = this.note = null;
    this.#set({});
  }

  clear() {
    if (!this.empty) this.#step(NOTHING);
  }

  removeChosen() {
    if (this.drawing.chosen !== null) this.#removeCorner(this.drawing.chosen);
  }

  /** Adds a region beside what is drawn, or takes it away again. */
  toggleRegion(regionSet, feature) {
    const { code, name } = feature.properties;
    const { picked, shapes, ring } = this.drawing;
    const others = picked.filter((r) => r.code !== code || r.regionSet !== regionSet);
    if (picked.length === others.length && picked.length >= this.#mostRegions()) return this.refuse('tooMany', { n: picked.length + 1, most: this.#mostRegions() });
    const next = picked.length > others.length ? others : [...others, { regionSet, code, name, geometry: feature.geometry }];
    this.#step({ picked: next, point: null, ring: ring ?? (shapes.length ? null : []), chosen: null });
  }

  #mostRegions() {
    return this.limits.query_regions ?? this.limits.query_polygons;
  }

  /** A region of the map that was clicked. @returns {boolean} whether it was meant for this tool */
  picks(code) {
    if (!this.awake) return false;
    const { set, geo } = this.panel.view;
    const feature = geo.features.find((f) => f.properties.code === code && f.properties.geometry_kind === 'boundary');
    if (this.picking && feature) this.toggleRegion(set.id, feature);
    return true;
  }

  /** Whether a click on the map takes a region instead of setting a corner. */
  pick(on) {
    this.picking = on;
    document.body.classList.toggle('is-picking', on);
    this.panel.render();
  }

  /** The one corner there is becomes a place to look around. */
  usePoint(point = this.drawing.ring?.[0]) {
    if (!point) return;
    this.showing = true;
    this.#step({ ...NOTHING, ring: null, point, km: this.drawing.km ?? POINT_KM });
  }

  /** @param {number|null} km of ground around all of it */
  setKm(km) {
    this.fault = null;
    this.#set({ km });
  }

  setUnion(union) {
    this.#step({ union });
  }

  /** @param {string} text GeoJSON, or corners @param {string} name of the file */
  useText(text, name) {
    try {
      const { shapes, skipped } = readShapes(text, this.limits);
      const point = shapes[0].geometry.type === 'Point';
      const ring = shapes.length === 1 && !point ? editable(shapes[0].geometry) : null;
      const { picked } = this.drawing;
      if (point) this.usePoint(corner(...shapes[0].geometry.coordinates));
      else if (ring?.length > 2) this.#step({ ...NOTHING, ring, closed: true, picked });
      else this.#step({ ...NOTHING, ring: null, shapes: shapes.map((s) => ({ ...s, name: s.name || (shapes.length === 1 ? name : '') })), picked });
      this.map.show();
      this.note = skipped ? tn('draw.skipped', skipped) : null;
      this.panel.render();
      return true;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.refuse(error.key, error.params);
      return false;
    }
  }

  /** What could not be read, in words; the drawing stays as it was. */
  refuse(key, params) {
    this.fault = t(`draw.read.${key}`, params);
    this.panel.render();
  }

  /** Asks again: the present drawing, at once. */
  retry() {
    this.asked = null;
    this.#ask();
  }

  async #restore(link) {
    const found = fromLink(link);
    this.fault = found ? null : t('draw.link.unreadable');
    if (!found) return;
    const { ring, point, regions, km, union } = found;
    this.showing = km > 0 || Boolean(point);
    if (regions) {
      const picked = await Promise.all(regions.map(knownRegion));
      const missing = regions.filter((_, i) => !picked[i]).map((r) => `${r.regionSet}/${r.code}`);
      this.#step({ ...NOTHING, ...(ring && { ring, closed: true }), picked: picked.filter(Boolean), km, union });
      if (missing.length) this.fault = t('draw.link.noRegion', { region: missing.join(', ') });
    } else if (point) this.#step({ ...NOTHING, ring: null, point, km: km ?? POINT_KM });
    else this.#step({ ...NOTHING, ring, closed: true, km });
    this.map.show();
  }

  #add(next) {
    const { ring, closed } = this.drawing;
    if (this.picking) return;
    if (ring && !closed) this.#step({ ring: addCorner(ring, next), chosen: null });
    else if (this.drawing.chosen !== null) this.#set({ chosen: null });
  }

  /** A tap on the first corner closes, and so does one on the last: the second half of a double click. */
  #tap(index) {
    const { ring, closed, chosen } = this.drawing;
    const ends = index === 0 || index === ring.length - 1;
    if (!closed && ends && ring.length > 2) this.finish();
    else if (!(!closed && ends)) this.#set({ chosen: chosen === index ? null : index });
  }

  #removeCorner(index) {
    const { ring, closed } = this.drawing;
    if (closed && ring.length < 4) {
      this.panel.hint(t('draw.hint.three'));
      return;
    }
    this.#step({ ring: removeCorner(ring, index), chosen: null });
  }

  #remember() {
    this.past.push(this.drawing);
    if (this.past.length > 200) this.past.shift();
  }

  #step(change) {
    this.#remember();
    this.fault = this.note = null;
    this.#set(change);
  }

  #set(change) {
    this.drawing = { ...this.drawing, ...change };
    const { ring } = this.drawing;
    this.crossings = ring && ring.length > 3 ? crossings(ring) : [];
    this.draw();
    this.asking ??= setTimeout(() => this.#ask(), this.pace);
    this.panel.render();
    this.changed();
  }

  /** Also asked for when another of several polygons is looked at. */
  draw() {
    const { picked, shapes, km, union } = this.drawing;
    const made = km > 0 || (union && this.shapes.length > 1);
    const outlines = made ? (this.answer?.queries ?? []).map((q) => q.geometry).filter(Boolean) : [];
    this.map.render({ ...this.drawing, shapes: [...shapes, ...picked], crossings: this.crossings, which: this.panel.index, outlines });
  }

  /** One question at a time: a newer one cancels the one before. What was asked last is not asked twice. */
  async #ask() {
    clearTimeout(this.asking);
    this.asking = null;
    if (!this.awake) return;
    const { shapes, drawing } = this;
    const body = shapes.length ? question(shapes, drawing) : null;
    if (body === this.asked) return;
    this.waiting?.abort();
    this.waiting = null;
    this.asked = body;
    if (!body) {
      this.#answered({ answer: null, shapes: [], error: null });
      return;
    }
    if (body.length > this.limits.query_bytes) {
      this.#answered({ answer: null, shapes, error: new ApiError('refused', t('draw.read.tooBig', { most: megabytes(this.limits.query_bytes) })) });
      return;
    }
    const waiting = new AbortController();
    this.waiting = waiting;
    this.panel.busy(true);
    const since = performance.now();
    try {
      const answer = await post(body, waiting.signal);
      this.pace = Math.max(ASK_MS.least, Math.min(ASK_MS.most, performance.now() - since));
      if (this.waiting === waiting) this.#answered({ answer, shapes, error: null, drawing });
    } catch (error) {
      if (this.waiting === waiting) this.#answered({ answer: null, shapes, error: error instanceof ApiError ? error : new ApiError('offline') });
    }
  }

  #answered({ answer, shapes, error, drawing = this.drawing }) {
    this.waiting = null;
    this.answer = answer;
    this.answerShapes = shapes;
    this.answerTo = { asked: shapes, drawing };
    this.error = error;
    this.panel.busy(false);
    this.draw();
    if (this.showing && answer) this.map.show();
    this.showing = false;
    this.panel.render();
    clearTimeout(this.saying);
    if (answer) this.saying = setTimeout(() => ($('live').textContent = summary(this)), SAY_MS);
  }

  #key(event) {
    const typing = event.target.closest?.('input, textarea, select, .choice');
    if (typing) return;
    const { ring, closed } = this.drawing;
    const open = ring?.length > 0 && !closed;
    if (event.key === 'Escape' && open) this.#step({ ring: [], chosen: null });
    else if (event.key === 'Enter' && open && !event.target.closest('button, a, summary')) this.finish();
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) this.undo();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.removeChosen();
    else return;
    event.preventDefault();
  }
}

/** A region of a link with its outline; null where there is none. */
async function knownRegion({ regionSet, code }) {
  const set = await ask(`region-sets/${encodeURIComponent(regionSet)}`, lang).catch(() => null);
  const feature = set?.features.find((f) => f.properties.code === code && f.properties.geometry_kind === 'boundary');
  return feature ? { regionSet, code, name: feature.properties.name, geometry: feature.geometry } : null;
}
