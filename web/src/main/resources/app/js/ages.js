import { lang, t, tn } from './i18n.js';
import { LOCALES, plain } from './format.js';
import { daysSince } from './packs.js';

/** How old something is, and how large, in words. */

/** `hace 3 días`; a date where the clock says that it is of the future. @param {number} moment */
export function ageWords(moment) {
  const days = daysSince(moment);
  if (days < 0) return t('pack.clock', { date: dateWords(moment) });
  return days ? tn('pack.days', days) : t('pack.today');
}

export function dateWords(moment) {
  const words = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: 'America/Lima', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(moment));
  // `21 nov 2026`, as everywhere on the page, and not `21 nov. 2026`.
  return words.replace('.', '');
}

export function sizeWords(bytes) {
  return bytes < 1e6 ? `${plain(Math.ceil(bytes / 1000), lang)} kB` : `${plain(bytes / 1e6, lang, 1)} MB`;
}
