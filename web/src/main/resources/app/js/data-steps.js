/** Differences in steps of colour, the same on map, table and legend: PuOr around zero, by the largest difference. */

export const STEPS = ['less-much', 'less', 'more', 'more-much', 'new', 'gone'];

/**
 * The step of each region. A figure that is only in one of the releases has no difference: it is new, or gone.
 * @param {object[]} figures rows of a diff @returns {Map<string, {step: string, row: object, share: number|null}>}
 */
export function steps(figures) {
  const largest = Math.max(0, ...figures.map((f) => Math.abs(f.difference ?? 0)));
  return new Map(figures.map((row) => [row.region_code, { row, step: stepOf(row, largest), share: share(row.value_before, row.value_after) }]));
}

function stepOf({ difference, value_after: after }, largest) {
  if (difference === null || difference === undefined) return after === null ? 'gone' : 'new';
  if (difference === 0) return 'same';
  const much = Math.abs(difference) > largest / 2 ? '-much' : '';
  return `${difference < 0 ? 'less' : 'more'}${much}`;
}

/** @returns {number|null} 0.25 for a quarter more; null where there is nothing to compare with */
export function share(before, after) {
  return before && after !== null && after !== undefined ? after / before - 1 : null;
}

export const plotStep = (change) => `diff-${change?.step ?? 'same'}`;
