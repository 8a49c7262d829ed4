import { $, h } from './dom.js';
import { ask } from './api.js';
import { local, t, useLanguage } from './i18n.js';
import { drawTool } from './draw.js';
import { RegionMap } from './map.js';
import { renderFailure, renderWords } from './notes.js';
import { toggleChoice } from './choice.js';
import { LANGUAGES, toSearch } from './state.js';

/**
 * The page over a store that holds plots and no figures: outlines of regions instead of a choropleth, and the drawing
 * tool in the story's place.
 */
export class PlotsPage {
  constructor(catalogue, info) {
    this.info = info;
    this.catalogue = catalogue;
    this.sets = catalogue.regionSets.filter((s) => s.with_boundary);
  }

  /** @param {{regionSet?: string, lang?: string, draw?: string}} wanted what an address or a choice asks for */
  async show(wanted) {
    const before = this.state;
    const known = (id) => this.sets.find((s) => s.id === id);
    const set = known(wanted.regionSet) ?? known(before?.regionSet) ?? known('departments') ?? this.sets[0];
    const lang = LANGUAGES.includes(wanted.lang) ? wanted.lang : (before?.lang ?? 'es');
    try {
      const [geo] = await Promise.all([set ? ask(`region-sets/${set.id}`, lang) : { features: [] }, useLanguage(lang, 'draw-')]);
      this.state = { regionSet: set?.id, lang };
      this.#render(set, geo);
      if (this.info.plots) await this.#draw(set, geo, wanted.draw);
      else $('story').replaceChildren(h('h2', {}, t('plots.none')), h('p', {}, t('plots.none.how')));
      this.#address();
      this.#ready();
    } catch (error) {
      console.error(error);
      renderFailure(error, () => this.show(wanted));
      this.#ready();
    }
  }

  #render(set, geo) {
    const { lang } = this.state;
    const text = set ? t('plots.title', { set: local(set.one) }) : t('plots.none');
    const page = { state: this.state, data: { release: this.catalogue.release } };
    renderWords(page, text);
    $('time').hidden = true;
    $('download-open').hidden = true;
    $('draw-open').onclick = () => $('story-name')?.focus();
    const [before, after] = set ? t('plots.title').split('{set}') : [text];
    const button = set && h('button', { type: 'button', class: 'part', title: t('choose.set'), 'data-testid': 'sentence-region-set', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' }, local(set.one));
    if (button) button.onclick = () => this.#choose(button, lang);
    $('sentence').replaceChildren(...[before, button, after].filter(Boolean));
    this.map ??= new RegionMap($('map'), { choose() {}, hover() {} }, { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') });
    if (set) this.map.paint(outlines(set, geo));
    // Without figures there is no card to show and no story to open.
    for (const { shape } of this.map.layers.values()) shape?.off();
  }

  #choose(button) {
    const options = this.sets.map((s) => ({ value: s.id, label: local(s.name) }));
    toggleChoice(button, {
      label: t('choose.set'),
      groups: [{ label: '', options }],
      value: this.state.regionSet,
      onChoose: async (regionSet) => {
        await this.show({ regionSet });
        $('sentence').querySelector('button')?.focus();
      },
    });
  }

  async #draw(set, geo, link) {
    this.draw ??= await drawTool(this.map.map, this.info, () => this.#address());
    const place = $('story');
    const content = this.draw.panel.nodes({ state: this.state, set, geo }, null);
    if (content[0] !== place.firstChild) place.replaceChildren(...content);
    await this.draw.open(link);
  }

  #address() {
    const search = toSearch({ ...this.state, draw: this.draw?.link });
    if (search !== location.search) history.replaceState(null, '', search);
  }

  #ready() {
    document.documentElement.dataset.ready = 'true';
    $('page').setAttribute('aria-busy', 'false');
  }
}

/** What the map needs to draw regions that have no figures. */
function outlines(set, geo) {
  const row = (f) => [f.properties.code, { ...f.properties, state: 'plain', value: null, class: null, figure: null }];
  return {
    set,
    geo,
    outline: null,
    indicator: { display: 'fill' },
    state: { region: null, period: null },
    data: { classes: null, largest: () => 0 },
    frame: new Map(geo.features.map(row)),
  };
}
