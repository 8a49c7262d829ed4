// Reads the reference data again and compares it with the compiled figures it was made from.
//
//   node check-figures.mjs COMPILED_FOLDER REFERENCE_FOLDER
//
// Prints the known sums (they stand in figures/SOURCE.md) and ends with 1 if anything differs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.mjs';
import { FILE_NAME, PARENT, SETS, daysOf, zoneSet } from './rules.mjs';

const [input, output] = process.argv.slice(2);
if (!input || !output) {
  console.error('usage: node check-figures.mjs COMPILED_FOLDER REFERENCE_FOLDER');
  process.exit(2);
}
let wrong = 0;
function check(what, holds) {
  if (!holds) wrong++;
  console.log(`${holds ? 'ok   ' : 'WRONG'} ${what}`);
}
const cents = (s) => BigInt(Math.round(Number(s) * 100)); // every value has at most two decimals
const before = readCsv(join(input, 'figures.csv'));
const after = readCsv(join(output, 'figures', 'figures.csv'));
const catalogue = (n) => readCsv(join(output, 'catalogue', `${n}.csv`));

// ---- figures against the input, row by row and summed
check(`figures: ${before.length} before, ${after.length} after`, before.length === after.length);
check('every value has at most two decimals', before.every((f) => /^\d+(\.\d{1,2})?$/.test(f.value)));
const key = (f) => [f.region_set, f.region_code, f.indicator, f.measure, f.period, f.series].join('|');
check(`keys are unique: ${new Set(after.map(key)).size}`, new Set(after.map(key)).size === after.length);
const oldKey = (f, set, start, end, method) => [set, f.region_code, f.indicator, start, end, method, f.series, f.value, f.unit, f.source_title].join('|');
const then = new Set(before.map((f) => oldKey(f, SETS[f.region_level] ?? zoneSet(f.zone_kind), f.period_start, f.period_end, f.method)));
const now = after.map((f) => oldKey(f, f.region_set, ...daysOf(f.period), f.method));
check('every row comes from one row of the input, with its dates, method, series, value, unit, source',
  now.every((k) => then.has(k)) && new Set(now).size === then.size);
check('locators are those of the input, without file names',
  after.every((f, i) => f.source_locator !== '' && f.source_locator === before[i].source_locator.replace(FILE_NAME, '')));
const sums = (rows) => {
  const m = new Map();
  for (const f of rows) {
    const k = `${f.indicator}|${f.series}`;
    const [n, s] = m.get(k) ?? [0, 0n];
    m.set(k, [n + 1, s + cents(f.value)]);
  }
  return m;
};
const [a, b] = [sums(before), sums(after)];
check(`count and sum of each of ${a.size} indicator/series pairs`, a.size === b.size && [...a].every(([k, v]) => String(b.get(k)) === String(v)));
check('measure is target where and only where the method is', after.every((f) => (f.measure === 'target') === (f.method === 'target')));
check(`zeros: ${after.filter((f) => f.state === 'zero').length}`, after.every((f) => (Number(f.value) === 0) === (f.state === 'zero') && ['value', 'zero'].includes(f.state)));
const noted = before.filter((f) => f.note.replace(PARENT, '').trim() !== '').length;
check(`notes: ${noted}, in both languages`, after.filter((f) => f.note_es).length === noted && after.filter((f) => f.note_en).length === noted);
check('no marker, file name or parent left in texts', after.every((f) => !/PARTIAL YEAR|MULTI-YEAR|\.txt\b|Department .*, province/.test(f.note_es + f.note_en + f.source_locator)));

// ---- figures against catalogue and regions
const ids = (rows) => new Set(rows.map((r) => r.id));
const [indicators, series, sets, units] = ['indicators', 'series', 'region_sets', 'units'].map(catalogue);
check(`indicators: ${indicators.length}`, indicators.length === 44 && after.every((f) => ids(indicators).has(f.indicator)));
const used = new Set(after.map((f) => f.series));
check(`series: ${series.length}, all used`, series.length === used.size && series.every((s) => used.has(s.id)));
const status = new Map(series.map((s) => [s.id, s.status]));
check('status of figure and series agree', after.every((f) => f.status === status.get(f.series)));
const unit = new Map(indicators.map((i) => [i.id, i.unit]));
check('unit of figure and indicator agree', after.every((f) => f.unit === unit.get(f.indicator)) && indicators.every((i) => ids(units).has(i.unit)));
check('themes, breaks, classes, absences name what exists',
  indicators.every((i) => ids(catalogue('themes')).has(i.theme)) &&
  ['breaks', 'classes', 'absences'].flatMap(catalogue).every((r) => unit.has(r.indicator) && (!r.region_set || ids(sets).has(r.region_set))));
const texts = ['themes', 'indicators', 'units', 'series', 'breaks', 'region_sets', 'absences'].flatMap(catalogue);
check('catalogue texts stand in both languages', texts.every((r) => Object.keys(r).every((c) => !/_(es|en)$/.test(c) || r[c] !== '')));
for (const l of ['short_es', 'short_en']) check(`${l} is distinct`, new Set(indicators.map((i) => i[l])).size === indicators.length);
const regions = readCsv(join(output, 'regions', 'regions.csv'));
const at = new Set(regions.map((r) => `${r.region_set}|${r.code}`));
check(`regions: ${regions.length}, unique, every set known`, at.size === regions.length && regions.every((r) => ids(sets).has(r.region_set)));
check('every figure has its region', after.every((f) => at.has(`${f.region_set}|${f.region_code}`)));
check('every parent exists', regions.every((r) => !r.parent_code || at.has(`${r.parent_set}|${r.parent_code}`)));
check('notes of regions stand in both languages', regions.every((r) => !r.note_es === !r.note_en));
const zones = readCsv(join(input, 'zones.csv'));
check(`zones: ${zones.length}`, zones.every((z) => at.has(`${zoneSet(z.kind)}|${z.zone_id}`)));
const points = readCsv(join(output, 'regions', 'reference_points.csv'));
const pointsBefore = readCsv(join(input, 'zone_points.csv'));
check(`reference points: ${points.length}`, points.length === pointsBefore.length &&
  points.every((p, i) => at.has(`${p.region_set}|${p.code}`) && p.longitude === pointsBefore[i].lon && p.latitude === pointsBefore[i].lat));
const members = readCsv(join(output, 'regions', 'members.csv'));
const membersBefore = readCsv(join(input, 'zone_members.csv'));
check(`members: ${members.length}, ${members.filter((m) => m.member_code).length} with a code`, members.length === membersBefore.length &&
  members.every((m, i) => (membersBefore[i].ubigeo === '' || m.member_code === membersBefore[i].ubigeo) && m.member_name === membersBefore[i].district));
for (const folder of ['departments', 'catalogue', 'figures', 'regions']) {
  const file = join(output, folder, 'SHA256SUMS');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  check(`${folder}: checksums of ${lines.length} files`, lines.length > 0 && lines.every((l) => {
    const [sum, name] = l.split('  ');
    return createHash('sha256').update(readFileSync(join(output, folder, name))).digest('hex') === sum;
  }));
}

// ---- known sums
const total = (test) => after.filter(test).reduce((s, f) => s + Number(f.value), 0);
const coca = (f) => f.indicator === 'coca_area' && f.measure === 'actual' && f.status === 'final';
const published = { 2017: [49871, 49900], 2018: [54133, 54134], 2019: [54655, 54655], 2020: [61776, 61777], 2021: [80682, 80681], 2022: [95006, 95008], 2023: [92784, 92784], 2024: [89754, 89755] };
for (const [year, [sum, country]] of Object.entries(published)) {
  const who = year === '2017' ? 'UNODC' : 'DEVIDA-OPD';
  const of = (set) => total((f) => coca(f) && f.region_set === set && f.period === year && f.series === who);
  const n = after.filter((f) => coca(f) && f.region_set === 'departments' && f.period === year && f.series === who).length;
  check(`coca ${year} ${who}: ${n} departments ${of('departments')}, zones ${of('production-zones') || '-'}, published ${of('country')}, difference ${of('departments') - of('country')}`,
    n === 13 && of('departments') === sum && of('country') === country);
}
const target = (indicator, set, code) => total((f) => f.indicator === indicator && f.measure === 'target' && f.period === '2015' && f.region_set === set && (!code || f.region_code === code));
check(`titles 2015, target: six departments ${target('land_titles', 'departments')}, country ${target('land_titles', 'country')}, San Martín ${target('land_titles', 'departments', '22')}`,
  target('land_titles', 'departments') === 26000 && target('land_titles', 'country') === 26000 && target('land_titles', 'departments', '22') === 12200);
check(`titling budget 2015: six departments ${target('land_titling_budget', 'departments')}, country ${target('land_titling_budget', 'country')}, San Martín ${target('land_titling_budget', 'departments', '22')}`,
  target('land_titling_budget', 'departments') === 19412383 && target('land_titling_budget', 'country') === 19412383 && target('land_titling_budget', 'departments', '22') === 6100000);
const forest = (set) => total((f) => f.indicator === 'reforested_area' && f.measure === 'actual' && f.region_set === set && f.period === '2011/2017').toFixed(1);
check(`reforested 2011/2017: departments ${forest('departments')}, country ${forest('country')}`, forest('departments') === '49452.9' || forest('departments') === forest('country'));
console.log(wrong ? `${wrong} checks failed` : 'all checks hold');
process.exitCode = wrong ? 1 : 0;
