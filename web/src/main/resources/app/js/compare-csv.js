/** Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula is kept text. */

/** @param {string[]} columns @param {(string|number|null|undefined)[][]} rows */
export function csvText(columns, rows) {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
