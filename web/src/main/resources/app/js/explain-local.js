/** How a number came to be, from what the page holds: for use without the server. Nothing here knows of the page. */

/** What the note of a sum over a zone's list begins with; the server writes it. */
const SUM = /^Suma calculada por Yunga/;

/**
 * An explanation as the server gives it, as far as it can be told from the figures at hand.
 * @param {object} view @param {object} info answer of /info @param {boolean} total the sum, though a region is chosen
 */
export function fromView(view, info, total) {
  const { state, catalogue, indicator, set, series, data } = view;
  const row = total ? null : view.frame.get(view.region);
  const rows = row ? [row].filter((r) => r.figure) : [...view.frame.values()].filter((r) => r.figure && r.value !== null);
  const left = row ? [] : [...view.frame.values()].filter((r) => r.value === null);
  const ids = new Set(rows.map((r) => r.figure.dataset));
  return {
    release: data.release,
    released: info.released,
    indicator,
    region_set: { id: set.id, name: set.name },
    region: row && { code: row.code, name: row.name },
    measure: state.measure,
    period: state.period,
    series,
    state: row ? row.state : rows.length ? 'value' : 'missing',
    value: row ? row.value : (view.total?.sum ?? null),
    unit: indicator.unit,
    making: { kind: kindOf(row), words: null },
    figure: row?.figure ?? null,
    published: row ? null : publishedOf(view.total),
    breaks: catalogue.breaks.filter((b) => b.indicator === indicator.id),
    rows: rows.map((r) => r.figure),
    left_out: left.map((r) => ({ region_set: set.id, region_code: r.code, region_name: r.name, state: r.state, explanation: r.figure?.note ?? null })),
    datasets: info.datasets.filter((d) => ids.has(d.id)),
  };
}

function kindOf(row) {
  if (!row) return 'sum_of_regions';
  if (!row.figure) return 'absent';
  return SUM.test(row.figure.note?.es ?? '') ? 'sum_of_members' : 'reported';
}

function publishedOf(total) {
  return total?.published ? { ...total.published, difference: total.difference } : null;
}

/** Regions left out, by state. @returns {[string, object[]][]} the longest list last */
export function byState(left) {
  const groups = new Map();
  for (const one of left) groups.set(one.state, [...(groups.get(one.state) ?? []), one]);
  return [...groups].sort((a, b) => a[1].length - b[1].length);
}
