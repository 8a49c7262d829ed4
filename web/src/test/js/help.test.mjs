import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (lang) => JSON.parse(readFileSync(new URL(`../../main/resources/app/help/${lang}.json`, import.meta.url), 'utf8'));
const [es, en] = ['es', 'en'].map(read);
const items = (help) => help.sections.flatMap((section) => section.items);
const shape = (value) => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shape(v)])) : k(value));
const k = (value) => typeof value;

test('both languages have the same parts, in the same order but for the glossary', () => {
  assert.deepEqual(shape(es.words), shape(en.words));
  assert.deepEqual(es.sections.map((s) => s.id), en.sections.map((s) => s.id));
  for (const [i, section] of es.sections.entries()) {
    assert.deepEqual(section.items.map((one) => one.id).sort(), en.sections[i].items.map((one) => one.id).sort(), section.id);
  }
});

test('an entry has an address of its own', () => {
  const ids = [...es.sections, ...items(es)].map((one) => one.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z][a-z0-9-]*$/);
});

test('both languages tell the same numbers and name the same sources', () => {
  const other = new Map(items(en).map((one) => [one.id, one]));
  const numbers = (text) => (text.match(/\d[\d,./-]*\d|\d/g) ?? []).sort();
  for (const one of items(es)) {
    const twin = other.get(one.id);
    assert.deepEqual(numbers(one.text), numbers(twin.text), one.id);
    assert.equal(one.source?.url, twin.source?.url, one.id);
    if (one.source?.url) assert.match(one.source.url, /^https:\/\/\S+$/);
  }
});

test('texts are short, and every abbreviation that is used is explained', () => {
  for (const help of [es, en]) {
    for (const one of items(help)) assert.ok(one.text.length <= 330, `${one.id}: ${one.text.length}`);
    const explained = help.sections.find((s) => s.id === 'glossary').items.map((one) => `${one.term} ${one.text}`).join(' ');
    for (const name of ['ZEI', 'DAIS', 'PIRDAIS', 'VRAEM', 'UBIGEO', 'DEVIDA', 'CORAH', 'UNODC', 'SIMCI', 'OPD', 'CONIDA', 'SINANPE', 'PTRT3', 'MEM']) {
      assert.match(explained, new RegExp(`\\b${name}\\b`), name);
    }
  }
});
