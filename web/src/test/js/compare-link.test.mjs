import assert from 'node:assert/strict';
import test from 'node:test';
import { readCodes, readLink, writeLink } from '../../main/resources/app/js/compare-link.js';
import { csvText } from '../../main/resources/app/js/compare-csv.js';

test('links of before there were ways still name the earlier period', () => {
  for (const period of ['2023', '2012/2014', '2020-Q1', '2015-01-01/2015-11-02']) {
    assert.deepEqual(readLink(period), { way: 'periods', rest: period });
    assert.equal(writeLink('periods', period), period);
  }
});

test('a way and what it says survive the address', () => {
  for (const link of ['regions/22,10', 'scatter/forest_loss/log', 'maps/2012/2014,2015', 'series', 'release/3,5', 'periods']) {
    const { way, rest } = readLink(link);
    assert.equal(writeLink(way, rest), link);
  }
  assert.deepEqual(readLink('maps/2012/2014,2015'), { way: 'maps', rest: '2012/2014,2015' });
});

test('what names nothing is no way', () => {
  assert.deepEqual(readLink('gold/22'), { way: 'periods', rest: 'gold/22' });
  assert.deepEqual(readLink('regions/'), { way: 'regions', rest: null });
  assert.deepEqual(readLink(null), { way: 'periods', rest: null });
});

test('codes: each once, the known ones up to a number, the others told', () => {
  assert.deepEqual(readCodes('22,10,22,99,05', (c) => c !== '99', 2), { codes: ['22', '10'], unknown: ['99'] });
  assert.deepEqual(readCodes(null, () => true, 6), { codes: [], unknown: [] });
});

test('a table as CSV keeps commas, quotes and leading zeros, and starts no formula', () => {
  assert.equal(csvText(['code', 'name'], [['01', 'La "Unión", sur'], ['02', '=1+1'], [null, -3.5]]), 'code,name\r\n01,"La ""Unión"", sur"\r\n02,\'=1+1\r\n,-3.5\r\n');
});
