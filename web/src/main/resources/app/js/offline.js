import { $, h } from './dom.js';
import { ownStore, packId } from './api.js';
import { lang, t, useLanguage } from './i18n.js';

/**
 * What the page rests on, said above it when it is not the newest release of a server that answers; and the service
 * worker, which keeps what was seen. Fetched when the first view stands.
 */

const EVERY_MS = 300000;
/** What the worker is to keep of what was asked for so far. */
const OF_RELEASE = /^\/(places|data\/\d+-[0-9a-f]+)\/(?!packs\/)/;

export class Standing {
  /**
   * @param {{key: string, release: string, released: string, pack: object|null, pinned: string|null, unknown: string|null}} shown
   *   `pinned` the release that the address holds fast, `unknown` one that it names in vain
   */
  constructor(shown) {
    this.shown = shown;
    // The server has said it before the app came, where the address names a release.
    this.bar = $('standing') ?? h('div', { id: 'standing', class: 'notice', role: 'status', 'data-testid': 'standing', hidden: true });
    if (!this.bar.isConnected) $('page').before(this.bar);
    for (const event of ['online', 'offline']) window.addEventListener(event, () => this.look());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.look());
    setInterval(() => document.visibilityState === 'visible' && this.look(), EVERY_MS);
  }

  /** Another release is shown from now on, or another language. */
  async show(shown) {
    this.shown = shown;
    await this.render();
  }

  /** Asks which release is in force. */
  async look() {
    this.current = await fetch('/data/current', { cache: 'no-cache' })
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
    await this.render();
  }

  async render() {
    await useLanguage(lang, 'offline-');
    const content = await this.#content();
    this.bar.replaceChildren(...content);
    this.bar.hidden = !content.length;
  }

  async #content() {
    const { shown, current } = this;
    const load = h('button', { type: 'button', class: 'quiet', onclick: () => location.reload() }, t('standing.load'));
    if (shown.pack) return this.#pack(shown.pack);
    const offline = !current && t('standing.offline', { release: shown.release });
    if (shown.unknown && shown.unknown !== this.read) return this.#unknown(offline);
    if (offline) return [h('span', {}, offline)];
    if (current.key === shown.key) return [];
    if (current.release === shown.release) return [h('span', {}, t('standing.program')), load];
    if (shown.pinned) return this.#pinned();
    return [h('span', {}, t('standing.newer', { release: current.release, given: shown.release })), load];
  }

  /** The address names a release that there is not: once read, it is said no more. */
  async #unknown(offline) {
    const { unknown: given, release, released } = this.shown;
    const { dateWords } = await import('./ages.js');
    const words = t('standing.unknown', { given, release, date: dateWords(released) });
    const read = () => {
      this.read = given;
      this.render();
    };
    const close = h('button', { type: 'button', class: 'quiet', 'data-testid': 'standing-read', onclick: read }, t('notice.close'));
    return [h('span', {}, [words, offline].filter(Boolean).join(' ')), close];
  }

  /** The address holds an older release fast. */
  async #pinned() {
    const { shown, current } = this;
    const { dateWords } = await import('./ages.js');
    const words = t('standing.pinned', { given: shown.release, date: dateWords(shown.released), release: current.release, latest: dateWords(current.released) });
    const link = h('a', { class: 'quiet', 'data-testid': 'to-latest' }, t('standing.latest'));
    // The state moves on after this was written.
    const follow = () => {
      link.href = inLatest(location.search);
    };
    for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, follow);
    follow();
    return [h('span', {}, words), link];
  }

  async #pack(pack) {
    const [{ ageWords, dateWords }, { keptPacks }] = await Promise.all([import('./ages.js'), import('./packs.js'), useLanguage(lang, 'mine-')]);
    const kept = (await keptPacks()).find((k) => k.id === packId(pack) && k.release === pack.release);
    const age = kept ? t('standing.saved', { age: ageWords(kept.saved) }) : t('standing.published', { date: dateWords(pack.released) });
    const words = [t('standing.pack', { name: pack.region_name, release: pack.release, age }), besideServer(pack, this.current, dateWords)];
    const leave = h('a', { class: 'quiet', href: '/', 'data-testid': 'leave-pack' }, t('standing.leave'));
    return [h('span', {}, words.filter(Boolean).join(' ')), leave];
  }
}

/** How a pack stands to the server: every store has a release 1, so that only packs of its own are compared. */
function besideServer(pack, current, dateWords) {
  const own = ownStore();
  if (!pack.store) return t('pack.noStore');
  if (own && pack.store !== own) return t('pack.otherStore');
  if (!own || !current || current.released === pack.released) return null;
  return t('pack.elsewhere', { given: pack.release, from: dateWords(pack.released), release: current.release, date: dateWords(current.released) });
}

/** The address of the same view in the newest release. @param {string} search `?indicator=...&release=3` */
export function inLatest(search) {
  return `/?${search.replace(/^\?/, '').split('&').filter((part) => part && !part.startsWith('release=')).join('&')}`;
}

/** Has the worker keep the release that is shown. Without worker, or without room, the page works as before. */
export async function keepForLater(key) {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const kept = (await keptBy(active, key)) || (await keptBy(await newer(registration), key));
    document.documentElement.dataset.kept = String(kept);
  } catch (error) {
    console.info(`not kept for use without a connection: ${error.name}`);
  }
}

/** @param {ServiceWorker|null} worker @returns {Promise<boolean>} */
function keptBy(worker, key) {
  const seen = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
  return new Promise((resolve) => {
    if (!worker) return resolve(false);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data.kept);
    worker.postMessage({ keep: key, seen: seen.filter((address) => OF_RELEASE.test(address)) }, [port2]);
  });
}

/**
 * The worker of a program that came since: it takes over when this page is closed, and who is without a connection by
 * then must find a page of that program.
 */
async function newer(registration) {
  await registration.update();
  const worker = registration.installing ?? registration.waiting;
  const ends = (resolve) => ['installed', 'activated', 'redundant'].includes(worker.state) && resolve();
  if (worker) await new Promise((resolve) => (worker.addEventListener('statechange', () => ends(resolve)), ends(resolve)));
  return worker?.state === 'redundant' ? null : worker;
}
