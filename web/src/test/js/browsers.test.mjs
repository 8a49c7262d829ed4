import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

/** The newest browser that runs on Windows 7 and 8, which field offices have, is Chrome 109. */

const app = new URL('../../main/resources/app/', import.meta.url);
const files = (folder) => readdirSync(new URL(folder, app)).map((name) => [name, readFileSync(new URL(folder + name, app), 'utf8')]);

test('scripts call nothing that came later', () => {
  const later = /\.(?:toReversed|toSorted|toSpliced|with|isWellFormed|difference|intersection|union)\(|\b(?:Object|Map)\.groupBy\b|Promise\.(?:withResolvers|try)\b|Array\.fromAsync\b|AbortSignal\.any\b|URL\.(?:canParse|parse)\b/g;
  for (const [name, text] of files('js/')) assert.deepEqual(text.match(later) ?? [], [], name);
});

test('styles say colours that came later after one that was known before', () => {
  for (const [name, text] of files('css/')) {
    for (const [, rule] of text.matchAll(/\{([^{}]*)\}/g)) {
      const said = rule.split(';').map((line) => line.split(/:(.*)/s).map((part) => part.trim()));
      said.forEach(([property, value], i) => {
        if (!/(?:color-mix|light-dark)\(/.test(value ?? '')) return;
        const shorthand = property.replace(/-color$/, '');
        const before = said.slice(0, i).some(([p, v]) => [property, shorthand].includes(p) && !/(?:color-mix|light-dark)\(/.test(v));
        assert.ok(before && !property.startsWith('--'), `${name}: ${property}: ${value}`);
      });
    }
    assert.doesNotMatch(text, /(?:^|[{}\s])&[\s:.[]|@container|@starting-style|@scope/, name);
  }
});
