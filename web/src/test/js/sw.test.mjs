import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

/** The service worker beside a browser and a server of its own: what is on the device when programs follow each other. */

const SOURCE = readFileSync(new URL('../../main/resources/app/sw.js', import.meta.url), 'utf8');
const HOST = 'https://yunga.test';
const absolute = (request) => new URL(request.url ?? request, HOST).href;

class Device {
  constructor() {
    this.stores = new Map();
    this.caches = {
      open: async (name) => this.store(name),
      keys: async () => [...this.stores.keys()],
      has: async (name) => this.stores.has(name),
      delete: async (name) => this.stores.delete(name),
      match: async (request) => [...this.stores.values()].map((s) => s.map.get(absolute(request))?.clone()).find(Boolean),
    };
    this.asked = [];
    this.server = null;
    this.fetch = async (request) => {
      const path = new URL(absolute(request)).pathname;
      this.asked.push(path);
      const text = this.server?.(path);
      if (text === undefined) throw new TypeError('Failed to fetch');
      return new Response(text);
    };
  }

  store(name) {
    if (!this.stores.has(name)) {
      const map = new Map();
      this.stores.set(name, {
        map,
        match: async (request) => map.get(absolute(request))?.clone(),
        put: async (request, answer) => void map.set(absolute(request), answer),
        add: async (request) => void map.set(absolute(request), await this.fetch(request)),
        delete: async (request) => map.delete(absolute(request)),
        keys: async () => [...map.keys()].map((url) => ({ url })),
      });
    }
    return this.stores.get(name);
  }

  /** @param {string} program @param {string[]} names of its files */
  worker(program, names) {
    const listeners = {};
    const self = {
      addEventListener: (kind, act) => (listeners[kind] = act),
      clients: { claim: async () => {}, matchAll: async () => [{}] },
      location: { origin: HOST },
    };
    const files = names.map((name) => `/v/${program}/${name}`).join(' ');
    const text = SOURCE.replace('{program}', program).replace('{files}', files);
    const Request = class {
      constructor(url) {
        this.url = absolute(url);
      }
    };
    vm.runInNewContext(text, { self, caches: this.caches, fetch: this.fetch, URL, Request, setTimeout: (act) => setTimeout(act, 0) });
    const run = async (kind, event) => {
      let waited;
      listeners[kind]({ ...event, waitUntil: (p) => (waited = p), respondWith: (p) => (waited = p) });
      return waited;
    };
    return {
      install: () => run('install', {}),
      activate: () => run('activate', {}),
      async keep(key) {
        let answer;
        await run('message', { data: { keep: key, seen: [] }, ports: [{ postMessage: (a) => (answer = a) }] });
        return answer.kept;
      },
      get: async (path, mode = 'cors') => (await run('fetch', { request: { url: HOST + path, method: 'GET', mode } })).text(),
    };
  }
}

/** A server of one program and release. */
const serving = (program, key) => (path) => {
  if (path === '/shell') return `<html data-key="${key}"><script src="/v/${program}/app.js">`;
  return path.startsWith(`/v/${program}/`) ? `${path} of ${program}` : undefined;
};

async function withFirstProgram() {
  const device = new Device();
  device.server = serving('aaaa', '1-aa');
  const first = device.worker('aaaa', ['app.js', 'mine.js']);
  await first.install();
  await first.activate();
  assert.equal(await first.keep('1-aa'), true);
  return { device, first };
}

test('a page that is kept keeps the files of its program, though another program takes over', async () => {
  const { device, first } = await withFirstProgram();
  device.server = serving('bbbb', '1-bb');
  const second = device.worker('bbbb', ['app.js', 'mine.js']);
  await second.install();
  assert.equal(await first.keep('1-bb'), false, 'it is not its program');
  await second.activate();

  device.server = null;

  const page = await second.get('/', 'navigate');
  const [, script] = /src="([^"]+)"/.exec(page);
  assert.equal(await second.get(script), '/v/aaaa/app.js of aaaa');
  assert.equal(await second.get('/v/aaaa/mine.js'), '/v/aaaa/mine.js of aaaa');
});

test('a worker that waits keeps the page of its own program, and the files of the one before go', async () => {
  const { device } = await withFirstProgram();
  device.server = serving('bbbb', '1-bb');
  const second = device.worker('bbbb', ['app.js', 'mine.js']);
  await second.install();
  assert.equal(await second.keep('1-bb'), true);
  await second.activate();

  device.server = null;

  assert.match(await second.get('/', 'navigate'), /\/v\/bbbb\//);
  assert.equal(await second.get('/v/bbbb/mine.js'), '/v/bbbb/mine.js of bbbb');
  await assert.rejects(second.get('/v/aaaa/app.js'));
});

test('a link that breaks costs what was under way: what came is not asked for again', async () => {
  const device = new Device();
  const names = Array.from({ length: 10 }, (_, i) => `${i}.js`);
  device.server = (path) => (path.endsWith('/7.js') ? undefined : serving('aaaa', '1-aa')(path));
  await assert.rejects(device.worker('aaaa', names).install());
  device.asked = [];
  device.server = serving('aaaa', '1-aa');

  await device.worker('aaaa', names).install();

  assert.ok(!device.asked.includes('/v/aaaa/0.js') && !device.asked.includes('/v/aaaa/5.js'), device.asked.join());
  assert.ok(device.asked.includes('/v/aaaa/7.js') && device.asked.includes('/v/aaaa/9.js'), device.asked.join());
});
