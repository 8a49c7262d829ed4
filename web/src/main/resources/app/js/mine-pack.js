import { folded, h } from './dom.js';
import { lang, t, useLanguage } from './i18n.js';
import { ageWords, dateWords, sizeWords } from './ages.js';
import { PackError, fetchPack, keepPack, keptBytes, keptPack, keptPacks, newerKept, packSize, readPack, removePack } from './packs.js';
import { ApiError, ownStore, packId } from './api.js';
import { style } from './style.js';

/** Packs on the page: saving one, taking it along, opening one from here or from another device. */

await Promise.all([useLanguage(lang, 'mine-'), style('mine.css')]);

/** @param {object} view of a region @param {object|null} pack that is open @param {{openPack: Function}} actions */
export function packBox(view, pack, actions) {
  const name = view.frame.get(view.region).name;
  const said = h('p', { role: 'status', 'data-testid': 'pack-said' });
  const place = h('div', { class: 'pack-buttons' });
  const box = h('section', { class: 'pack', 'data-testid': 'pack' }, h('h3', {}, t('pack.title')), h('p', { class: 'soft' }, t('pack.what', { name })), place, said, opener(said, actions), list(said, actions));
  if (!pack) fillSaving(place, box, view, said, actions);
  return box;
}

/** For who was sent a pack: it opens before any region was chosen. */
export function received(actions) {
  const said = h('p', { role: 'status', 'data-testid': 'pack-said' });
  return h('section', { class: 'pack' }, h('h3', {}, t('pack.received')), said, opener(said, actions), list(said, actions));
}

async function fillSaving(place, box, view, said, actions) {
  const { id: set } = view.set;
  const bytes = await packSize(set, view.region);
  const size = bytes ? sizeWords(bytes) : '?';
  const id = packId({ region_set: set, region_code: view.region, store: ownStore() });
  const kept = (await keptPacks()).find((k) => k.id === id);
  const save = attempt(said, async () => {
    const file = await fetchPack(set, view.region);
    const pack = await readPack(file);
    const newer = await newerKept(pack);
    if (newer) return choice(newer, pack, actions);
    await keepPack(pack, file);
    box.lastElementChild.replaceWith(list(said, actions));
    place.firstElementChild.textContent = t('pack.again', { size });
    return t('pack.saved');
  });
  const carry = attempt(said, async () => {
    const file = await fetchPack(set, view.region);
    download(file, await readPack(file));
  });
  place.replaceChildren(
    h('button', { type: 'button', class: 'button', 'data-testid': 'pack-save', disabled: !bytes, onclick: save }, t(kept ? 'pack.again' : 'pack.save', { size })),
    h('button', { type: 'button', class: 'button', 'data-testid': 'pack-file', disabled: !bytes, onclick: carry }, t('pack.file')),
  );
  if (!bytes) said.textContent = t('pack.failed.offline');
  if (kept && +kept.release < +view.data.release) place.append(h('p', {}, t('pack.older', { release: view.data.release })));
}

/**
 * A pack that was carried here takes the place of what is shown; of what is kept only when that is not newer.
 * @param {File} [file] @returns {Promise<Element|null>} the choice, where a newer one is kept @throws {PackError}
 */
export async function openFile(file, actions) {
  if (!file) return null;
  const bytes = await file.arrayBuffer().catch(() => {
    throw new PackError('unreadable');
  });
  const pack = await readPack(bytes);
  const newer = await newerKept(pack);
  if (newer) return choice(newer, pack, actions);
  // Where nothing can be kept it is shown all the same.
  await keepPack(pack, bytes).catch(() => {});
  await actions.openPack(pack);
  return null;
}

/** The newer one stays; which of the two is looked at is the reader's. @param {import('./packs.js').Kept} kept */
function choice(kept, pack, actions) {
  const said = h('span', { role: 'status' });
  const newer = attempt(said, async () => actions.openPack(await keptPack(kept.id)));
  const older = attempt(said, async () => actions.openPack({ ...pack, passing: true }));
  const both = { given: pack.release, from: dateWords(pack.released), release: kept.release, date: dateWords(kept.released) };
  const button = (action, key, hook) => h('button', { type: 'button', class: 'quiet', 'data-testid': hook, onclick: action }, t(key, both));
  return h(
    'span',
    { class: 'pack-choice' },
    h('span', {}, t('pack.newerKept', { name: pack.region_name, ...both })),
    button(newer, 'pack.useNewer', 'pack-use-newer'),
    button(older, 'pack.useOlder', 'pack-use-older'),
    said,
  );
}

/** Opens a file that was carried here: chosen, or dropped. */
export function opener(said, actions) {
  const input = h('input', { type: 'file', 'data-testid': 'pack-open', class: 'unseen', onchange: () => take(input.files[0]) });
  const take = (file) => attempt(said, () => openFile(file, actions))();
  const drop = (event) => {
    event.preventDefault();
    if (event.type === 'drop') take(event.dataTransfer.files[0]);
  };
  return h(
    'div',
    { class: 'pack-drop', 'data-testid': 'pack-drop', ondragover: drop, ondrop: drop },
    h('label', { class: 'button' }, t('pack.open'), input),
    h('span', { class: 'soft' }, t('pack.drop')),
  );
}

/** What is kept on this device. */
export function list(said, actions) {
  const place = h('ul', { class: 'packs', 'data-testid': 'packs' });
  const fill = async () => place.replaceChildren(...(await keptPacks()).map(item));
  const item = (kept) => {
    const open = attempt(said, async () => actions.openPack(await keptPack(kept.id)));
    const carry = attempt(said, async () => {
      const bytes = await keptBytes(kept.id);
      download(bytes, await readPack(bytes));
    });
    const remove = attempt(said, async () => {
      await removePack(kept.id);
      await fill();
    });
    const button = (action, words, hook) => h('button', { type: 'button', class: 'quiet', 'data-testid': hook, onclick: action }, words);
    return h(
      'li',
      {},
      h('p', {}, t('pack.kept', { name: kept.name, release: kept.release, size: sizeWords(kept.bytes), age: ageWords(kept.saved) }), otherStore(kept)),
      button(open, t('pack.use', { name: kept.name }), 'pack-use'),
      button(carry, t('pack.file'), 'pack-carry'),
      button(remove, t('pack.remove'), 'pack-remove'),
    );
  };
  fill();
  return place;
}

/** Two stores may have the same region, and the same numbers of releases. */
function otherStore({ store }) {
  const own = ownStore();
  return own && store && store !== own ? ` ${t('pack.kept.other')}` : '';
}

/** Below a failure to reach the server, or a pack: what can be opened instead. */
export async function offerKept(place, actions) {
  await useLanguage(lang, 'offline-');
  const said = h('p', { role: 'status' });
  const leave = location.search.includes('pack=') && h('p', {}, h('a', { href: '/', 'data-testid': 'leave-pack' }, t('standing.leave')));
  place.append(...[leave, h('h3', {}, t('pack.title')), said, opener(said, actions), list(said, actions)].filter(Boolean));
}

/** The pack that an address names. @throws {ApiError} in words */
export async function namedPack(id) {
  try {
    return await keptPack(id);
  } catch (error) {
    throw new ApiError('refused', failureWords(error));
  }
}

/** @param {Error} error @throws what is no failure of a pack */
export function failureWords(error) {
  if (error instanceof PackError) return t(`pack.failed.${error.kind}`);
  throw error;
}

function attempt(said, action) {
  return async () => {
    said.textContent = '';
    try {
      said.replaceChildren(...[await action()].filter(Boolean));
    } catch (error) {
      said.textContent = failureWords(error);
    }
  };
}

function download(bytes, pack) {
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  // A clerk looks for the name; the code of the region is in the file.
  const name = folded(pack.region_name).replace(/[^a-z0-9]+/g, '-');
  h('a', { href, download: `yunga-${name}-${pack.release}.yunga` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}
