import { $ } from './dom.js';
import { ApiError, ask, url } from './api.js';
import { lang, t, tn, useLanguage } from './i18n.js';
import { addCorner, corner, crossings, editable, fromLink, insertCorner, moveCorner, polygon, readShapes, removeCorner, toLink, Unreadable } from './draw-shape.js';
import { DrawMap } from './draw-map.js';
import { DrawPanel, summary } from './draw-panel.js';
import { megabytes } from './draw-totals.js';

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
 * @property {{name: string, geometry: object}[]} shapes of a region or file, as they are
 * @property {{regionSet: string, code: string}|null} region
 */

/** @type {Drawing} */
const NOTHING = { ring: [], closed: false, chosen: null, shapes: [], region: null };

let tool = null;

/** The one tool of the page. @param {() => void} changed the link is another */
export function drawTool(map, info, changed) {
  tool ??= prepare(map, info, changed);
  tool.catch(() => (tool = null));
  return tool;
}

async function prepare(map, info, changed) {
  const [limits] = await Promise.all([ask('limits', lang), style('../css/draw.css'), useLanguage(lang, 'draw-')]);
  return new DrawTool(map, info, limits, changed);
}

function style(path) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(path, import.meta.url).href;
    link.onload = resolve;
    link.onerror = () => reject(new ApiError('offline'));
    document.head.append(link);
  });
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
    this.map.sleep();
    this.panel.sleep();
    this.changed();
  }

  /** The drawing as it stands in the address; null where there is none or it is too long for one. */
  get link() {
    const { ring, region } = this.drawing;
    if (!this.awake) return null;
    return region ? `${region.regionSet}/${region.code}` : ring && toLink(ring);
  }

  get empty() {
    return !this.drawing.shapes.length && !this.drawing.ring?.length;
  }

  /** @returns {{name: string, geometry: object}[]} what is asked about */
  get shapes() {
    const { ring, shapes } = this.drawing;
    if (!ring) return shapes;
    return ring.length < 3 ? [] : [{ name: '', geometry: polygon(ring) }];
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

  useRegion(regionSet, feature) {
    const { code, name } = feature.properties;
    this.#step({ ...NOTHING, ring: null, shapes: [{ name, geometry: feature.geometry }], region: { regionSet, code } });
    this.map.show();
  }

  /** @param {string} text GeoJSON, or corners @param {string} name of the file */
  useText(text, name) {
    try {
      const { shapes, skipped } = readShapes(text, this.limits);
      const ring = shapes.length === 1 ? editable(shapes[0].geometry) : null;
      if (ring?.length > 2) this.#step({ ...NOTHING, ring, closed: true });
      else this.#step({ ...NOTHING, ring: null, shapes: shapes.map((s) => ({ ...s, name: s.name || (shapes.length === 1 ? name : '') })) });
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
    if (found?.ring) {
      this.#step({ ...NOTHING, ring: found.ring, closed: true });
    } else if (found) {
      const set = await ask(`region-sets/${found.regionSet}`, lang).catch(() => null);
      const feature = set?.features.find((f) => f.properties.code === found.code && f.properties.geometry_kind === 'boundary');
      if (feature) return this.useRegion(found.regionSet, feature);
      this.fault = t('draw.link.noRegion', { region: link });
    }
    this.map.show();
  }

  #add(next) {
    const { ring, closed } = this.drawing;
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
    this.map.render({ ...this.drawing, crossings: this.crossings, which: this.panel.index });
  }

  /** One question at a time: a newer one cancels the one before. What was asked last is not asked twice. */
  async #ask() {
    clearTimeout(this.asking);
    this.asking = null;
    if (!this.awake) return;
    const { region } = this.drawing;
    const { shapes } = this;
    const body = shapes.length ? question(shapes, region) : null;
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
      if (this.waiting === waiting) this.#answered({ answer, shapes, error: null });
    } catch (error) {
      if (this.waiting === waiting) this.#answered({ answer: null, shapes, error: error instanceof ApiError ? error : new ApiError('offline') });
    }
  }

  #answered({ answer, shapes, error }) {
    this.waiting = null;
    this.answer = answer;
    this.answerShapes = shapes;
    this.error = error;
    this.panel.busy(false);
    this.panel.render();
    clearTimeout(this.saying);
    if (answer) this.saying = setTimeout(() => ($('live').textContent = summary(this)), SAY_MS);
  }

  #key(event) {
    const typing = event.target.closest?.('input, textarea, select, .choice');
    if (typing) return;
    const { ring, closed } = this.drawing;
    const open = ring?.length > 0 && !closed;
    if (event.key === 'Escape' && open) this.clear();
    else if (event.key === 'Enter' && open && !event.target.closest('button, a, summary')) this.finish();
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) this.undo();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.removeChosen();
    else return;
    event.preventDefault();
  }
}

function question(shapes, region) {
  if (region) return JSON.stringify({ region: { region_set: region.regionSet, code: region.code } });
  if (shapes.length === 1) return JSON.stringify({ geometry: shapes[0].geometry });
  const features = shapes.map((s) => ({ type: 'Feature', properties: {}, geometry: s.geometry }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

async function post(body, signal) {
  let response;
  try {
    response = await fetch(url('queries'), {
      method: 'POST',
      body,
      signal,
      headers: { 'Content-Type': 'application/json', 'Accept-Language': lang },
    });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError('refused', problem.detail && placed(problem.detail));
}

/** The server tells the place as a path into what was sent (`/features/2/geometry: ...`); here it is a polygon's number. */
function placed(detail) {
  const [, index, words] = /^\/(?:features\/(\d+)\/)?[\w/]+: (.+)$/s.exec(detail) ?? [null, undefined, detail];
  return index === undefined ? words : `${t('draw.polygon', { n: +index + 1 })}: ${words}`;
}
