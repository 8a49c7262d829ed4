import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { among, NAMES, share } from '../../main/resources/app/js/layer.js';
import { LAYERS } from '../../main/resources/app/js/i18n.js';
import { resolve, fromSearch, spoken, toSearch } from '../../main/resources/app/js/state.js';
import { smallCatalogue } from './catalogue.fixture.mjs';

const words = async (name) => (await import(`../../main/resources/app/i18n/${name}.js`)).default;
const [quy, es, mine] = await Promise.all(['quy', 'es', 'mine-es'].map(words));
const below = { ...es, ...mine };

test('Quechua has words for texts that there are, with the same places', () => {
  const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(quy)) {
    assert.ok(key in below, key);
    assert.deepEqual(places(text), places(below[key]), key);
  }
});

test('Quechua is spelt with the letters of the Chanka alphabet: three vowels, no b, d, e, f, g, o, v, x, z', () => {
  for (const [key, text] of Object.entries(quy)) assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[bdefgovxzáéíóú']/i, key);
});

test('how much is covered is counted', () => {
  assert.equal(share(['a', 'b', 'elsewhere'], ['a', 'b', 'c', 'd']), 0.5);
  const covered = share(Object.keys(quy), Object.keys(below));
  assert.ok(covered > 0.2 && covered < 0.5, `${covered}`);
});

test('a text is told from those of the language below, also with something filled in', () => {
  const is = among(['Chusaq', '{year}-manta aswan: {share}.', '{n}']);
  assert.deepEqual(['Chusaq', '2023-manta aswan: 12 %.', 'Cero', '12 % más que en 2023.', '25'].map(is), [true, true, false, false, false]);
});

test('a long text that is none of them is told at once', () => {
  const is = among(Object.values(quy));
  const long = 'una palabra, otra, '.repeat(5000);
  assert.equal(is(long), false);
  assert.equal(is(`${long} nisqanman hina`), true);
});

test('the address names the layer, and data stay in the language below', () => {
  const { state, unknown } = resolve(fromSearch('?lang=quy'), smallCatalogue());
  assert.deepEqual(unknown, []);
  assert.deepEqual([state.lang, state.words], ['es', 'quy']);
  assert.match(toSearch(state), /&lang=quy$/);
  const again = resolve(state, smallCatalogue()).state;
  assert.deepEqual(again, state);
  assert.match(toSearch({ ...again, ...spoken('en') }), /&lang=en$/);
});

test('nothing on the page offers it but the help', () => {
  const page = readFileSync(new URL('../../main/resources/app/index.html', import.meta.url), 'utf8');
  for (const [code, name] of Object.entries(NAMES)) {
    assert.equal(LAYERS[code], 'es');
    assert.doesNotMatch(page, new RegExp(`${code}\\b|${name}`));
  }
});
