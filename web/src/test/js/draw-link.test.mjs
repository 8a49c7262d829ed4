import assert from 'node:assert/strict';
import test from 'node:test';
import { fromLink, toLink } from '../../main/resources/app/js/draw-link.js';
import { question } from '../../main/resources/app/js/draw-ask.js';
import { readKm } from '../../main/resources/app/js/draw-options.js';
import { MOST_CORNERS } from '../../main/resources/app/js/draw-shape.js';
import { fromSearch, toSearch } from '../../main/resources/app/js/state.js';

const NOTHING = { ring: [], shapes: [], picked: [], point: null, km: null, union: false };
const OUTLINE = [[-76.52123, -6.21], [-76.1, -6.33001], [-76.4, -6.7]];
const PICKED = [{ regionSet: 'departments', code: '22', name: 'San Martín' }, { regionSet: 'districts', code: '100101', name: 'Huánuco' }];
const POINT = { type: 'Point', coordinates: [-76, -6] };

test('drawing to link to drawing is the same drawing, also through the address', () => {
  const link = toLink({ ...NOTHING, ring: OUTLINE });
  assert.equal(link, '-76.52123,-6.21,-76.1,-6.33001,-76.4,-6.7');
  assert.deepEqual(fromLink(link), { ring: OUTLINE, km: null, union: false });
  const address = toSearch({ indicator: 'coca_area', lang: 'es', draw: link });
  assert.ok(address.endsWith(`&draw=${link}`), address);
  assert.equal(fromSearch(address).draw, link);
});

test('regions, a point, the ground around and all as one are kept in a link', () => {
  const regions = toLink({ ...NOTHING, ring: null, picked: PICKED, km: 2.5, union: true });
  assert.equal(regions, 'departments/22,districts/100101*2.5km*union');
  assert.deepEqual(fromLink(regions), { regions: PICKED.map(({ regionSet, code }) => ({ regionSet, code })), km: 2.5, union: true });
  const point = toLink({ ...NOTHING, ring: null, point: [-76.5, -9.25], km: 5 });
  assert.deepEqual(fromLink(point), { point: [-76.5, -9.25], km: 5, union: false });
  assert.equal(fromSearch(toSearch({ draw: regions })).draw, regions);
});

test('an outline beside regions is one link and one question', () => {
  const drawing = { ...NOTHING, ring: OUTLINE, picked: PICKED };
  const link = toLink(drawing);
  assert.equal(link, '-76.52123,-6.21,-76.1,-6.33001,-76.4,-6.7,departments/22,districts/100101');
  assert.deepEqual(fromLink(link), { ring: OUTLINE, regions: PICKED.map(({ regionSet, code }) => ({ regionSet, code })), km: null, union: false });
  const asked = JSON.parse(question([{ name: '', geometry: POINT }, ...PICKED], { ...drawing, km: 1 }));
  assert.deepEqual(asked.features.map((f) => f.geometry), [POINT]);
  assert.deepEqual(asked.regions, [{ region_set: 'departments', code: '22' }, { region_set: 'districts', code: '100101' }]);
  assert.equal(asked.buffer_m, 1000);
});

test('what came of a file is too long for a link, also beside regions', () => {
  assert.equal(toLink({ ...NOTHING, ring: null, shapes: [{ geometry: POINT }], picked: PICKED }), null);
});

test('a link of one region is what it always was', () => {
  assert.deepEqual(fromLink('districts/220101'), { regions: [{ regionSet: 'districts', code: '220101' }], km: null, union: false });
});

test('nothing is no link, and a link carries no more corners than it can bear', () => {
  const many = Array.from({ length: MOST_CORNERS + 1 }, (_, i) => [-76 + i / 1000, -6]);
  assert.equal(toLink(NOTHING), null);
  assert.equal(toLink({ ...NOTHING, ring: many }), null);
  assert.equal(toLink({ ...NOTHING, ring: many.slice(0, 2) }), null);
  assert.ok(toLink({ ...NOTHING, ring: many.slice(1) }).length < 4500);
});

test('a broken link is no drawing', () => {
  const pairs = ['', 'x', '-76', '-76,-6,-75,-6', '-76,-6,-75,-6,-75', '-76,-6,-75,-6,-75,NaN', '-76,-6,-75,-6,-75,95'];
  const options = ['-76,-6*5', '-76,-6*5km*all', 'departments/22*-5km', 'departments/22,-76', '-76,-6,departments/22', '-76,-6,-75,-6,departments/22'];
  for (const link of [...pairs, ...options]) assert.equal(fromLink(link), null, link);
});

test('regions are asked for by name, several at once; the made outline is asked back', () => {
  const ask = (drawing, shapes) => JSON.parse(question(shapes, { ...NOTHING, ...drawing }));
  const [san, huanuco] = [{ region_set: 'departments', code: '22' }, { region_set: 'districts', code: '100101' }];
  assert.deepEqual(ask({ picked: PICKED.slice(0, 1) }, PICKED.slice(0, 1)), { region: san });
  assert.deepEqual(ask({ picked: PICKED, union: true, km: 0.5 }, PICKED), { regions: [san, huanuco], buffer_m: 500, union: true, echo: true });
  assert.deepEqual(ask({ point: [-76, -6], km: 5 }, [{ name: '', geometry: POINT }]), { geometry: POINT, buffer_m: 5000, echo: true });
});

test('one polygon cannot be made one with others', () => {
  assert.deepEqual(JSON.parse(question([{ geometry: POINT }], { ...NOTHING, union: true })), { geometry: POINT });
});

test('kilometres are read with point or comma; none is none, and what cannot be is told', () => {
  assert.deepEqual([readKm('2,5', 100), readKm(' 0.3 ', 100), readKm('', 100), readKm('0', 100)], [2.5, 0.3, null, null]);
  for (const wrong of ['-1', '101', 'cinco', '1e9', '0.0001']) assert.ok(Number.isNaN(readKm(wrong, 100)), wrong);
});
