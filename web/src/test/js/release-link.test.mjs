import assert from 'node:assert/strict';
import test from 'node:test';
import { fromSearch, toSearch } from '../../main/resources/app/js/state.js';

test('the release and the explanation stand in the address', () => {
  const search = '?indicator=coca_area&region-set=departments&region=22&lang=es&explain=1&release=3';
  assert.equal(toSearch(fromSearch(search)), search);
});

test('an address without a release is of the newest', () => {
  assert.equal(fromSearch('?indicator=coca_area').release, undefined);
  assert.equal(toSearch({ indicator: 'coca_area', release: null }), '?indicator=coca_area');
});
