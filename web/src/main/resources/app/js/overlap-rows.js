/** The answer of /overlaps as rows of a table, the largest first; nothing here knows of the page. */

/**
 * @typedef {{code: string|null, name: string|null, hectares: number, ofRegion: number|null, ofOther: number|null}} OverlapRow
 *   without code and name: what lies in no region of the other set
 * @param {object} answer of /api/v1/overlaps @param {string} code of the region @param {number} most rows, at least one
 * @returns {{rows: OverlapRow[], count: number}} the first ones, and how many there are
 */
export function shownRows(answer, code, most) {
  const own = answer.overlaps
    .filter((r) => r.region_code === code)
    .map((r) => ({ code: r.with_code, name: r.with_name, hectares: r.hectares, ofRegion: r.share_of_region, ofOther: r.share_of_with }));
  // What lies in none comes last, however large it is: it is no region.
  own.sort((a, b) => (a.code === null) - (b.code === null) || b.hectares - a.hectares);
  return { rows: own.slice(0, most), count: own.length };
}
