import { svg } from './dom.js';
import { t } from './i18n.js';
import { interiorPoint } from './geometry.js';

/** Where a region lies in the country, as a small drawing that prints. */

const WIDTH = 150;
/** More borders than this are all that one would see. */
const MANY = 400;

export function locator(view, name) {
  const own = view.geo.features.find((f) => f.properties.code === view.region);
  if (!own?.geometry) return null;
  const around = (view.outline ?? view.geo).features.filter((f) => f.geometry && f.geometry.type !== 'Point' && f !== own);
  const points = [...around, own].flatMap((f) => (f.geometry.type === 'Point' ? [f.geometry.coordinates] : rings(f.geometry).flat()));
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => north(p[1]));
  const west = Math.min(...xs);
  const top = Math.max(...ys);
  const k = WIDTH / (Math.max(...xs) - west || 1);
  const at = ([lon, lat]) => `${((lon - west) * k).toFixed(1)} ${((top - north(lat)) * k).toFixed(1)}`;
  const outline = (f, of) => svg('path', { class: of, d: rings(f.geometry).map((ring) => `M${ring.map(at).join('L')}z`).join('') });
  const height = Math.ceil((top - Math.min(...ys)) * k);
  const [x, y] = at(interiorPoint(own.geometry)).split(' ');
  const mark = svg('circle', { cx: x, cy: y, r: 4, class: 'is-mine' });
  return svg(
    'svg',
    { class: around.length > MANY ? 'locator is-dense' : 'locator', viewBox: `-2 -2 ${WIDTH + 4} ${height + 4}`, width: WIDTH, height, role: 'img', 'aria-label': t('mine.map', { name }) },
    around.map((f) => outline(f, 'is-around')),
    own.geometry.type === 'Point' ? mark : outline(own, 'is-mine'),
  );
}

function rings(geometry) {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Web Mercator, in degrees. */
function north(lat) {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}
