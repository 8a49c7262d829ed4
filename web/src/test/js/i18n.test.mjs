import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const app = new URL('../../main/resources/app/', import.meta.url);
const read = (path) => readFileSync(new URL(path, app), 'utf8');
const [es, en] = [await words('es'), await words('en')];
const scripts = readdirSync(new URL('js/', app)).filter((name) => name.endsWith('.js'));

/** All words of a language: those of the first view and those that come later. */
async function words(lang) {
  const names = readdirSync(new URL('i18n/', app)).filter((name) => new RegExp(`^(\\w+-)?${lang}\\.js$`).test(name));
  const parts = await Promise.all(names.map((name) => import(new URL(`i18n/${name}`, app))));
  const all = parts.flatMap((part) => Object.entries(part.default));
  assert.equal(new Set(all.map(([key]) => key)).size, all.length, 'a key stands in one file only');
  return Object.fromEntries(all);
}

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(es).sort(), Object.keys(en).sort());
});

test('both languages fill the same places', () => {
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(es)) assert.deepEqual(places(es[key]), places(en[key]), key);
});

test('a release is called by one word in each language', () => {
  const number = '\\{(release|given|latest|id|from|to)\\}';
  for (const key of Object.keys(es)) {
    assert.doesNotMatch(es[key], new RegExp(`(datos|versión|edición|publicación) (la )?${number}`, 'i'), key);
    assert.doesNotMatch(en[key], new RegExp(`(data|version|edition|publication) ${number}`, 'i'), key);
    if (es[key].includes('{release}')) assert.equal(/entrega/i.test(es[key]), /release/i.test(en[key].replaceAll('{release}', '')), key);
  }
});

test('every key that is written out in the code or the page exists', () => {
  const used = new Set();
  for (const name of scripts) {
    const code = read(`js/${name}`);
    for (const m of code.matchAll(/\bt\('([\w.-]+)'/g)) used.add(m[1]);
    for (const m of code.matchAll(/\btn\('([\w.-]+)'/g)) used.add(`${m[1]}.one`).add(`${m[1]}.other`);
    for (const m of code.matchAll(/'((?:change|standing|total|card|by)\.\w+)'/g)) used.add(m[1]);
  }
  for (const m of read('index.html').matchAll(/data-t(?:-label)?="([\w.-]+)"/g)) used.add(m[1]);
  const missing = [...used].filter((key) => !(key in es) && !(`${key}.one` in es));
  assert.deepEqual(missing, []);
});

test('the page runs nothing inline', () => {
  assert.doesNotMatch(read('index.html'), /\son\w+=|\sstyle=|<script>/);
});

test('of two languages the one asked for last is spoken, whichever comes first', async () => {
  const { t, useLanguage, wording } = await import(new URL('js/i18n.js', app));
  await useLanguage('es');

  await Promise.all([useLanguage('en'), useLanguage('es')]);

  assert.equal(wording(), 'es');
  assert.equal(t('state.zero'), es['state.zero']);
  await Promise.all([useLanguage('es', 'mine-'), useLanguage('en')]);
  assert.equal(wording(), 'en');
  assert.equal(t('mine.title'), en['mine.title']);
});
