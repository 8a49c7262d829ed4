import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { apart, ciede2000, contrast, EYES } from './colour-vision.mjs';

/**
 * Every palette as it is shipped, seen by everybody. In CIEDE2000 about 1 can just be told apart side by side; a reader
 * compares a region with a legend some way off, and gets six times as much.
 */
const ENOUGH = 6;
/** WCAG 2.2, 1.4.11: what has to be seen to understand a picture. */
const VISIBLE = 3;

const main = new URL('../../main/', import.meta.url);
const read = (path) => readFileSync(new URL(path, main), 'utf8');
const palettes = Object.fromEntries(
  [...read('java/org/yunga/web/api/Palettes.java').matchAll(/"(\w+)", List\.of\(((?:"#\w{6}"(?:, )?)+)\)/g)].map(([, name, list]) => [name, list.match(/#\w{6}/g)]),
);
const page = read('resources/app/index.html');
const sheets = Object.fromEntries(['app', 'compare', 'data', 'draw', 'embed'].map((name) => [name, read(`resources/app/css/${name}.css`)]));

/** Colours by variable, as they are when the page is light or dark. */
function variables(sheet, dark) {
  const block = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, colour]) => [name, colour]));
  const roots = /^:root \{([^}]*)\}/m.exec(sheet)?.[1] ?? '';
  const night = /\(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(sheet)?.[1] ?? '';
  return { ...block(roots), ...(dark ? block(night) : {}) };
}

const look = (dark, ...names) => Object.assign({}, ...names.map((name) => variables(sheets[name], dark)));
const LOOKS = [['light', false], ['dark', true]];

function assertApart(one, other, what, eyes = EYES) {
  for (const eye of eyes) {
    const distance = apart(one, other, eye);
    assert.ok(distance >= ENOUGH, `${what} for ${eye}: ${one} and ${other} are ${distance.toFixed(1)} apart`);
  }
}

test('distances are those that the paper on CIEDE2000 lists', () => {
  const pairs = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [one, other, distance] of pairs) assert.ok(Math.abs(ciede2000(one, other) - distance) < 1e-4);
});

test('who lacks a kind of cone takes red and green, or yellow and white, for nearly the same', () => {
  assert.ok(apart('#c00000', '#3b6e00', 'all') > 40 && apart('#c00000', '#3b6e00', 'deuteranopia') < 20);
  assert.ok(apart('#ffff00', '#ffffff', 'all') > 30 && apart('#ffff00', '#ffffff', 'tritanopia') < 20);
});

test('eight palettes of five classes are read', () => {
  assert.equal(Object.keys(palettes).length, 8);
  for (const colours of Object.values(palettes)) assert.equal(colours.length, 5);
});

test('neighbouring classes of every palette can be told apart', () => {
  for (const [name, colours] of Object.entries(palettes)) {
    for (let i = 1; i < colours.length; i++) assertApart(colours[i - 1], colours[i], `${name}, classes ${i} and ${i + 1}`);
  }
});

test('classes of a sequence grow darker in grey, so that their order shows', () => {
  for (const [name, colours] of Object.entries(palettes)) {
    if (name === 'PuOr') continue;
    const dark = colours.map((c) => contrast(c, '#ffffff'));
    assert.deepEqual([...dark].sort((a, b) => a - b), dark, name);
  }
});

test('no class is taken for an alert', () => {
  const seeing = EYES.filter((e) => e === 'all');
  for (const [mode, dark] of LOOKS) {
    const { alert } = look(dark, 'app');
    for (const [name, colours] of Object.entries(palettes)) for (const colour of colours) assertApart(alert, colour, `${mode}, ${name}`, seeing);
  }
});

test('less and more can be told apart by all who see colours', () => {
  const steps = Object.fromEntries([...sheets.data.matchAll(/\.diff-([\w-]+) \{ fill: (#\w+)/g)].map(([, step, colour]) => [step, colour]));
  for (const [mode, dark] of LOOKS) {
    const same = look(dark, 'app').neutral;
    const order = [steps['less-much'], steps.less, same, steps.more, steps['more-much']];
    for (let i = 1; i < order.length; i++) assertApart(order[i - 1], order[i], `${mode}, steps ${i} and ${i + 1}`);
    const seeing = EYES.filter((e) => e !== 'grey');
    for (const less of order.slice(0, 2)) for (const more of order.slice(3)) assertApart(less, more, `${mode}, less and more`, seeing);
    for (const step of order) assertApart(step, steps.new, `${mode}, new`, seeing);
  }
  for (const step of ['new', 'gone']) assert.match(sheets.data, new RegExp(`\\.map \\.diff-${step} \\{[^}]*stroke-dasharray`), 'not by colour alone');
});

test('the states differ in their pattern, which can be seen on its ground', () => {
  const pattern = (id) => new RegExp(`id="fill-${id}"[^>]*>(.*?)</pattern>`).exec(page)[1];
  const marks = (id) => pattern(id).replace(/<rect[^>]*>/, '');
  assert.equal(new Set(['missing', 'not-monitored', 'withheld', 'zero'].map(marks)).size, 4, 'four states, four patterns');
  assert.equal(marks('zero'), '', 'zero is plain, as a class is, and has an outline of its own');
  for (const sheet of ['app', 'embed']) {
    for (const [mode, dark] of LOOKS) {
      const { dots, missing, ground } = look(dark, sheet);
      for (const [name, colour] of Object.entries({ missing, ground })) {
        assertApart(dots, colour, `${sheet}, ${mode}, ${name}`);
        assert.ok(contrast(dots, colour) >= 2, `${sheet}, ${mode}, marks on ${name}: ${contrast(dots, colour).toFixed(2)}`);
      }
    }
  }
});

test('zero has an outline that can be seen on it', () => {
  for (const [mode, dark] of LOOKS) {
    const { zero, 'zero-line': line } = look(dark, 'app');
    assert.ok(contrast(zero, line) >= VISIBLE, mode);
  }
});

test('in the dark the outline of what is chosen stands out from every class and from the ground', () => {
  const { 'chosen-line': line, water } = look(true, 'app');
  const seeing = EYES.filter((e) => e !== 'grey');
  for (const [name, colours] of Object.entries(palettes)) for (const colour of [...colours, water]) assertApart(line, colour, name, seeing);
});

test('lines of a chart can be seen on the page, and told apart', () => {
  for (const [mode, dark] of LOOKS) {
    const { paper, series, soft, accent, ...rest } = look(dark, 'app', 'draw');
    for (const colour of [series, soft, accent]) assert.ok(contrast(colour, paper) >= VISIBLE, `${mode}: ${colour}`);
    assertApart(series, soft, `${mode}, first and other series`, EYES.filter((e) => e !== 'grey'));
    const kinds = Object.entries(rest).filter(([name]) => name.startsWith('kind-'));
    assert.equal(kinds.length, 4);
    for (const [i, [name, colour]] of kinds.entries()) {
      assert.ok(contrast(colour, paper) >= VISIBLE, `${mode}: ${name}`);
      for (const [other, there] of kinds.slice(0, i)) assertApart(colour, there, `${mode}, ${other} and ${name}`);
    }
  }
  const dashes = (sheet, first, count) => Array.from({ length: count }, (_, i) => new RegExp(`${first}${i + 1} \\{([^}]*)\\}`).exec(sheet)?.[1]);
  assert.equal(new Set(dashes(sheets.app, '\\.line\\.series-', 3)).size, 3, 'series differ in their dashes');
  assert.equal(new Set(dashes(sheets.draw, '\\.dash-', 3)).size, 3, 'kinds differ in their dashes');
});

test('words can be read on everything they stand on', () => {
  for (const [mode, dark] of LOOKS) {
    const { ink, soft, accent, alert, paper, surface, chosen } = look(dark, 'app');
    for (const ground of [paper, surface, chosen]) {
      for (const words of [ink, soft, accent, alert]) {
        assert.ok(contrast(words, ground) >= 4.5, `${mode}: ${words} on ${ground} is ${contrast(words, ground).toFixed(2)}`);
      }
    }
  }
});

/** What a rule gives a property: a variable of the app, or a colour, with another one for the dark behind it. */
function given(rule, property, dark) {
  const values = [...sheets.compare.matchAll(new RegExp(`${rule} \\{[^}]*?${property}: ([^;]+);`, 'g'))].map((m) => m[1]);
  const value = values[dark ? values.length - 1 : 0];
  return value.startsWith('#') ? value : look(dark, 'app')[/var\(--([\w-]+)\)/.exec(value)[1]];
}

test('those who measured the same can be told apart by colour or by dashes', () => {
  const dashes = [1, 2, 3, 4].map((i) => new RegExp(`\\.who-${i} \\{[^}]*stroke-dasharray: ([^;]+);`).exec(sheets.compare)?.[1]);
  assert.equal(new Set(dashes).size, 4);
  assert.ok(dashes.every(Boolean));
  for (const [mode, dark] of LOOKS) {
    const { paper } = look(dark, 'app');
    for (const i of [0, 1, 2, 3, 4]) assert.ok(contrast(given(`\\.who-${i}`, '--who', dark), paper) >= VISIBLE, `${mode}: ${i}`);
  }
});

test('the bands of a target can be read, and told apart by all who see colours', () => {
  for (const [mode, dark] of LOOKS) {
    const { paper } = look(dark, 'app');
    const bands = ['\\.band:is\\(\\.is-reached, \\.is-track\\)', '\\.band\\.is-near', '\\.band\\.is-behind'].map((rule) => given(rule, 'color', dark));
    for (const [i, band] of bands.entries()) {
      assert.ok(contrast(band, paper) >= 4.5, `${mode}: ${band}`);
      if (i) assertApart(bands[i - 1], band, `${mode}, bands ${i} and ${i + 1}`, EYES.filter((e) => e !== 'grey'));
    }
  }
});
