import { $, arrange } from './dom.js';
import { ApiError, ask, data, figuresPath, places } from './api.js';
import { Ground } from './ground.js';
import { lang, t, useLanguage, wording } from './i18n.js';
import { Catalogue } from './catalogue.js';
import { Figures, nationalTotals } from './figures.js';
import { figuresOf } from './values.js';
import { choose, fromSearch, LANGUAGES, resolve, spoken, toSearch } from './state.js';
import { Sentence } from './sentence.js';
import { RegionMap } from './map.js';
import { renderLegend, startLegend } from './legend.js';
import { TimeBar } from './timebar.js';
import { focusStory, overview } from './story.js';
import { announce, renderFailure, renderMapNote, renderNotice, renderWords } from './notes.js';
import { hideCard } from './card.js';
import { leaflet } from './style.js';
import { viewOf } from './view.js';

/** The panels, by the names of their buttons. All but the downloads have a part of the address of the same name. */
const PANELS = ['draw', 'data', 'compare', 'mine', 'download'];
const LINKED = [...PANELS.slice(0, 4), 'explain', 'help'];

/** Ties the parts together: a choice becomes a state, a state an address and a view, a view the page. */
class App {
  constructor() {
    this.openParts = new Map();
    /** The panels that were opened, by name; the one that stands in the story's place; the one that the address asks for. */
    this.panels = {};
    this.coming = {};
    this.panel = null;
    this.wished = null;
    this.opening = null;
    if (!location.search) Ground.returnToMine();
    this.ground = new Ground();
    this.wanted = fromSearch(location.search);
    this.actions = {
      choose: (choice) => this.#choose(choice),
      chooseRegion: (code, lead) => this.#chooseRegion(code, lead),
      showFigure: ({ measure, period, series }) => this.#choose({ measure, period, series }),
      movePeriod: (id, push) => this.#movePeriod(id, push),
      hover: (code) => this.#hover(code),
      openPack: (pack) => this.#openPack(pack),
      figures: (asked, regions) => this.#figures(asked, regions),
      again: () => this.#story(this.view),
      open: (name, link) => this.#open(name, link),
      isOpen: (key, otherwise = false) => this.openParts.get(key) ?? otherwise,
      setOpen: (key, open) => this.openParts.set(key, open),
    };
    window.addEventListener('popstate', () => {
      const { pack = null, release = null } = fromSearch(location.search);
      // What the page rests on is read once.
      if (pack !== this.ground.link || release !== this.ground.release) location.reload();
      else this.#fromAddress();
    });
    for (const code of LANGUAGES) $(`lang-${code}`).addEventListener('click', () => this.#language(code));
    for (const name of PANELS) $(`${name}-open`).addEventListener('click', () => this.#open(name));
    document.addEventListener('explain', ({ detail }) => this.#explain(detail));
    // Links into the help open it here; without script they lead to its page.
    document.addEventListener('click', (e) => {
      const link = e.target.closest('a[data-help]');
      if (!link || !this.view || e.ctrlKey || e.metaKey) return;
      e.preventDefault();
      this.#open('help', link.dataset.help);
    });
    startLegend($('legend'));
  }

  async start() {
    this.#busy(true);
    // Waited for where the map is drawn.
    leaflet().catch(() => {});
    try {
      await this.ground.use(this.wanted);
      const [indicators, sets, info] = await Promise.all([
        ...['indicators', 'region-sets', 'info'].map((name) => data(name, this.wanted.lang)),
        useLanguage(spoken(this.wanted.lang) ? this.wanted.lang : 'es'),
      ]);
      if (info.plots) {
        const [{ PlotTheme }] = await Promise.all([import('./plot-theme.js'), useLanguage(lang, 'plots-')]);
        this.plots = new PlotTheme(info);
      }
      this.catalogue = new Catalogue(this.plots?.extend(indicators, sets) ?? indicators, sets);
      this.info = info;
      $('synthetic').hidden = !info.synthetic;
      $('draw-open').hidden = !info.plots;
      if (!this.catalogue.indicators.some((i) => i.availability.length)) {
        this.empty ??= new (await import('./empty.js')).EmptyPage(this.catalogue);
      }
      await this.#fromAddress();
      this.drops ??= import('./dropped.js').then((m) => m.takeDrops(this.actions), () => {});
    } catch (error) {
      this.#failed(error, () => this.start());
    }
  }

  /** A pack that was opened takes the place of the server: the page begins anew with it. */
  #openPack(pack) {
    for (const panel of Object.values(this.panels)) panel.sleep?.();
    this.plots?.leave();
    clearTimeout(this.writing);
    this.ground.hold(pack);
    history.pushState(null, '', this.ground.search(lang));
    this.wanted = fromSearch(location.search);
    this.view = this.panel = this.state = this.plots = this.writing = this.opening = null;
    // They tell of what was shown before.
    this.panels = {};
    this.coming = {};
    this.map?.forget();
    return this.start();
  }

  async #fromAddress() {
    const wanted = fromSearch(location.search);
    if (this.empty) return this.empty.show(wanted);
    const { state, unknown } = resolve(wanted, this.catalogue);
    await useLanguage(state.words ?? state.lang);
    this.opening = null;
    if (wanted.draw && !this.info.plots) unknown.push({ parameter: 'draw', given: wanted.draw });
    const name = LINKED.find((n) => wanted[n] && wanted[n] !== this.panels[n]?.link && (n !== 'draw' || this.info.plots));
    this.wished = name ? { name, link: wanted[name] } : null;
    // Going back to before a panel was opened closes it.
    if (LINKED.includes(this.panel?.name) && this.panel.link && !wanted[this.panel.name]) this.panel = null;
    await this.#apply(state, { unknown });
  }

  async #language(code) {
    if (this.empty) return this.empty.show({ lang: code });
    await useLanguage(code);
    if (wording() === code) await this.#apply({ ...this.state, ...spoken(code) }, { push: true });
  }

  #choose(choice) {
    return this.#apply(choose(this.state, choice, this.catalogue), { push: true });
  }

  /** @param {boolean} lead whether the reader is to be led to the region's name (choice from the list) */
  async #chooseRegion(code, lead = false) {
    this.panel = this.opening = null;
    await this.#apply({ ...this.state, region: code }, { push: true });
    if (lead) focusStory();
    else $('story').scrollTop = 0;
  }

  /** A year that only another series covers changes the series with it. */
  #movePeriod(period, push) {
    const { indicator, regionSet, measure, series } = this.state;
    const next = this.catalogue.seriesForPeriod(indicator, regionSet, measure, period, series);
    this.moving = true;
    this.#apply({ ...this.state, period, series: next }, { push });
    this.moving = false;
  }

  #hover(code) {
    this.map?.hover(code);
  }

  /**
   * Shows a state. What is at hand is shown at once, without a turn of the event loop: that is what makes dragging
   * one movement. Only what has never been asked for is waited for.
   */
  async #apply(state, { push = false, unknown = [] } = {}) {
    const before = this.state;
    this.state = state;
    this.#address(state, push);
    if (this.#atHand(state) && (this.regionStory || !state.region)) {
      this.loading = null;
      this.#show(viewOf(this, this.view.data, this.view.geo, this.view.outline), before, unknown);
    } else await this.#load(before, unknown);
  }

  /** A choice is a step to go back to; a drag is not, and is written down where it comes to rest. */
  #address(state, push) {
    const write = () => {
      clearTimeout(this.writing);
      this.writing = null;
      history.replaceState(null, '', this.unwritten);
    };
    const parts = Object.fromEntries(LINKED.map((n) => [n, this.wished?.name === n ? this.wished.link : this.panels[n]?.link]));
    const search = toSearch({ ...state, ...parts, pack: this.ground.link, release: this.ground.release });
    if (push) {
      if (this.writing) write();
      if (search !== location.search) history.pushState(null, '', search);
      return;
    }
    this.unwritten = search;
    clearTimeout(this.writing);
    this.writing = setTimeout(write, this.view ? 150 : 0);
  }

  async #load(before, unknown) {
    const { state } = this;
    this.#busy(true);
    this.loading = state;
    try {
      const set = this.catalogue.regionSet(state.regionSet);
      // Zones lie somewhere in the country, and without it nobody would see where.
      const needsOutline = (set.kind === 'zone' || !set.with_boundary) && this.catalogue.regionSet('departments')?.with_boundary;
      const [geo, values, outline] = await Promise.all([
        places(set.places, state.lang),
        this.#values(set.id),
        needsOutline ? places(this.catalogue.regionSet('departments').places, state.lang) : null,
        state.region || set.regions === 1 ? this.#needRegionStory() : null,
        leaflet(),
      ]);
      const regions = geo.features.map((f) => f.properties);
      const answer = await this.#figures(state, regions);
      if (this.loading !== state) return;
      this.values = values;
      const found = new Figures(answer, regions, this.catalogue.indicator(state.indicator).absent);
      // The sum of a part is not the nation's.
      this.national = set.all_regions ? null : nationalTotals(answer.totals, (id) => this.catalogue.seriesOf(id).status);
      this.targets = null;
      this.#show(viewOf(this, found, geo, outline), before, unknown);
    } catch (error) {
      if (this.loading === state) this.#failed(error, () => this.#load(before, unknown));
    }
  }

  /** Figures of an indicator in all series and periods, whatever they are made from. */
  async #figures({ indicator, regionSet, measure }, regions) {
    if (!this.plots?.isOwn(indicator)) return figuresOf(await this.#values(regionSet), indicator, measure, regions);
    return this.plots.figures(await ask(figuresPath({ indicator, regionSet, measure }), this.state.lang), indicator);
  }

  #values(regionSet) {
    return data(`values/${regionSet}`, this.state.lang);
  }

  /** The story of a region comes with the first region that is chosen. */
  async #needRegionStory() {
    this.regionStory ??= (await import('./region.js')).regionStory;
  }

  /** Whether the figures at hand already hold this state: only period, series, region or language differ. */
  #atHand(state) {
    return this.view && ['indicator', 'regionSet', 'measure'].every((k) => this.view.state[k] === state[k]);
  }

  #show(view, before, unknown = []) {
    const { state } = view;
    if (state.region && !view.frame.has(state.region)) {
      unknown = [...unknown, { parameter: 'region', given: state.region }];
      this.state = { ...state, region: null };
      this.#address(this.state, false);
      view = { ...view, state: this.state };
    }
    this.view = view;
    renderWords(view);
    this.sentence ??= new Sentence($('sentence'), this.actions.choose);
    this.timeBar ??= new TimeBar($('time'), this.actions);
    this.map ??= new RegionMap($('map'), { choose: (c) => this.panel?.picks?.(c) || this.#chooseRegion(c), hover: this.actions.hover }, { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') });
    this.sentence.render(view);
    this.map.paint(view);
    renderLegend($('legend'), view);
    this.timeBar.render(view);
    this.#story(view);
    renderMapNote(view);
    this.plots?.tools(view, this.map.map, this.actions);
    renderNotice(unknown, !before);
    if (before && !this.timeBar.playing) announce(view, before);
    this.#busy(false);
    this.#later(view);
  }

  #content(view) {
    for (const panel of Object.values(this.panels)) if (panel !== this.panel) panel.sleep?.();
    if (this.panel) return this.panel.nodes(view, () => this.#closePanel());
    return view.region && this.regionStory ? this.regionStory(view, this.actions) : overview(view, this.actions);
  }

  #story(view) {
    const place = $('story');
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const content = this.#content(view);
    hideCard();
    arrange(place, content);
    const name = this.panel?.name ?? '';
    if (document.documentElement.dataset.panel !== name) {
      document.documentElement.dataset.panel = name;
      for (const other of PANELS.slice(1)) $(`${other}-open`).setAttribute('aria-expanded', String(other === name));
    }
    if (focused) place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** What the first look does not need: the national line, targets for the chart, the particulars of a region. */
  async #later(view) {
    if (this.wished && !this.opening) this.#open(this.wished.name, this.wished.link);
    this.ground.tell(view.data.release, this.info.released);
    const { state, catalogue, set } = view;
    const { indicator, measure } = state;
    const figures = async (regionSet, wantedMeasure) => {
      if (!catalogue.available(indicator, regionSet, wantedMeasure).length) return null;
      const answer = await this.#figures({ indicator, regionSet, measure: wantedMeasure });
      return new Figures(answer, [], 'missing');
    };
    const wants = [];
    // Something else may be shown by then, with another line.
    const shown = () => this.view?.data === view.data;
    if (this.targets === null && measure === 'actual') wants.push(figures(set.id, 'target').then((f) => shown() && (this.targets = f ?? undefined)));
    if (this.national === null && set.id !== 'country') wants.push(figures('country', measure).then((f) => shown() && (this.national = f?.all ?? [])));
    if (!wants.length) return;
    // These only add to what is there; without them the page is still right, so a failure is no news.
    await Promise.allSettled(wants);
    if (!shown()) return;
    this.view = viewOf(this, view.data, view.geo, view.outline);
    this.timeBar.render(this.view);
    if (!this.panel) this.#story(this.view);
  }

  /**
   * Whichever is asked for last opens, and none when something else was chosen before it came.
   * @param {string} name @param {string|null} [link] what the address names; none by the button
   */
  async #open(name, link = null) {
    if (!this.view) return;
    const turn = (this.opening = {});
    try {
      const panel = (this.panels[name] = await this.#panelOf(name));
      if (this.opening !== turn) return;
      this.panel = panel;
      await panel.open?.(link, !link);
      if (this.panel !== panel) return panel.sleep?.();
      this.wished = null;
      this.#story(this.view);
      this.#address(this.state, true);
      focusStory();
      $(panel.place ?? 'story').scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (this.opening === turn) this.#failed(error, () => location.reload());
    } finally {
      if (this.opening === turn) this.wished = this.opening = null;
    }
  }

  #panelOf(name) {
    const page = {
      map: this.map.map,
      info: this.info,
      actions: { ...this.actions, language: (code) => this.#language(code) },
      moved: () => this.#address(this.state, false),
      story: () => this.#needRegionStory(),
      pack: () => this.ground.pack,
      isOpen: (other) => this.panel?.name === other,
    };
    this.coming[name] ??= import('./panels.js')
      .then((m) => m.loadPanel(name, page))
      .catch(() => {
        delete this.coming[name];
        throw new ApiError('offline');
      });
    return this.coming[name];
  }

  /** How a number came to be: it is chosen first. @param {{figure?: object}} detail without a figure the sum of the list */
  async #explain({ figure }) {
    if (figure) {
      const { measure, period, series, region_code: region } = figure;
      await this.#apply({ ...this.state, measure, period, series, region }, { push: true });
    }
    await this.#open('explain', figure ? '1' : 'total');
  }

  #closePanel() {
    const { name } = this.panel;
    this.panel = this.opening = null;
    this.#address(this.state, true);
    this.#story(this.view);
    ($(`${name}-open`) ?? $('story')).focus();
  }

  #busy(on) {
    if (document.documentElement.dataset.ready === String(!on)) return;
    document.documentElement.dataset.ready = String(!on);
    $('page').setAttribute('aria-busy', String(on));
  }

  #failed(error, again) {
    console.error(error);
    renderFailure(error, again);
    if (this.ground.pack || this.wanted.pack || error.kind === 'offline') import('./mine-pack.js').then((m) => m.offerKept($('story'), this.actions), () => {});
    this.#busy(false);
  }
}

new App().start();
