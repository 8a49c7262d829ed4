import { h, svg } from './dom.js';
import { lang, t, wording } from './i18n.js';
import { LOCALES, axisNumber, unitAfter, withUnit } from './format.js';
import { periodLabel } from './period.js';
import { leading, linePoints } from './figures.js';
import { band, path, scale, segments, yearTicks } from './geometry.js';
import { periodInSentence, seriesLabel } from './options.js';

/** Time below the map: every year with figures as a mark, the national total as a thin line above them. */

const LINE = { top: 7, bottom: 27 };
/** About the width of a digit of the scale. */
const DIGIT = 6.5;
const SPANS = 31;
const AXIS = 41;
const LABELS = 60;
const STEP_MS = 900;

const extremes = (points) => [Math.min(...points.map((p) => p.value)), Math.max(...points.map((p) => p.value))];

export class TimeBar {
  /** @param {HTMLElement} element @param {{movePeriod: (id: string, final: boolean) => void}} actions */
  constructor(element, actions) {
    this.actions = actions;
    /** Who asked for no movement takes the steps one by one. */
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.still.addEventListener('change', () => this.view && this.stop());
    this.play = h('button', { type: 'button', class: 'play', onclick: () => this.#toggle() });
    this.picture = svg('svg', { 'aria-hidden': 'true' });
    this.slider = h(
      'div',
      {
        class: 'slider',
        role: 'slider',
        tabindex: '0',
        'data-testid': 'time-slider',
        onkeydown: (e) => this.#key(e),
        onpointerdown: (e) => this.#grab(e),
        onpointermove: (e) => this.dragging && this.#drag(e),
        onpointerup: (e) => this.#release(e),
        onpointercancel: (e) => this.#release(e),
      },
      this.picture,
    );
    element.replaceChildren(this.play, this.slider);
    // The width is kept: asking for it while dragging would make the browser lay out the page in between.
    new ResizeObserver(([entry]) => {
      this.width = entry.contentRect.width;
      if (this.view) this.render(this.view);
    }).observe(this.slider);
  }

  render(view) {
    this.view = view;
    const { state, catalogue } = view;
    this.timeline = catalogue.timeline(state.indicator, state.regionSet, state.measure, state.series);
    this.#words();
    this.#drawing();
    if (this.playing && !this.timeline.stops.some((p) => p.id === state.period)) this.stop();
  }

  stop() {
    clearInterval(this.playing);
    this.playing = null;
    this.#words();
  }

  #words() {
    const { stops } = this.timeline;
    const now = this.#index();
    const [sign, words] = this.playing ? ['❚❚', 'time.pause'] : this.still.matches ? ['▶❙', 'time.step'] : ['▶', 'time.play'];
    if (this.play.textContent !== sign) this.play.textContent = sign;
    this.play.setAttribute('aria-label', t(words));
    this.play.disabled = stops.length < 2;
    const set = (name, value) => this.slider.setAttribute(name, value);
    set('aria-label', t('time.label'));
    set('aria-valuemin', 0);
    set('aria-valuemax', Math.max(0, stops.length - 1));
    set('aria-valuenow', now);
    set('aria-valuetext', this.#valueText());
  }

  #valueText() {
    const { state, total, indicator, series, region, frame } = this.view;
    const value = region ? frame.get(region)?.value : indicator.space_rule === 'sum' ? total?.sum : null;
    const words = [periodInSentence(state.period, lang), seriesLabel(series)];
    if (value !== null && value !== undefined) words.splice(1, 0, withUnit(value, indicator, lang));
    return words.join(', ');
  }

  /** The line and the marks stay while time moves; years, spans and the knob follow it. */
  #drawing() {
    const { width } = this;
    if (!width) return;
    const { stops, spans } = this.timeline;
    const all = [...stops, ...spans];
    const first = Math.min(...all.map((p) => (spans.includes(p) ? p.start : p.middle)));
    const last = Math.max(...all.map((p) => (spans.includes(p) ? p.end : p.middle)));
    this.#ground(first, last);
    const chosen = this.view.state.period;
    const now = all.find((p) => p.id === chosen);
    this.front.replaceChildren(
      ...spans.map((p) => this.#span(p, p.id === chosen)),
      ...this.#labels(first, last, now, width),
      ...(now && stops.includes(now) ? [svg('circle', { class: 'knob', cx: this.x(now.middle), cy: AXIS, r: 7 })] : []),
    );
  }

  #ground(first, last) {
    const { width, view } = this;
    const { data, national: line, state } = view;
    const drawn = [data, line, wording(), width, state.series];
    if (this.drawn?.every((part, i) => part === drawn[i])) return;
    this.drawn = drawn;
    const national = this.#nationalPoints(first, last);
    const ends = national.length > 1 ? band(...extremes(national)) : [];
    const unit = unitAfter(view.indicator, lang);
    // A short unit where there is room for it; else it is in the title of the line.
    const short = width > 600 && unit.length < 4 ? ` ${unit}` : '';
    const words = ends.map((v, i) => axisNumber(v, lang) + (i ? short : ''));
    this.x = scale(first, last, 22 + Math.max(0, ...words.map((w) => w.length * DIGIT)), width - 22);
    this.front = svg('g');
    this.picture.setAttribute('viewBox', `0 0 ${width} 68`);
    this.picture.replaceChildren(
      ...this.#national(national, ends, words),
      svg('line', { class: 'axis', x1: 12, x2: width - 12, y1: AXIS, y2: AXIS }),
      ...this.timeline.stops.map((p) => svg('line', { class: 'mark', x1: this.x(p.middle), x2: this.x(p.middle), y1: AXIS - 4, y2: AXIS + 4 })),
      this.front,
    );
  }

  #span(p, chosen) {
    const x = this.x(p.start);
    const width = Math.max(4, this.x(p.end) - x);
    const choose = (e) => {
      e.stopPropagation();
      this.actions.movePeriod(p.id, true);
    };
    const ground = svg('rect', { x, y: SPANS - 7, width, height: 12, fill: 'transparent' });
    const bar = svg('rect', { class: `span ${chosen ? 'is-now' : ''}`, x, y: SPANS - 1.5, width, height: 3, rx: 1.5 });
    const title = svg('title', {}, periodInSentence(p.id, lang));
    return svg('g', { class: 'span-group', onpointerdown: choose }, title, ground, bar);
  }

  /** Round years as far as there is room, and always the one that is shown. */
  #labels(first, last, now, width) {
    const text = now ? periodLabel(now.id, LOCALES[lang]) : '';
    const half = Math.max(16, text.length * 3.4);
    const at = now ? Math.max(half, Math.min(width - half, this.x(now.middle))) : -100;
    const label = (x, words, className) => svg('text', { class: className, x, y: LABELS, 'text-anchor': 'middle' }, words);
    const years = yearTicks(first, last, Math.floor(width / 56))
      .filter((year) => year + 0.5 >= first && year + 0.5 <= last)
      .map((year) => ({ year, x: this.x(year + 0.5) }))
      .filter((k) => Math.abs(k.x - at) > half + 18)
      .map((k) => label(k.x, k.year, 'tick'));
    const own = now ? [label(at, text, 'tick is-now')] : [];
    return [...years, ...own];
  }

  #nationalPoints(first, last) {
    const { national, state, catalogue } = this.view;
    const within = linePoints(national ?? []).filter((p) => p.figure.status === 'final' && p.x >= first && p.x <= last);
    const points = leading(within, state.series, (series) => catalogue.seriesOf(series).rank);
    return points.some((p) => p.value) ? points : [];
  }

  /** The line, with both ends of its scale: it need not begin at zero, and says so. */
  #national(points, ends, words) {
    if (!ends.length) return [];
    const y = scale(...ends, LINE.bottom, LINE.top);
    const unit = unitAfter(this.view.indicator, lang);
    const title = svg('title', {}, t('time.national', { unit }));
    const grid = ends.map((v, i) => [
      svg('line', { class: 'grid', x1: words[i].length * DIGIT + 6, x2: this.width - 12, y1: y(v), y2: y(v) }),
      svg('text', { class: 'tick', x: 0, y: y(v) + 4 }, words[i]),
    ]);
    const lines = segments(points).map((s) => svg('path', { class: s.points.length > 1 ? 'national' : 'national is-alone', d: path(s.points, this.x, y) }));
    return [svg('g', {}, title, grid, lines)];
  }

  #index() {
    const { stops } = this.timeline;
    const at = stops.findIndex((p) => p.id === this.view.state.period);
    return at >= 0 ? at : Math.max(0, stops.length - 1);
  }

  #move(index, final) {
    const { stops } = this.timeline;
    const next = stops[Math.max(0, Math.min(stops.length - 1, index))];
    if (next && next.id !== this.view.state.period) this.actions.movePeriod(next.id, final);
  }

  #key(event) {
    if (event.key === ' ') {
      event.preventDefault();
      this.#toggle();
      return;
    }
    const now = this.#index();
    const to = {
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      PageUp: now + 5,
      PageDown: now - 5,
      Home: 0,
      End: Infinity,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.stop();
    this.#move(to, false);
  }

  #grab(event) {
    this.stop();
    this.dragging = true;
    this.slider.setPointerCapture(event.pointerId);
    this.#drag(event);
  }

  #drag(event) {
    const at = event.clientX - this.slider.getBoundingClientRect().left;
    const far = (p) => Math.abs(this.x(p.middle) - at);
    const { stops } = this.timeline;
    const nearest = stops.reduce((best, p, i) => (far(p) < far(stops[best]) ? i : best), 0);
    this.#move(nearest, false);
  }

  #release(event) {
    if (!this.dragging) return;
    this.dragging = false;
    this.slider.releasePointerCapture?.(event.pointerId);
  }

  #toggle() {
    if (this.playing) return this.stop();
    const end = this.timeline.stops.length - 1;
    const ended = this.#index() >= end;
    if (this.still.matches) return this.#move(ended ? 0 : this.#index() + 1, false);
    if (ended) this.#move(0, false);
    this.playing = setInterval(() => {
      const next = this.#index() + 1;
      // Before the last step, which is where it comes to rest.
      if (next >= this.timeline.stops.length - 1) this.stop();
      this.#move(next, false);
    }, STEP_MS);
    this.#words();
  }
}
