import assert from 'node:assert/strict';
import test from 'node:test';
import { figuresPath, hold, shownRelease, url } from '../../main/resources/app/js/api.js';

hold({ key: '3-0123456789', files: {} });

test('what is answered from a release is asked of the one that the page shows', () => {
  assert.equal(shownRelease(), '3');
  assert.equal(url('figures?indicator=coca_area'), '/api/v1/figures?indicator=coca_area&release=3');
  assert.equal(url('queries/plots'), '/api/v1/queries/plots?release=3');
  assert.equal(url('regions/departments/22?f=csv'), '/api/v1/regions/departments/22?f=csv&release=3');
  const plots = figuresPath({ indicator: 'plots.coca_field', regionSet: 'departments', period: '2024' });
  assert.match(url(plots), /^\/api\/v1\/totals\?.*&release=3$/);
});

test('a release that is named stays, and what is of no release names none', () => {
  assert.equal(url('figures?release=2'), '/api/v1/figures?release=2');
  for (const path of ['limits', 'releases?limit=100', 'datasets', 'audit?limit=50', 'region-sets', 'indicators']) assert.equal(url(path), `/api/v1/${path}`);
});

test('a store without any release is asked without one', () => {
  hold({ key: '0-0123456789', files: {} });
  assert.equal(url('figures?indicator=coca_area'), '/api/v1/figures?indicator=coca_area');
});
