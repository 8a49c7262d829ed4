/** Numbers in words: one rounding rule for labels, lists, charts and tables. */

/** es-PE writes 1,234.5 as Peru does; plain `es` would not. */
export const LOCALES = { es: 'es-PE', en: 'en' };

const MONEY = { PEN: 'S/', USD: 'US$' };
const SIGNS = { percent: '%', ha: 'ha', km: 'km', t: 't' };
const formatters = new Map();

/**
 * The one place that rounds. Measures have no decimals from 100 up and one below, things that are counted have none,
 * money shows cents only where there are any.
 * @param {number} value @param {string} unit @returns {{value: number, decimals: number}}
 */
export function rounded(value, unit) {
  let decimals = 0;
  if (unit.includes('/')) decimals = 2;
  else if (MONEY[unit]) decimals = Number.isInteger(value) ? 0 : 2;
  else if (unit === 'percent') decimals = 1;
  else if (SIGNS[unit]) decimals = value !== 0 && Math.abs(Math.round(value * 10) / 10) < 100 ? 1 : 0;
  const scale = 10 ** decimals;
  return { value: (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale, decimals };
}

/**
 * The bare number, with the currency in front where there is one: `2,114`, `S/ 12,200`.
 * @param {boolean} [exact] the number was set and not measured (the bound of a class): 50, not 50.0
 */
export function amount(value, unit, lang, exact = false) {
  const r = rounded(value, unit);
  const text = plain(Math.abs(r.value), lang, exact && Number.isInteger(value) ? 0 : r.decimals);
  const currency = MONEY[unit.split('/')[0]];
  const sign = r.value < 0 ? '−' : '';
  return currency ? `${sign}${currency} ${text}` : sign + text;
}

/** What follows the number: `ha`, `%`, `títulos`, `por kg`; nothing for money, which leads. */
export function unitAfter(indicator, lang) {
  const { unit } = indicator;
  if (MONEY[unit]) return '';
  if (SIGNS[unit]) return SIGNS[unit];
  const [over, per] = unit.split('/');
  if (per && MONEY[over]) return `/ ${per}`;
  return lowerFirst(indicator.unit_name[lang] ?? unit);
}

/** Number and unit as one text that does not break: `2,114 ha`. */
export function withUnit(value, indicator, lang) {
  return [amount(value, indicator.unit, lang), unitAfter(indicator, lang)].filter(Boolean).join(' ');
}

/** Always with the same decimals, so that a column reads alike. @param {number} share 0.04 -> `4.0 %` (es), `4.0%` (en) */
export function percent(share, lang, decimals = 1) {
  return plain(Math.round(share * 100 * 10 ** decimals) / 10 ** decimals, lang, decimals) + (lang === 'es' ? '\u00a0%' : '%');
}

/** @param {number} min fewest decimals @param {number} [max] most decimals */
export function plain(value, lang, min = 0, max = min) {
  const key = `${lang}${min}${max}`;
  if (!formatters.has(key)) {
    const digits = { minimumFractionDigits: min, maximumFractionDigits: max, useGrouping: true };
    formatters.set(key, new Intl.NumberFormat(LOCALES[lang], digits));
  }
  return formatters.get(key).format(value);
}

/** Short numbers for an axis: 1,500 -> `1,500`, 2,000,000 -> `2 M`. */
export function axisNumber(value, lang) {
  return Math.abs(value) >= 1e6 ? `${plain(value / 1e6, lang, 0, 1)} M` : plain(value, lang, 0, 2);
}

/** `Departamentos` -> `departamentos`, but `ZEI` stays. */
export function lowerFirst(text) {
  return text && !/^\p{Lu}[\p{Lu}\d]/u.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

export function upperFirst(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}
