/** What cells of plots are called by: hectares on a square kilometre, so that cells of any size share one scale. */

/** Fixed, for all years, kinds and zooms: 1 ha on 1 km² is one hundredth of the ground. */
export const BOUNDS = [0, 0.02, 0.1, 0.5, 2, null];

/** What cells are called by: areas have hectares, lines kilometres, points only their number. */
export function measureOf({ cells: [first] = [] }) {
  return ['hectares', 'kilometres'].find((name) => first?.[name] !== undefined) ?? (first ? 'count' : 'hectares');
}

/** The unit of {@link measureOf} on a square kilometre. */
export const UNITS = { hectares: 'ha/km²', kilometres: 'km/km²', count: '/km²' };

/** @param {object} cell @param {number} metres its side @returns {number} ha, km or plots per km² */
export function density(cell, metres) {
  return (cell.hectares ?? cell.kilometres ?? cell.count) / (metres / 1000) ** 2;
}

/** @returns {number} 0 to 4 */
export function classOf(value) {
  let i = BOUNDS.length - 2;
  while (i > 0 && value < BOUNDS[i]) i--;
  return i;
}

/** The colour of a class out of a palette that may have fewer. @param {string[]} colours light to dark */
export function colourOf(index, colours) {
  return colours[Math.round((index * (colours.length - 1)) / (BOUNDS.length - 2))];
}

/** What is in sight, added up. @param {object} answer of /api/v1/plots */
export function inSight(answer) {
  if (answer.type !== 'cells') return { plots: answer.features.length, hectares: null, withheld: 0, cells: 0 };
  const sum = (key) => answer.cells.reduce((total, c) => total + (c[key] ?? 0), 0);
  return { plots: sum('count'), [measureOf(answer)]: sum(measureOf(answer)), withheld: answer.withheld ?? 0, cells: answer.cells.length };
}
