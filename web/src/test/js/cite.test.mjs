import assert from 'node:assert/strict';
import test from 'node:test';
import { bibtex, frame, ris } from '../../main/resources/app/js/cite.js';

const work = {
  key: 'yunga-coca_area-departments-2024-3',
  title: 'Superficie de coca por departamento en 2024, según DEVIDA-OPD',
  sources: ['Monitoreo 2024: 50% & más_{a}', 'Segundo\ninforme'],
  year: '2026',
  release: '3',
  url: 'https://yunga.example/?indicator=coca_area&release=3',
  accessed: '2026-11-21',
  lang: 'es',
};

test('BibTeX protects what it would take for a command, and leaves the address alone', () => {
  assert.equal(
    bibtex(work),
    `@misc{yunga-coca_area-departments-2024-3,
  author = {{Yunga}},
  title = {{Superficie de coca por departamento en 2024, según DEVIDA-OPD}},
  year = {2026},
  version = {3},
  note = {Monitoreo 2024: 50\\% \\& más\\_\\{a\\}; Segundo
informe},
  url = {https://yunga.example/?indicator=coca_area&release=3},
  urldate = {2026-11-21},
  language = {spanish},
}
`,
  );
});

test('without sources BibTeX has no empty note', () => {
  assert.ok(!bibtex({ ...work, sources: [] }).includes('note'));
});

test('RIS has one line a field, each source a note of its own', () => {
  assert.deepEqual(ris(work).split('\r\n'), [
    'TY  - DATA',
    'ID  - yunga-coca_area-departments-2024-3',
    'AU  - Yunga',
    'TI  - Superficie de coca por departamento en 2024, según DEVIDA-OPD',
    'PY  - 2026',
    'ET  - 3',
    'N1  - Monitoreo 2024: 50% & más_{a}',
    'N1  - Segundo informe',
    'UR  - https://yunga.example/?indicator=coca_area&release=3',
    'Y2  - 2026/11/21',
    'LA  - es',
    'ER  - ',
    '',
  ]);
});

test('the code of a frame is HTML that nothing can break out of', () => {
  assert.equal(
    frame('https://yunga.example/embed?indicator=coca_area&lang=es', 'Coca "según" <OPD>'),
    '<iframe src="https://yunga.example/embed?indicator=coca_area&amp;lang=es" title="Coca &quot;según&quot; &lt;OPD>" width="640" height="760" style="border:0;max-width:100%" loading="lazy"></iframe>',
  );
});
