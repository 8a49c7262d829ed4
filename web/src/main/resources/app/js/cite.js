/** How to cite what is shown, in the forms that reference managers read; nothing here knows of the page. */

/**
 * @typedef {object} Work
 * @property {string} key short, unique: `yunga-coca_area-departments-2024-1`
 * @property {string} title the sentence of the map
 * @property {string[]} sources titles of the reports that the numbers are from
 * @property {string} year when the release was published
 * @property {string} release
 * @property {string} url of exactly this
 * @property {string} accessed `2026-11-21`
 * @property {string} lang
 */

/** @param {Work} work @returns {string} for BibTeX and BibLaTeX */
export function bibtex(work) {
  const fields = {
    author: '{Yunga}',
    title: `{${escaped(work.title)}}`,
    year: work.year,
    version: work.release,
    note: escaped(work.sources.join('; ')),
    url: work.url,
    urldate: work.accessed,
    language: work.lang === 'es' ? 'spanish' : 'english',
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${work.key},\n${lines.join('\n')}\n}\n`;
}

/** @param {Work} work @returns {string} for Zotero, EndNote and Mendeley */
export function ris(work) {
  const lines = [
    ['TY', 'DATA'],
    ['ID', work.key],
    ['AU', 'Yunga'],
    ['TI', work.title],
    ['PY', work.year],
    ['ET', work.release],
    ...work.sources.map((source) => ['N1', source]),
    ['UR', work.url],
    ['Y2', work.accessed.replaceAll('-', '/')],
    ['LA', work.lang],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replaceAll(/\s+/g, ' ').trim()}\r\n`).join('');
}

/** A frame with the small map. @param {string} address of it @param {string} title for a screen reader */
export function frame(address, title) {
  const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${plain(address)}" title="${plain(title)}" width="640" height="760" style="border:0;max-width:100%" loading="lazy"></iframe>`;
}

const SPECIAL = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

function escaped(text) {
  return text.replaceAll(/[\\~^]|[&%$#_{}]/g, (c) => SPECIAL[c] ?? `\\${c}`);
}
