/** All figures of a region set in columns, and out of them the figures of one indicator as the API tells them. */

/**
 * @param {object} file `/data/{key}/values/{set}` @param {{code: string, name: string}[]} [regions] for their names
 * @returns {object} as `/api/v1/figures` answers; without figures where there are none
 */
export function figuresOf(file, indicator, measure, regions = []) {
  const table = file.tables.find((t) => t.indicator === indicator && t.measure === measure);
  const { release, region_set } = file;
  if (!table) return { release, region_set, indicator, measure, figures: [], not_covered: [], totals: [], classes: null };
  const names = new Map(regions.map((r) => [r.code, r.name]));
  const told = { region_set, indicator, measure, unit: table.unit };
  const figures = rows(table.figures, file.words).map((f) => ({ ...told, region_name: names.get(f.region_code) ?? f.region_code, ...f }));
  return { ...table, release, region_set, figures, totals: rows(table.totals, file.words) };
}

/** Indicators by region, once for each file: a story asks again whenever time moves. */
const known = new WeakMap();

/** Which indicators have a figure of a region. @returns {Set<string>} */
export function indicatorsOf(file, code) {
  if (!known.has(file)) known.set(file, new Map());
  const ofRegions = known.get(file);
  if (!ofRegions.has(code)) ofRegions.set(code, search(file, code));
  return ofRegions.get(code);
}

function search(file, code) {
  const place = file.words.region_code?.indexOf(code);
  const holds = ({ region_code: c } = {}) => (Array.isArray(c) ? c.includes(place) : c === place);
  const found = file.tables.filter((t) => holds(t.figures.columns) && rows(t.figures, file.words).some((f) => f.region_code === code && f.dataset));
  return new Set(found.map((t) => t.indicator));
}

function rows({ rows: count, columns }, words) {
  return Array.from({ length: count }, (_, i) => {
    const row = {};
    for (const [name, column] of Object.entries(columns)) {
      const value = Array.isArray(column) ? column[i] : column;
      row[name] = value !== null && words[name] ? words[name][value] : value;
    }
    return row;
  });
}
