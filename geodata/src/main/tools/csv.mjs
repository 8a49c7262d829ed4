// RFC 4180 text tables for the tools of this folder: read, write, checksum. No dependencies.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Rows of a CSV file as objects by header; every value is text. */
export function readCsv(file) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') (field += '"'), i++;
      else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === ',') row.push(field), (field = '');
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      row.push(field);
      rows.push(row);
      row = [];
      field = '';
    } else field += c;
  }
  if (quoted) throw new Error(`${basename(file)}: a quoted field is not closed`);
  if (field !== '' || row.length) row.push(field), rows.push(row);
  const header = rows.shift();
  return rows.map((r, n) => {
    if (r.length !== header.length) {
      throw new Error(`${basename(file)}, row ${n + 2}: ${r.length} fields where the header has ${header.length}`);
    }
    return Object.fromEntries(header.map((h, i) => [h, r[i]]));
  });
}

/** Writes rows (objects) under the given columns; LF line ends, quotes only where needed. */
export function writeCsv(file, columns, rows) {
  const cell = (v) => (/[",\r\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v);
  const lines = rows.map((r) =>
    columns
      .map((c) => {
        if (typeof r[c] !== 'string') throw new Error(`${basename(file)}: no text for ${c} in ${JSON.stringify(r)}`);
        return cell(r[c]);
      })
      .join(','),
  );
  writeFileSync(file, [columns.join(','), ...lines, ''].join('\n'));
}

/** Writes SHA256SUMS (the format of sha256sum) for the named files of a folder. */
export function writeSums(folder, names) {
  const line = (n) => `${createHash('sha256').update(readFileSync(join(folder, n))).digest('hex')}  ${n}\n`;
  writeFileSync(join(folder, 'SHA256SUMS'), [...names].sort().map(line).join(''));
}
