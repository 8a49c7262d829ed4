/**
 * Keeps the app and what was seen of one release for use without a connection. Every address but that of the page names
 * its content (the program's hash, or the release as one program tells it), so what is kept is never stale and two
 * releases are never mixed: the page that is kept names the one release whose files lie beside it.
 *
 * The server writes the hash of the program and its files in here, so a new program is a new worker; that takes over
 * when the last page of the one before is closed.
 */

const PROGRAM = '{program}';
const FILES = '{files}'.split(' ');

const KEPT_FILES = 'yunga-files';
const RELEASE = 'yunga-release-';
const SEEN = 'yunga-seen';
const SHELL = '/shell';
/** How long somebody waits for a page that is on the device already. */
const PATIENCE_MS = 4000;
/** So many files are fetched side by side: over a slow link the page comes first. */
const AT_ONCE = 3;

const CONTENT = /^\/(v|places)\//;
const OF_RELEASE = /^\/data\/(\d+-[0-9a-f]+)\//;
const OF_PROGRAM = /\/v\/(\w+)\//;
/** Answers that people look at again; the rest of the API is for now. */
const LOOKED_AT = /^\/api\/v1\/(overlaps|totals|region-sets\/[^/]+)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT_FILES).then((cache) => addMissing(cache, FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldFiles(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const { keep, seen } = event.data;
  const tell = (answer) => event.ports[0]?.postMessage(answer);
  event.waitUntil(
    keepRelease(keep, seen).then(
      (kept) => tell({ kept }),
      (error) => tell({ kept: false, error: error.name }),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const [, key] = OF_RELEASE.exec(pathname) ?? [];
  if (request.mode === 'navigate') {
    if (pathname === '/') event.respondWith(page(request));
  } else if (CONTENT.test(pathname)) event.respondWith(kept(request, KEPT_FILES));
  else if (key && !pathname.includes('/packs/')) event.respondWith(kept(request, RELEASE + key));
  else if (LOOKED_AT.test(pathname)) event.respondWith(newest(request));
});

/** The page from the server, or, when that does not answer in time, the one that is kept. */
async function page(request) {
  const shell = await caches.match(SHELL);
  const answer = fetch(request);
  if (!shell) return answer;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const first = await Promise.race([answer, late]).catch(() => null);
  return first && first.status < 500 ? first : shell;
}

async function kept(request, name) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  await put(name, request, answer);
  return answer;
}

async function newest(request) {
  try {
    const answer = await fetch(request);
    await put(SEEN, request, answer);
    return answer;
  } catch (error) {
    const known = await caches.match(request, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
}

/** No room, or none allowed: what was asked for is still answered. */
async function put(name, request, answer) {
  if (answer.status !== 200) return;
  const copy = answer.clone();
  await caches
    .open(name)
    .then((cache) => cache.put(request, copy))
    .catch(() => {});
}

/**
 * Keeps the page of a release with all that it needs, and lets the release before go.
 * @param {string} key @param {string[]} seen addresses of this release that the page has asked for
 */
async function keepRelease(key, seen) {
  const shell = await fetch(SHELL, { cache: 'no-cache' });
  const text = await shell.clone().text();
  // Another release or program came meanwhile: the next visit keeps that one.
  if (!shell.ok || !text.includes(`data-key="${key}"`) || !text.includes(`/v/${PROGRAM}/`)) return false;
  const isNew = !(await caches.has(RELEASE + key));
  const files = await caches.open(KEPT_FILES);
  await addMissing(files, [...FILES, ...seen.filter((address) => CONTENT.test(address))]);
  const release = await caches.open(RELEASE + key);
  await addMissing(release, seen.filter((address) => OF_RELEASE.exec(address)?.[1] === key));
  await release.put(SHELL, shell);
  // A page of the release before may be open still, and must not lose what it shows.
  if ((await self.clients.matchAll({ includeUncontrolled: true })).length > 1) return true;
  if (isNew) await caches.delete(SEEN);
  for (const name of await caches.keys()) if (name.startsWith(RELEASE) && name !== RELEASE + key) await caches.delete(name);
  await dropOldFiles();
  return true;
}

/** A few at a time, each kept as it comes: a link that breaks costs what was under way, and not what came before. */
async function addMissing(cache, addresses) {
  const wanted = [...new Set(addresses)];
  const known = await Promise.all(wanted.map((address) => cache.match(address, { ignoreVary: true })));
  const missing = wanted.filter((_, i) => !known[i]);
  while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map((address) => cache.add(new Request(address, { priority: 'low' }))));
}

/** A page that is kept needs the files of its own program, until one of this program is kept in its place. */
async function dropOldFiles() {
  const needed = [PROGRAM];
  for (const name of await caches.keys()) {
    const shell = name.startsWith(RELEASE) && (await (await caches.open(name)).match(SHELL));
    if (shell) needed.push(OF_PROGRAM.exec(await shell.text())?.[1]);
  }
  const cache = await caches.open(KEPT_FILES);
  for (const { url } of await cache.keys()) {
    const program = OF_PROGRAM.exec(new URL(url).pathname)?.[1];
    if (program && !needed.includes(program)) await cache.delete(url);
  }
}
