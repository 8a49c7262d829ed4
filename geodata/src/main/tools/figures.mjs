// Turns the compiled figures (figures.csv, zones.csv, zone_points.csv, zone_members.csv) into the
// reference data of this module: figures/ and regions/.
//
//   node figures.mjs COMPILED_FOLDER REFERENCE_FOLDER
//
// Facts are carried over as they are. What changes: column names, periods in ISO form, the state,
// texts in two languages (texts.csv, kept beside this file; a text without a translation is an error).
// check-figures.mjs compares the result with the input again.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCsv, writeCsv, writeSums } from './csv.mjs';
import { FILE_NAME, PARENT, SETS, periodOf, statusOf, zoneSet } from './rules.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [input, output] = process.argv.slice(2);
if (!input || !output) {
  console.error('usage: node figures.mjs COMPILED_FOLDER REFERENCE_FOLDER');
  process.exit(2);
}

// Names without their accents in the compiled figures; nothing but accents and case may differ.
const spelled = new Map(readCsv(join(here, 'names.csv')).map((n) => [n.code, n.name]));
const fold = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
function spell(code, name) {
  const better = spelled.get(code) ?? name;
  if (fold(better) !== fold(name)) throw new Error(`names.csv: ${code} is ${name}, not ${better}`);
  return better;
}

const texts = new Map();
for (const t of readCsv(join(here, 'texts.csv'))) {
  if (texts.has(t.text)) throw new Error(`texts.csv: twice: ${t.text}`);
  texts.set(t.text, t);
}
const untranslated = new Set();
const used = new Set();
function text(raw) {
  if (raw === '') return { es: '', en: '' };
  const t = texts.get(raw);
  if (!t || t.es === '') {
    untranslated.add(raw);
    return { es: raw, en: raw };
  }
  used.add(raw);
  return { es: t.es, en: t.en === '' ? raw : t.en };
}

// ---- figures

const compiled = readCsv(join(input, 'figures.csv'));
const names = new Map(); // set|code -> name
const provinces = new Map(); // code -> name
const figures = compiled.map((f) => {
  const set = f.region_level === 'zone' ? zoneSet(f.zone_kind) : SETS[f.region_level];
  if (!set) throw new Error(`unknown level ${f.region_level} ${f.zone_kind}`);
  if (f.region_level !== 'zone') names.set(`${set}|${f.region_code}`, f.region_name);
  const parent = f.note.match(PARENT);
  if (parent) provinces.set(f.region_code.slice(0, 4), parent[2]);
  const note = text(f.note.replace(PARENT, '').trim());
  return {
    region_set: set,
    region_code: f.region_code,
    indicator: f.indicator,
    measure: f.method === 'target' ? 'target' : 'actual',
    period: periodOf(f.period_start, f.period_end),
    value: f.value,
    unit: f.unit,
    series: f.series,
    method: f.method,
    state: Number(f.value) === 0 ? 'zero' : 'value',
    status: statusOf(f.series),
    source_title: f.source_title,
    source_locator: f.source_locator.replace(FILE_NAME, ''),
    note_es: note.es,
    note_en: note.en,
  };
});
writeCsv(
  join(output, 'figures', 'figures.csv'),
  ['region_set', 'region_code', 'indicator', 'measure', 'period', 'value', 'unit', 'series', 'method', 'state', 'status',
    'source_title', 'source_locator', 'note_es', 'note_en'],
  figures,
);
writeSums(join(output, 'figures'), ['figures.csv']);

// ---- regions

const DEPARTMENTS = ['Amazonas', 'Áncash', 'Apurímac', 'Arequipa', 'Ayacucho', 'Cajamarca', 'Callao', 'Cusco', 'Huancavelica',
  'Huánuco', 'Ica', 'Junín', 'La Libertad', 'Lambayeque', 'Lima', 'Loreto', 'Madre de Dios', 'Moquegua', 'Pasco', 'Piura',
  'Puno', 'San Martín', 'Tacna', 'Tumbes', 'Ucayali'];
const region = (region_set, code, name, parent_set = '', parent_code = '', note = { es: '', en: '' }) =>
  ({ region_set, code, name, parent_set, parent_code, note_es: note.es, note_en: note.en });
const byCode = (a, b) => (a[0] < b[0] ? -1 : 1);

const regions = [region('country', 'PE', 'Perú')];
DEPARTMENTS.forEach((name, i) => {
  const code = String(i + 1).padStart(2, '0');
  const given = names.get(`departments|${code}`);
  if (given && given !== name) throw new Error(`department ${code}: ${given} in the figures, ${name} here`);
  regions.push(region('departments', code, name, 'country', 'PE'));
});
for (const [key, name] of names) {
  if (key.startsWith('provinces|')) {
    const code = key.split('|')[1];
    if (provinces.has(code) && provinces.get(code) !== name) throw new Error(`province ${code}: ${name}, ${provinces.get(code)}`);
    provinces.set(code, name);
  }
}
for (const [code, name] of [...provinces].sort(byCode)) {
  regions.push(region('provinces', code, spell(code, name), 'departments', code.slice(0, 2)));
}
for (const [key, name] of [...names].filter(([k]) => k.startsWith('districts|')).sort(byCode)) {
  const code = key.split('|')[1];
  regions.push(region('districts', code, spell(code, name), 'provinces', code.slice(0, 4)));
}
const zones = readCsv(join(input, 'zones.csv'));
for (const z of zones) {
  // "VRAEM (Valle de los Ríos ...)": the short name, the long one leads the note.
  const [, name, long] = z.name_es.match(/^(VRAEM) \((.+)\)$/) ?? [null, z.name_es, ''];
  const note = text(z.definition);
  if (long) for (const l of ['es', 'en']) note[l] = `${long}. ${note[l]}`;
  regions.push(region(zoneSet(z.kind), z.zone_id, name, '', '', note));
}
const members = readCsv(join(input, 'zone_members.csv'));
for (const m of members) {
  if (!regions.some((r) => r.code === m.zone_id)) {
    regions.push(region(zoneSet(m.kind), m.zone_id, m.zone_name_es, '', '', text(`ZONE ${m.zone_id}`)));
  }
}
writeCsv(join(output, 'regions', 'regions.csv'),
  ['region_set', 'code', 'name', 'parent_set', 'parent_code', 'note_es', 'note_en'], regions);

const setOf = new Map(regions.map((r) => [r.code, r.region_set]));
writeCsv(
  join(output, 'regions', 'reference_points.csv'),
  ['region_set', 'code', 'longitude', 'latitude', 'basis_es', 'basis_en'],
  readCsv(join(input, 'zone_points.csv')).map((p) => {
    const basis = p.basis.match(/^centre of (district|province) (.+), chosen by its name \((\d+)\)$/);
    if (!basis) throw new Error(`reference point of ${p.zone_id}: ${p.basis}`);
    const es = basis[1] === 'district' ? 'del distrito' : 'de la provincia';
    return {
      region_set: setOf.get(p.zone_id),
      code: p.zone_id,
      longitude: p.lon,
      latitude: p.lat,
      basis_es: `centro ${es} ${spell(basis[3], basis[2])} (${basis[3]}), elegido por su nombre; no indica los límites de la zona`,
      basis_en: `centre of ${basis[1]} ${spell(basis[3], basis[2])}, chosen by its name (${basis[3]}); it says nothing of the zone's limits`,
    };
  }),
);

writeCsv(
  join(output, 'regions', 'members.csv'),
  ['region_set', 'code', 'member_set', 'member_code', 'member_name', 'source_title', 'source_locator', 'note_es', 'note_en'],
  members.map((m) => {
    const note = text(m.note);
    const place = m.ubigeo === '';
    const known = regions.find((r) => place && r.region_set === 'districts' && fold(r.name) === fold(m.district) &&
      fold(provinces.get(r.parent_code)) === fold(m.province));
    const es = known ? `; las cifras por distrito le dan el UBIGEO ${known.code}` : '';
    const en = known ? `; the district figures give it the UBIGEO ${known.code}` : '';
    return {
      region_set: zoneSet(m.kind),
      code: m.zone_id,
      member_set: 'districts',
      member_code: m.ubigeo || known?.code || '',
      member_name: m.district,
      source_title: m.source_title,
      source_locator: m.source_locator,
      note_es: place ? `Provincia ${m.province}, departamento ${m.department}. ${note.es}${es}` : note.es,
      note_en: place ? `Province ${m.province}, department ${m.department}. ${note.en}${en}` : note.en,
    };
  }),
);
writeSums(join(output, 'regions'), ['regions.csv', 'reference_points.csv', 'members.csv']);

for (const t of untranslated) console.error(`no translation in texts.csv: ${t}`);
for (const t of texts.keys()) if (!used.has(t)) console.error(`texts.csv: no longer used: ${t}`);
console.log(`${figures.length} figures, ${regions.length} regions, ${members.length} members, ${used.size} texts`);
if (untranslated.size) process.exitCode = 1;
