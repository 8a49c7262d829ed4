import { dataUrl, packId } from './api.js';

/** Packs: all that one office needs as one file, kept on the device, carried to another, and read. */

const STORE = 'yunga-packs';
/** The newest form that this program reads. */
const FORM = 1;
const DAY = 86400000;

/** What went wrong with a pack; `pack.failed.{kind}` says it. */
export class PackError extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * `released` is null of a pack that an earlier program kept, `store` of one that does not tell it.
 * @typedef {{id: string, name: string, release: string, released: string|null, store: string|null, saved: number, bytes: number}} Kept
 */

export const packUrl = (regionSet, code) => dataUrl(`packs/${encodeURIComponent(regionSet)}/${encodeURIComponent(code)}`);

/** How many bytes a pack would take; null where nobody knows. */
export async function packSize(regionSet, code) {
  const answer = await fetch(packUrl(regionSet, code), { method: 'HEAD' }).catch(() => null);
  return answer?.ok ? Number(answer.headers.get('Content-Length')) || null : null;
}

/** @returns {Promise<ArrayBuffer>} @throws {PackError} */
export async function fetchPack(regionSet, code) {
  const answer = await fetch(packUrl(regionSet, code)).catch(() => {
    throw new PackError('offline');
  });
  if (!answer.ok) throw new PackError('refused');
  return answer.arrayBuffer();
}

/** Reads a file, and refuses what is no whole pack. @param {ArrayBuffer} bytes @throws {PackError} */
export async function readPack(bytes) {
  const head = new Uint8Array(bytes.slice(0, 2));
  if (head[0] !== 0x1f || head[1] !== 0x8b) throw new PackError('foreign');
  if (typeof DecompressionStream === 'undefined') throw new PackError('browser');
  let text;
  try {
    text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  } catch {
    throw new PackError('broken');
  }
  let pack;
  try {
    pack = JSON.parse(text);
  } catch {
    throw new PackError('foreign');
  }
  if (!pack || typeof pack.yunga_pack !== 'number') throw new PackError('foreign');
  if (pack.yunga_pack > FORM) throw new PackError('newer');
  if (!isWhole(pack)) throw new PackError('broken');
  return pack;
}

/** Whether it has what the app reads first, in the form that it reads: the checksum tells nothing of who packed it. */
function isWhole({ files, key, released, store, region_set: own, ...named }) {
  const file = (name) => files?.[`/data/${key}/${name}`];
  const sets = file('region-sets')?.region_sets;
  const texts = [named.release, named.region_code, named.region_name];
  return (
    texts.every((text) => typeof text === 'string') &&
    (store === undefined || /^[0-9a-f]{16}$/.test(store)) &&
    Number.isFinite(Date.parse(released)) &&
    Array.isArray(file('info')?.datasets) &&
    Array.isArray(file('indicators')?.indicators) &&
    Array.isArray(sets) &&
    sets.some((set) => set.id === own) &&
    sets.every((set) => files[set.places]?.objects && Array.isArray(file(`values/${set.id}`)?.tables))
  );
}

/** Keeps a pack that was read, in place of the one of its name. @throws {PackError} */
export async function keepPack(pack, bytes) {
  const headers = {
    'X-Name': encodeURIComponent(pack.region_name),
    'X-Release': pack.release,
    'X-Released': pack.released,
    'X-Store': pack.store ?? '',
    'X-Saved': String(Date.now()),
    'X-Bytes': String(bytes.byteLength),
  };
  const store = await open();
  try {
    await store.put(addressOf(packId(pack)), new Response(bytes, { headers }));
  } catch (error) {
    throw new PackError(error.name === 'QuotaExceededError' ? 'room' : 'storage');
  }
  // Else a browser may clear it when room gets short; a refusal is no failure.
  globalThis.navigator?.storage?.persist?.().catch(() => {});
}

/** @returns {Promise<Kept[]>} what is kept on this device, the newest first; none where nothing can be */
export async function keptPacks() {
  const store = await open().catch(() => null);
  if (!store) return [];
  const entries = await Promise.all((await store.keys()).map(async (request) => [request, await store.match(request)]));
  return entries
    .map(([request, { headers }]) => ({
      id: decodeURIComponent(new URL(request.url).pathname.slice('/kept-packs/'.length)),
      name: decodeURIComponent(headers.get('X-Name')),
      release: headers.get('X-Release'),
      released: headers.get('X-Released'),
      store: headers.get('X-Store') || null,
      saved: Number(headers.get('X-Saved')),
      bytes: Number(headers.get('X-Bytes')),
    }))
    .sort((a, b) => b.saved - a.saved);
}

/**
 * What is kept under the name of a pack and is newer than it, by the moment of publication: numbers of releases begin
 * anew after a backup was put back. Of what can no longer be read nothing is lost.
 * @returns {Promise<Kept|null>}
 */
export async function newerKept(pack) {
  const kept = (await keptPacks()).find((k) => k.id === packId(pack));
  if (!kept) return null;
  const released = kept.released ?? (await keptPack(kept.id).catch(() => null))?.released;
  return Date.parse(released) > Date.parse(pack.released) ? { ...kept, released } : null;
}

/** @param {string} id `departments/22/3f0c...`; `departments/22` of an older link is any store's, the newest one kept @throws {PackError} */
export async function keptPack(id) {
  const store = await open();
  const answer = (await store.match(addressOf(id))) ?? (await store.match(addressOf(await ofAnyStore(id))));
  if (!answer) throw new PackError('absent');
  return readPack(await answer.arrayBuffer());
}

async function ofAnyStore(id) {
  const own = id.split('/').length === 2 && (await keptPacks()).find((k) => k.id.startsWith(`${id}/`));
  return own ? own.id : id;
}

export async function keptBytes(id) {
  return (await (await open()).match(addressOf(id))).arrayBuffer();
}

export async function removePack(id) {
  await (await open()).delete(addressOf(id));
}

/** How long ago, in whole days; negative when the clock has been set back since. */
export function daysSince(moment, now = Date.now()) {
  return now < moment - 60000 ? -1 : Math.max(0, Math.floor((now - moment) / DAY));
}

const addressOf = (id) => `/kept-packs/${id.split('/').map(encodeURIComponent).join('/')}`;

async function open() {
  let store;
  try {
    store = globalThis.caches;
  } catch {
    // Some browsers refuse to be asked.
    throw new PackError('storage');
  }
  if (!store) throw new PackError(globalThis.isSecureContext === false ? 'insecure' : 'storage');
  return store.open(STORE).catch(() => {
    throw new PackError('storage');
  });
}
