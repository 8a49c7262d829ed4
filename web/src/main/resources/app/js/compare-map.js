/* global L */
import { DataMap } from './data-map.js';
import { interiorPoint } from './geometry.js';

/** What the workbench draws on the map: differences in colours, or letters and outlines of the regions that are compared. */
export class BenchMap extends DataMap {
  /** @param {object} view @param {string[]} codes of regions, each of which gets a letter */
  letters(view, codes) {
    this.clear();
    codes.forEach((code, i) => {
      const feature = view.geo.features.find((f) => f.properties.code === code);
      if (!feature?.geometry) return;
      if (feature.geometry.type !== 'Point') {
        for (const line of ['bench-under', 'bench-over']) {
          const style = { className: line, fill: false, weight: line === 'bench-under' ? 5 : 2.5 };
          this.layers.addLayer(L.geoJSON(feature, { style, pane: 'data', renderer: this.renderer, interactive: false }));
        }
      }
      const [lon, lat] = interiorPoint(feature.geometry);
      const icon = L.divIcon({ className: 'bench-letter', html: letter(i), iconSize: [22, 22] });
      this.layers.addLayer(L.marker([lat, lon], { icon, pane: 'data', interactive: false, keyboard: false }));
    });
  }
}

/** A, B, C… of regions side by side: told by a letter, since six colours are too many to tell apart. */
export const letter = (index) => 'ABCDEF'[index];
