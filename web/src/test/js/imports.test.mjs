import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const FOLDER = new URL('../../main/resources/app/js/', import.meta.url);
const SOURCES = new Map(readdirSync(FOLDER).filter((f) => f.endsWith('.js')).map((f) => [f, code(readFileSync(new URL(f, FOLDER), 'utf8'))]));

/** Without comments and what stands in quotes. */
function code(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

const imports = (text) => [...text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, names]) => names.split(',').map((n) => n.trim().split(' as ').pop()));
const exported = (text) => [...text.matchAll(/^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm)].map(([, name]) => name);
const without = (text) => text.replace(/^import .*$/gm, '');

// The modules of the first view are joined into one script, where a name that was not imported is found all the same.
test('what another module gives is imported before it is called', () => {
  const given = new Set([...SOURCES.values()].flatMap(exported));
  for (const [file, text] of SOURCES) {
    const own = new Set([...imports(text), ...[...text.matchAll(/(?:const|let|function\*?|class) (\w+)/g)].map(([, name]) => name)]);
    const called = new Set([...without(text).matchAll(/(?<![\w#$]|(?<!\.\.)\.)(\w+)\(/g)].map(([, name]) => name));
    const declared = (name) => new RegExp(`[({,]\\s*(?:\\.\\.\\.)?${name}\\s*[,)}=:]|\\b${name} =>|^  (?:async |get |set )?${name}\\(.*\\) \\{$`, 'm').test(text);
    for (const name of called) assert.ok(own.has(name) || !given.has(name) || declared(name), `${file}: ${name} is not imported`);
  }
});

test('what is imported is used', () => {
  for (const [file, text] of SOURCES) {
    for (const name of imports(text).filter(Boolean)) assert.match(without(text), new RegExp(`(?<!\\w|(?<!\\.\\.)\\.)${name.replace('$', '\\$')}(?!\\w)`), `${file}: ${name}`);
  }
});
