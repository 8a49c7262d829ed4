// The few rules that turn a compiled figure into a reference figure; used by the conversion and its check.

export const SETS = { country: 'country', department: 'departments', province: 'provinces', district: 'districts' };

const ZONES = {
  production_zone: 'production-zones',
  zei: 'zei',
  field_office: 'field-offices',
  protected_area: 'protected-areas',
  eradication_axis: 'eradication-axes',
  legal_zone: 'legal-zones',
};

export function zoneSet(kind) {
  if (!ZONES[kind]) throw new Error(`unknown kind of zone: ${kind}`);
  return ZONES[kind];
}

/** The part of a district's note that only names its parents; they stand in regions.csv. */
export const PARENT = /Department ([^,]+), province ([^,;.]+)$/;

/** A locator may begin with the name of the text file the compilers read; the place in the document follows. */
export const FILE_NAME = /^\w+ \d{3}_[0-9a-f]{16}\.txt, /;

/**
 * ISO 8601 period of two inclusive dates: 2024, 2024-Q1, 2020-01, 2012/2014 (whole years),
 * else both dates: 2015-01-01/2015-11-02.
 */
export function periodOf(start, end) {
  const [y1, m1, d1] = start.split('-');
  const [y2, m2, d2] = end.split('-');
  const last = (y, m) => String(new Date(Date.UTC(+y, +m, 0)).getUTCDate()).padStart(2, '0');
  if (d1 === '01' && d2 === last(y2, m2)) {
    if (m1 === '01' && m2 === '12') return y1 === y2 ? y1 : `${y1}/${y2}`;
    if (y1 === y2 && m1 === m2) return `${y1}-${m1}`;
    if (y1 === y2 && +m2 - +m1 === 2 && +m1 % 3 === 1) return `${y1}-Q${(+m1 + 2) / 3}`;
  }
  return `${start}/${end}`;
}

/** Inclusive first and last day of a canonical period. */
export function daysOf(period) {
  const last = (y, m) => `${y}-${m}-${String(new Date(Date.UTC(+y, +m, 0)).getUTCDate()).padStart(2, '0')}`;
  let m;
  if (/^\d{4}$/.test(period)) return [`${period}-01-01`, `${period}-12-31`];
  if ((m = period.match(/^(\d{4})\/(\d{4})$/))) return [`${m[1]}-01-01`, `${m[2]}-12-31`];
  if ((m = period.match(/^(\d{4})-(\d{2})$/))) return [`${period}-01`, last(m[1], m[2])];
  if ((m = period.match(/^(\d{4})-Q([1-4])$/))) {
    const month = String(m[2] * 3).padStart(2, '0');
    return [`${m[1]}-${String(m[2] * 3 - 2).padStart(2, '0')}-01`, last(m[1], month)];
  }
  if ((m = period.match(/^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/))) return [m[1], m[2]];
  throw new Error(`not a period: ${period}`);
}

/** Status by the suffix of the series. */
export function statusOf(series) {
  if (/-alt\d*$/.test(series)) return 'alternative';
  if (/-prelim$/.test(series)) return 'preliminary';
  return 'final';
}
