/** What is compared, as a part of the address: `2023` (the earlier period), `regions/22,10`, `scatter/forest_loss`… */

export const WAYS = ['periods', 'regions', 'ranks', 'scatter', 'maps', 'series', 'targets', 'release'];

/**
 * @param {string|null} [link] what follows `compare=`; whatever names no way is a period, as it was when there was but one
 * @returns {{way: string, rest: string|null}}
 */
export function readLink(link) {
  if (!link) return { way: 'periods', rest: null };
  const cut = link.indexOf('/');
  const way = cut < 0 ? link : link.slice(0, cut);
  if (!WAYS.includes(way)) return { way: 'periods', rest: link };
  return { way, rest: cut < 0 ? null : link.slice(cut + 1) || null };
}

/** The same the other way round. @param {string|null} rest what the way itself has to say */
export function writeLink(way, rest) {
  if (way === 'periods') return rest || way;
  return rest ? `${way}/${rest}` : way;
}

/** @param {string|null} rest codes with commas between @param {(code: string) => boolean} known @param {number} most */
export function readCodes(rest, known, most) {
  const all = [...new Set((rest ?? '').split(',').filter(Boolean))];
  return { codes: all.filter(known).slice(0, most), unknown: all.filter((c) => !known(c)) };
}
