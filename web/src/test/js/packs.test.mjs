import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { daysSince, readPack } from '../../main/resources/app/js/packs.js';

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
});

test('age in whole days, and a clock that was set back', () => {
  const now = Date.UTC(2026, 10, 21);
  assert.equal(daysSince(now, now), 0);
  assert.equal(daysSince(now - 86400000 * 3 - 5, now), 3);
  assert.equal(daysSince(now + 30000, now), 0, 'a few seconds are no wrong clock');
  assert.equal(daysSince(now + 86400000, now), -1);
});
