/* global L */
import { ask } from './api.js';
import { lang } from './i18n.js';
import { plotStep } from './data-steps.js';

/** What the pages about data draw on the map: places of problems, and differences of two releases. */
export class DataMap {
  constructor(map) {
    this.map = map;
    this.pane = map.getPane('data') ?? map.createPane('data');
    this.pane.classList.add('data-pane');
    this.layers = L.layerGroup();
    this.renderer = L.svg({ pane: 'data', padding: 0.5 });
  }

  wake() {
    this.layers.addTo(this.map);
  }

  sleep() {
    this.layers.remove();
    this.map.getContainer().classList.remove('has-diff');
  }

  clear() {
    this.layers.clearLayers();
    this.map.getContainer().classList.remove('has-diff');
  }

  /** @param {object[]} problems those with a place are marked @param {(index: number) => void} chosen */
  problems(problems, chosen) {
    this.clear();
    const places = [];
    problems.forEach(({ place, severity }, index) => {
      if (!place) return;
      const at = [place[1], place[0]];
      places.push(at);
      const mark = L.circleMarker(at, { pane: 'data', renderer: this.renderer, radius: 7, weight: 2, fillOpacity: 1, className: `data-mark is-${severity}` });
      mark.on('click', () => chosen(index));
      this.layers.addLayer(mark);
    });
    if (places.length) this.map.fitBounds(places, { maxZoom: 10, padding: [40, 40], animate: false });
  }

  look([lon, lat]) {
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), 10), { animate: false });
    this.map.getContainer().scrollIntoView({ block: 'nearest' });
  }

  /**
   * Colours the regions of a set by how their figure differs.
   * @param {string} set @param {Map<string, {step: string}>} changes by code
   */
  async differences(set, changes) {
    const geo = await ask(`region-sets/${set}`, lang);
    this.clear();
    this.map.getContainer().classList.add('has-diff');
    const style = (feature) => ({ className: `diff-region ${plotStep(changes.get(feature.properties.code))}`, weight: 0.75, fillOpacity: 1 });
    const drawn = { ...geo, features: geo.features.filter((f) => f.geometry && f.geometry.type !== 'Point') };
    this.layers.addLayer(L.geoJSON(drawn, { style, pane: 'data', renderer: this.renderer, interactive: false }));
    return drawn.features.length;
  }
}
