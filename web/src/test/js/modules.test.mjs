import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

/*
 * The server joins the modules of the first view into one script and takes lines of comment out of all (Modules.java).
 * It does so by their form, which these tests hold.
 */

const folder = new URL('../../main/resources/app/js/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');
const all = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** What app.js imports, by way of whatever, in the order in which it runs. */
function firstView(name = 'app.js', found = []) {
  for (const [, other] of read(name).matchAll(/^import [^;]*'\.\/([\w-]+\.js)';$/gm)) if (!found.includes(other)) firstView(other, found);
  if (!found.includes(name)) found.push(name);
  return found;
}

test('no two modules of the first view have a name in common', () => {
  const homes = new Map();
  for (const name of firstView()) {
    for (const [, declared] of read(name).matchAll(/^(?:export )?(?:async )?(?:function\*? |class |const |let )([\w$]+)/gm)) {
      assert.equal(homes.get(declared), undefined, `${declared} of ${name} is in another module too`);
      homes.set(declared, name);
    }
  }
  assert.ok(homes.size > 100);
});

test('modules of the first view import by name and export what they declare', () => {
  for (const name of firstView()) {
    for (const [line] of read(name).matchAll(/^(?:import|export)\b.*$/gm)) {
      assert.match(line, /^import \{ [\w$, ]+ \} from '\.\/[\w-]+\.js';$|^export (async )?(function|class|const|let) [\w$]+/, name);
    }
  }
});

test('no text goes over several lines, where a line of it might look like a comment', () => {
  for (const name of all) for (const line of read(name).split('\n')) assert.equal((line.match(/`/g) ?? []).length % 2, 0, `${name}: ${line}`);
});
