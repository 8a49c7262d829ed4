import { h } from './dom.js';
import { lang, t } from './i18n.js';
import { plain } from './format.js';
import { setName } from './options.js';
import { megabytes } from './draw-totals.js';

/** All that can be done without a hand on the map: regions by name, a file, pasted corners. */

const FILES = '.geojson,.json,.txt,application/geo+json,application/json';

/**
 * @param {object} tool @param {object} view @param {(act: () => any) => void} use leads the reader to what came of it
 * @returns {Node[]}
 */
export function ways(tool, { set, geo, state }, use) {
  return [regionWay(tool, set, geo, state.region, use), fileWay(tool, use), pasteWay(tool, use)].filter(Boolean);
}

function regionWay(tool, set, geo, chosen, use) {
  const usable = geo.features.filter((f) => f.properties.geometry_kind === 'boundary');
  if (!usable.length) return null;
  usable.sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'es'));
  const times = new Map();
  for (const { properties: p } of usable) times.set(p.name, (times.get(p.name) ?? 0) + 1);
  // Two districts may bear the same name: then the code tells them apart.
  const label = (p) => (times.get(p.name) > 1 ? `${p.name} (${p.code})` : p.name);
  const byCode = new Map(usable.map((f) => [f.properties.code, f]));
  const words = () => (add.textContent = t('draw.use', { name: byCode.get(select.value).properties.name }));
  const option = ({ properties: p }) => h('option', { value: p.code, selected: p.code === chosen }, label(p));
  const select = h('select', { id: 'draw-region', 'data-testid': 'draw-region', onchange: () => words() }, usable.map(option));
  const choose = () => {
    tool.toggleRegion(set.id, byCode.get(select.value));
    tool.map.show();
  };
  const add = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-use-region', onclick: () => use(choose) });
  words();
  return h('p', { class: 'draw-field' }, h('label', { for: 'draw-region' }, t('draw.region', { set: setName(set) })), select, add);
}

function fileWay(tool, use) {
  const { limits } = tool;
  const most = t('draw.file.limits', {
    size: megabytes(limits.query_bytes),
    polygons: plain(limits.query_polygons, lang),
    vertices: plain(limits.query_vertices, lang),
  });
  const input = h('input', { type: 'file', id: 'draw-file', accept: FILES, 'data-testid': 'draw-upload', 'aria-describedby': 'draw-file-most', onchange: () => read(tool, input, use) });
  return h('p', { class: 'draw-field' }, h('label', { for: 'draw-file' }, t('draw.file.label')), input, h('span', { class: 'soft draw-small', id: 'draw-file-most' }, most));
}

async function read(tool, input, use) {
  const [file] = input.files;
  if (!file) return;
  const most = tool.limits.query_bytes;
  if (file.size > most) {
    tool.refuse('tooBig', { most: megabytes(most) });
  } else {
    const text = await file.text().catch(() => '');
    use(() => tool.useText(text, file.name.replace(/\.\w+$/, '')));
  }
  // The same file, mended, can be chosen again.
  input.value = '';
}

function pasteWay(tool, use) {
  const area = h('textarea', { id: 'draw-paste', 'data-testid': 'draw-paste', rows: '4', spellcheck: 'false', placeholder: '-76.52, -6.21\n-76.18, -6.33\n-76.40, -6.70' });
  const button = h('button', { type: 'button', class: 'button', 'data-testid': 'draw-use-paste', onclick: () => use(() => tool.useText(area.value, '')) }, t('draw.paste.use'));
  return h('p', { class: 'draw-field' }, h('label', { for: 'draw-paste' }, t('draw.paste')), area, button);
}
