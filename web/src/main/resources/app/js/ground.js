import { hold, packId, shownRelease } from './api.js';
import { useLanguage, wording } from './i18n.js';
import { toSearch } from './state.js';

/** What the page rests on: a release of the server, or a pack; and where it opens on this device. */

export class Ground {
  /** @type {object|null} the pack that is open */
  pack = null;
  /** @type {string|null} the release that the address holds fast, and is shown */
  release = null;
  /** @type {string|null} the one that it names, where another had to be shown */
  unknown = null;

  /** Opens where somebody chose to, on this device. */
  static returnToMine() {
    try {
      history.replaceState(null, '', JSON.parse(localStorage.getItem('yunga.mine'))?.search ?? location.href);
    } catch {
      // Nothing is remembered, or may be.
    }
  }

  /** Reads everything from the pack that an address names, which is kept on this device. @throws {ApiError} in words */
  async use({ pack: id, lang, release = null }) {
    this.release = release === shownRelease() ? release : null;
    this.unknown = this.release ? null : release;
    if (!id || this.pack) return;
    await useLanguage(lang === 'en' ? 'en' : 'es');
    const { namedPack } = await import('./mine-pack.js');
    this.hold(await namedPack(id));
  }

  hold(pack) {
    this.pack = pack;
    this.release = this.unknown = null;
    hold(pack);
    document.documentElement.dataset.pack = this.link;
  }

  /** The pack's name; nothing without a pack. */
  get link() {
    return this.pack && packId(this.pack);
  }

  /** The address of the region that a pack is about. */
  search(lang) {
    const { files, key, region_set: regionSet, region_code: region } = this.pack;
    const knows = (i) => i.availability.some((a) => a.region_set === regionSet);
    const indicator = files[`/data/${key}/indicators`].indicators.find(knows)?.id;
    return toSearch({ indicator, regionSet, region, lang, mine: '1', pack: this.link });
  }

  /** Says it, where it is not the newest release of a server that answers; and has it kept for later. */
  async tell(release, released) {
    const { key } = document.documentElement.dataset;
    const about = [release, wording(), this.link, this.release, this.unknown].join();
    if (about === this.told) return;
    this.told = about;
    const { Standing, keepForLater } = await import('./offline.js').catch(() => ({}));
    if (!Standing) return;
    const shown = { key, release, released, pack: this.pack, pinned: this.release, unknown: this.unknown };
    if (this.standing) return this.standing.show(shown);
    this.standing = new Standing(shown);
    await this.standing.look();
    if (!this.pack && this.standing.current?.key === key) keepForLater(key);
  }
}
