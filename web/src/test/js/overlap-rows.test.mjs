import assert from 'node:assert/strict';
import test from 'node:test';
import { shownRows } from '../../main/resources/app/js/overlap-rows.js';

const row = (region_code, with_code, hectares) => ({ region_code, region_name: 'R', with_code, with_name: with_code && `D${with_code}`, hectares, share_of_region: 0.1, share_of_with: 0.2 });
const answer = { overlaps: [row('10', '100101', 5), row('10', null, 99), row(null, '010101', 50), row('10', '100102', 7), row('10', '100103', 6)] };

test('the largest come first, and what lies in no region last', () => {
  assert.deepEqual(shownRows(answer, '10', 9).rows.map((r) => r.code), ['100102', '100103', '100101', null]);
});

test('only some are shown, but all are counted; rows of no region of ours are left out', () => {
  const { rows, count } = shownRows(answer, '10', 2);
  assert.equal(rows.length, 2);
  assert.equal(count, 4);
  assert.deepEqual(shownRows(answer, '99', 2), { rows: [], count: 0 });
});
