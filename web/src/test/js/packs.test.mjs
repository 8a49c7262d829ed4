import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { daysSince, keepPack, keptPack, keptPacks, newerKept, readPack } from '../../main/resources/app/js/packs.js';

const key = '3-1f2e3d4c5b';
const places = '/places/departments/1f2e';
const contents = {
  indicators: { indicators: [] },
  'region-sets': { region_sets: [{ id: 'departments', places }] },
  info: { datasets: [] },
  'values/departments': { tables: [] },
};
const addressed = (some) => Object.fromEntries(Object.entries(some).map(([name, content]) => [`/data/${key}/${name}`, content]));
const files = { [places]: { objects: {} }, ...addressed(contents) };
const region = { region_set: 'departments', region_code: '22', region_name: 'San Martín' };
const pack = { yunga_pack: 1, key, release: '3', released: '2026-11-22T04:00:00Z', ...region, files };
const bytesOf = (content) => {
  const { buffer, byteOffset, length } = gzipSync(typeof content === 'string' ? content : JSON.stringify(content));
  return buffer.slice(byteOffset, byteOffset + length);
};
const kindOf = (bytes) => readPack(bytes).then(() => 'read', (error) => error.kind);

test('a whole pack is read', async () => {
  assert.deepEqual(await readPack(bytesOf(pack)), pack);
});

test('what is no pack, newer, cut or changed is told apart', async () => {
  const whole = bytesOf(pack);
  assert.equal(await kindOf(new ArrayBuffer(0)), 'foreign');
  assert.equal(await kindOf(new TextEncoder().encode('PK..').buffer), 'foreign');
  assert.equal(await kindOf(bytesOf('not json')), 'foreign');
  assert.equal(await kindOf(bytesOf('null')), 'foreign');
  assert.equal(await kindOf(bytesOf({ other: 1 })), 'foreign');
  assert.equal(await kindOf(bytesOf({ ...pack, yunga_pack: 2 })), 'newer');
  assert.equal(await kindOf(bytesOf({ ...pack, files: {} })), 'broken');
  for (let cut = 10; cut < whole.byteLength; cut += 7) assert.equal(await kindOf(whole.slice(0, cut)), 'broken', `cut at ${cut}`);
});

test('a whole file with a content that the app could not show is no pack', async () => {
  const holding = (some) => kindOf(bytesOf({ ...pack, files: { ...files, ...some } }));
  assert.equal(await holding({ [places]: undefined }), 'broken');
  for (const name of Object.keys(contents)) {
    assert.equal(await holding(addressed({ [name]: 'x' })), 'broken', name);
    assert.equal(await holding(addressed({ [name]: {} })), 'broken', name);
  }
  for (const part of ['release', 'released', 'region_name', 'region_code', 'region_set']) {
    assert.equal(await kindOf(bytesOf({ ...pack, [part]: undefined })), 'broken', part);
  }
  assert.equal(await kindOf(bytesOf({ ...pack, region_set: 'districts' })), 'broken');
  assert.equal(await kindOf(bytesOf({ ...pack, store: '1f2e3d4c5b6a7980' })), 'read');
  for (const store of ['', 7, null, '../x']) assert.equal(await kindOf(bytesOf({ ...pack, store })), 'broken', `store ${store}`);
});

test('age in whole days, and a clock that was set back', () => {
  const now = Date.UTC(2026, 10, 21);
  assert.equal(daysSince(now, now), 0);
  assert.equal(daysSince(now - 86400000 * 3 - 5, now), 3);
  assert.equal(daysSince(now + 30000, now), 0, 'a few seconds are no wrong clock');
  assert.equal(daysSince(now + 86400000, now), -1);
});

/** What is kept on a device, without a browser. */
function device() {
  const kept = new Map();
  const absolute = (address) => new URL(address.url ?? address, 'https://yunga.test').href;
  const store = {
    match: async (address) => kept.get(absolute(address))?.clone(),
    put: async (address, answer) => void kept.set(absolute(address), answer),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
  };
  globalThis.caches = { open: async () => store };
  return kept;
}

const [own, other] = ['1f2e3d4c5b6a7980', 'a0b1c2d3e4f50617'];
const published = (release, day, store = own) => ({ ...pack, release, released: `2026-11-${day}T04:00:00Z`, store });
/** As programs of before made them. */
const storeless = ({ store: _, ...some }) => some;
const keep = (some) => keepPack(some, bytesOf(some));

test('what is kept is newer than an older pack of the same region and store, and of no other', async () => {
  device();
  await keep(published('5', 22));
  assert.deepEqual(await newerKept(published('3', 20)).then((k) => [k.release, k.released]), ['5', '2026-11-22T04:00:00Z']);
  assert.equal(await newerKept(published('6', 23)), null, 'it takes its place');
  assert.equal(await newerKept(published('5', 22)), null, 'the same again');
  assert.equal((await newerKept(published('7', 21))).release, '5', 'numbers begin anew after a restored backup');
  assert.equal(await newerKept(published('3', 20, other)), null, 'of another store');
  assert.equal(await newerKept({ ...published('3', 20), region_code: '05' }), null, 'of another region');
});

test('packs of two stores lie side by side, and so does one that does not tell its store', async () => {
  device();
  for (const store of [own, other]) await keep(published('1', 22, store));
  await keep(storeless(published('1', 22)));
  const kept = await keptPacks();
  assert.deepEqual(kept.map((k) => k.store).sort(), [null, own, other].sort());
  assert.equal(new Set(kept.map((k) => k.id)).size, 3);
  for (const { id, store } of kept) assert.equal((await keptPack(id)).store ?? null, store);
});

test('one that an earlier program kept, without date or store, is compared by what is in it and opened by its old link', async () => {
  const kept = device();
  const old = storeless(published('5', 22));
  kept.set('https://yunga.test/kept-packs/departments/22', new Response(bytesOf(old), { headers: { 'X-Name': 'San%20Mart%C3%ADn', 'X-Release': '5', 'X-Saved': '1', 'X-Bytes': '9' } }));
  assert.equal((await newerKept(storeless(published('3', 20)))).released, old.released);
  assert.equal((await keptPack('departments/22')).release, '5');
  kept.set('https://yunga.test/kept-packs/departments/22', new Response('broken'));
  assert.equal(await newerKept(storeless(published('3', 20))), null, 'nothing is lost with what cannot be read');
  kept.clear();
  await keep(published('6', 23));
  assert.equal((await keptPack('departments/22')).release, '6', 'the old link finds the new one');
  assert.equal(await keptPack('departments/22@3').catch((e) => e.kind), 'absent', 'one that was only looked at');
});
