import { h } from './dom.js';
import { t } from './i18n.js';
import { post, question } from './draw-ask.js';
import { MOST_CORNERS, toCsv, toGeoJson } from './draw-shape.js';

/** To take away: the link, the outlines with their totals, the table. */

/** @param {object} tool @param {object} answer @param {string[]} names of its queries */
export function takeAway(tool, answer, names) {
  const note = answer.synthetic ? t('synthetic') : '';
  const file = (kind) => `yunga-${answer.synthetic ? `${t('draw.file.synthetic')}-` : ''}${t('draw.file')}.${kind}`;
  const said = h('div', { role: 'status' });
  const button = (key, act) => h('button', { type: 'button', class: 'button', 'data-testid': key, 'data-focus': key, onclick: act }, t(key.replaceAll('-', '.')));
  return h(
    'div',
    { class: 'draw-take' },
    button('draw-share', () => share(tool, said)),
    button('draw-download-geojson', () => saveOutlines(tool, answer, names, note, file('geojson'), said)),
    button('draw-download-csv', () => save(toCsv(answer, names, note), 'text/csv;charset=utf-8', file('csv'))),
    said,
  );
}

/** On the map a region is simplified: what is taken away is the outline that was asked about. */
async function saveOutlines(tool, answer, names, note, file, said) {
  const shapes = tool.answerShapes;
  const { asked, drawing } = tool.answerTo;
  const simplified = drawing.picked.length > 0 && answer.queries.some((q) => !q.geometry);
  try {
    const whole = simplified ? await post(question(asked, drawing, true)) : answer;
    save(toGeoJson(whole, names.map((name, i) => ({ name, geometry: shapes[i]?.geometry ?? null })), note), 'application/geo+json', file);
    said.replaceChildren();
  } catch (error) {
    said.replaceChildren(error.kind === 'offline' ? t('draw.offline') : (error.detail ?? t('failed.refused')));
  }
}

async function share({ link, drawing }, place) {
  const said = (...content) => place.replaceChildren(...content);
  if (!link) {
    said(t(drawing.ring ? 'draw.share.long' : 'draw.share.file', { most: MOST_CORNERS }));
    return;
  }
  // Without a secure connection a page may not write to the clipboard: then the reader does it.
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  if (copied) {
    said(t('draw.share.copied'));
    return;
  }
  const field = h('input', { id: 'draw-link', readonly: true, value: location.href, 'data-testid': 'draw-link' });
  said(h('label', { for: 'draw-link' }, t('draw.share.copy')), field);
  field.focus();
  field.select();
}

function save(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
