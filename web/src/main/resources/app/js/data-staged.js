import { h } from './dom.js';
import { lang, local, t, tn } from './i18n.js';
import { plain } from './format.js';
import { blob, call } from './data-api.js';
import { button, cell, choices, field, heading, number, quiet, right, signed, sure, table } from './data-parts.js';
import { done } from './data-home.js';

/** A file that waits: what it is, what its columns are, what is wrong, what it would change, and publishing it. */

/** What a file of this kind cannot do without, where the report does not tell it. */
const NEEDED = { figures: ['indicator', 'series', 'period'], raster: ['indicator', 'series', 'classes'], plots: ['year'], boundaries: ['code', 'name'] };
const SHOWN = 12;
const SEVERITIES = ['refused', 'told', 'repaired'];

export async function staged(panel, { id, staged: known }) {
  const file = known ?? (await call('GET', `datasets/${id}`));
  const { report } = file;
  panel.map.problems(report.problems, (index) => document.getElementById(`problem-${index}`)?.scrollIntoView({ block: 'center' }));
  return [
    heading(report.file.name),
    step(1, t('data.step.file'), facts(file)),
    step(2, t('data.step.columns'), mapping(panel, file)),
    step(3, t('data.step.problems'), problems(panel, file)),
    step(4, t('data.step.effects'), effects(panel, report)),
    step(5, t('data.step.publish'), publishing(panel, file)),
  ];
}

function step(number, words, content) {
  return h('section', { class: 'data-step', 'data-testid': `data-step-${number}`, 'aria-label': words }, h('h3', {}, h('span', { class: 'data-number', 'aria-hidden': 'true' }, number), words), content);
}

function facts({ report, release, options }) {
  const { file, counts } = report;
  const fact = (key, value) => value && [h('dt', {}, t(`data.fact.${key}`)), h('dd', {}, value)];
  return h(
    'dl',
    { class: 'data-facts' },
    fact('kind', kindWords(report.kind)),
    fact('format', [file.format, file.layer].filter(Boolean).join(' · ')),
    fact('rows', `${plain(file.rows, lang)} · ${t('data.accepted', { n: plain(counts.accepted, lang), refused: plain(counts.refused, lang) })}`),
    file.crs && fact('crs', `${file.crs.name} (${local(file.crs.basis)})`),
    fact('encoding', file.encoding),
    fact('key', report.dataset_key),
    fact('licence', options.licence),
    fact('sha256', h('code', {}, file.sha256)),
    fact('published', release && t('data.release', { id: release })),
  );
}

function kindWords(kind) {
  const [family, of] = kind.split(':');
  if (family === 'raster') return t('data.kind.raster', { set: of });
  if (family === 'plots') return t('data.kind.plots', { kind: t(`data.plots.${of}`) });
  return of ? t('data.kind.boundaries', { set: of }) : t('data.kind.figures');
}

/** Each role with the column or the value that stands for it; what is changed here is checked again. */
function mapping(panel, file) {
  const { report, options } = file;
  const inputs = { mapping: {}, constants: {} };
  const line = (m, name) => roleLine(panel, file, inputs, m, name);
  const lines = report.mapping.map((m) => line(m));
  if (file.state === 'published') return h('div', { class: 'data-roles' }, lines);
  const seen = new Set(report.mapping.map((m) => m.role));
  const needed = NEEDED[report.kind.split(':')[0]] ?? [];
  const free = [
    ...report.roles.constants.map((role) => ({ role, constant: '', samples: [] })),
    ...(report.columns.length ? report.roles.columns : []).map((role) => ({ role, column: '', samples: [] })),
  ];
  const missing = free.filter((m) => !seen.has(m.role) && needed.includes(m.role) && !(m.column === '' && report.roles.constants.includes(m.role)));
  lines.push(...missing.map((m) => line(m)));
  const others = free.filter((m) => !missing.includes(m) && !(m.constant === '' && report.mapping.some((one) => one.role === m.role && one.constant !== null)));
  const again = async (e) => {
    e.preventDefault();
    const said = { mapping: { ...options.mapping }, constants: { ...options.constants } };
    for (const [part, roles] of Object.entries(inputs)) {
      for (const [role, fields] of Object.entries(roles)) {
        if (fields.every((f) => f.value.trim() === f.first)) continue;
        const given = fields.map((f) => f.value.trim()).filter(Boolean);
        if (given.length) said[part][role] = part === 'mapping' ? given : given[0];
        else if (part === 'mapping' && report.kind.startsWith('plots')) said[part][role] = [''];
        else delete said[part][role];
      }
    }
    await panel.acting(async () => panel.show('staged', { id: file.id, staged: await call('PATCH', `datasets/${file.id}/mapping`, said) }));
  };
  const more = others.length > 0 && h('details', { 'data-testid': 'data-more-roles', open: !report.mapping.some((m) => m.column) && report.columns.length > 0 }, h('summary', {}, t('data.columns.more')), h('div', { class: 'data-roles' }, others.map((m) => line(m, true))));
  return h('form', { class: 'data-form', onsubmit: again }, h('p', { class: 'soft' }, t('data.columns.how')), h('div', { class: 'data-roles' }, lines), more, h('button', { type: 'submit', class: 'button', 'data-testid': 'data-again' }, t('data.again')));
}

/** @param {boolean} [further] another column of a role that has some, or a role that needs none */
function roleLine(panel, { report }, inputs, { role, column, constant, samples, origin }, further = false) {
  const part = column === null || column === undefined ? 'constants' : 'mapping';
  const first = (part === 'mapping' ? column : constant) ?? '';
  const list = part === 'constants' ? known(panel.view.catalogue, role, first) : columnChoice(report.columns, first);
  const input = list || h('input', { type: 'text', autocomplete: 'off', value: first });
  input.first = first;
  input.dataset.testid = `data-${further ? 'more' : 'role'}-${role}`;
  (inputs[part][role] ??= []).push(input);
  const hint = [samples.length && t('data.samples', { list: samples.join(' · ') }), origin && first && t(`data.origin.${origin}`)].filter(Boolean).join(' ');
  const words = t(part === 'mapping' ? 'data.column' : 'data.value', { role: roleWords(role) });
  return field(words, input, hint);
}

/** Any column of the file, so that one that was not recognised can be named. */
const columnChoice = (columns, chosen) => columns.length > 0 && choices([['', '–'], ...columns.map((c) => [c, c])], chosen, {});

const roleWords = (role) => {
  const words = t(`data.role.${role}`);
  return words === `data.role.${role}` ? role : words;
};

/** A list where the catalogue knows all that there can be. */
function known(catalogue, role, chosen) {
  const named = (list) => list.map((one) => [one.id, `${local(one.name)} (${one.id})`]);
  const lists = {
    indicator: () => named(catalogue.indicators.filter((i) => !i.plots)),
    series: () => named(catalogue.series ?? []),
    region_set: () => named(catalogue.regionSets),
    measure: () => ['actual', 'target', 'baseline'].map((id) => [id, t(`data.measure.${id}`)]),
  };
  const list = lists[role]?.();
  return list?.length ? choices([['', '–'], ...list], chosen, {}) : null;
}

function problems(panel, { id, report, refused }) {
  if (!report.problems.length) return h('p', {}, t('data.problems.none'));
  const sum = (severity) => report.problem_counts.filter((c) => c.severity === severity).reduce((all, c) => all + c.count, 0);
  const counts = SEVERITIES.filter(sum).map((severity) => h('li', {}, badge(severity), ` ${plain(sum(severity), lang)}`));
  const list = h('ul', { class: 'data-problems', 'data-testid': 'data-problems' });
  const worst = (one) => SEVERITIES.indexOf(one.p.severity);
  const sorted = report.problems.map((p, index) => ({ p, index })).sort((a, b) => worst(a) - worst(b));
  const add = (some) => list.append(...some.map(({ p, index }) => problem(panel, p, index)));
  add(sorted.slice(0, SHOWN));
  const rest = sorted.length - SHOWN;
  const more = rest > 0 && quiet(tn('data.problems.more', rest, { n: plain(rest, lang) }), (e) => (e.target.remove(), add(sorted.slice(SHOWN))));
  const save = refused && button(t('data.refused'), () => panel.acting(() => saveRefused(id, report.file.name)), { 'data-testid': 'data-refused' });
  return h('div', {}, h('ul', { class: 'data-counts' }, counts), list, more, save && h('p', {}, save));
}

const badge = (severity) => h('span', { class: `data-badge is-${severity}` }, t(`data.severity.${severity}`));

function problem(panel, p, index) {
  const where = [p.row !== null && t('data.row', { row: p.row }), p.field && t('data.field', { field: p.field }), p.value && `«${p.value}»`].filter(Boolean).join(', ');
  return h(
    'li',
    { id: `problem-${index}` },
    h('p', {}, badge(p.severity), where && h('span', { class: 'soft' }, ` ${where}`)),
    h('p', {}, local(p.message)),
    p.remedy && h('p', {}, local(p.remedy)),
    p.place && quiet(t('data.onMap'), () => panel.map.look(p.place)),
  );
}

async function saveRefused(id, name) {
  const link = h('a', { href: URL.createObjectURL(await blob(`datasets/${id}/refused`)), download: name.replace(/(\.\w+)?$/, '.rechazados$1') });
  link.click();
  URL.revokeObjectURL(link.href);
}

function effects(panel, report) {
  const { counts } = report;
  const line = t('data.effects.counts', { added: plain(counts.new, lang), changed: plain(counts.changed, lang), unchanged: plain(counts.unchanged, lang), gone: plain(counts.gone, lang) });
  if (!report.effects.length) return h('p', {}, `${line} ${t('data.effects.none')}`);
  const name = (item) => panel.view.catalogue.indicator(item)?.name;
  const rows = report.effects.map((e) =>
    h('tr', {}, h('th', { scope: 'row' }, e.region_name || t('data.nowhere')), cell(`${local(name(e.item)) || e.item}, ${e.period}`, h('span', { class: 'soft' }, ` (${e.unit})`)), right(number(e.before)), right(number(e.after)), right(signed((e.after ?? 0) - (e.before ?? 0)))),
  );
  const heads = [[t('data.region')], [t('data.what')], [t('data.before'), true], [t('data.after'), true], [t('data.difference'), true]];
  const untold = report.effects_count - report.effects.length;
  return [h('p', {}, line), table(t('data.effects.table'), heads, rows, SHOWN), untold > 0 && h('p', { class: 'soft' }, t('data.effects.untold', { n: plain(untold, lang) }))];
}

function publishing(panel, file) {
  const { id, report } = file;
  if (file.state === 'published') return h('p', {}, t('data.published', { id: file.release }));
  const discard = sure(t('data.discard'), t('data.discard.sure'), () => panel.acting(async () => (await call('DELETE', `datasets/${id}`), panel.show('home'))), { 'data-testid': 'data-discard' });
  const allThere = report.counts.unchanged > 0 && !report.counts.refused && !(report.counts.new + report.counts.changed + report.counts.gone);
  if (allThere) return h('div', {}, h('p', {}, t('data.publish.nothing')), discard);
  if (!report.publishable) return h('div', {}, h('p', {}, t('data.publish.cannot')), discard);
  const boxes = report.needs.map((need) => {
    const box = h('input', { type: 'checkbox', value: need, required: true, 'data-testid': `data-need-${need}` });
    return h('label', { class: 'data-check' }, box, h('span', {}, t(`data.need.${need}`, { n: plain(report.counts.refused, lang) })));
  });
  const publish = (e) => {
    e.preventDefault();
    const query = report.needs.map((need) => `${need}=true`).join('&');
    return panel.acting(async () => {
      try {
        done(panel, await call('POST', `datasets/${id}/publish?${query}`));
      } catch (error) {
        if (error.code === 'release_moved') await panel.show('staged', { id });
        throw error;
      }
    });
  };
  return h('form', { class: 'data-form', onsubmit: publish }, h('p', {}, t('data.publish.how')), boxes, h('p', { class: 'data-acts' }, h('button', { type: 'submit', class: 'button is-main', 'data-testid': 'data-publish' }, t('data.publish')), discard));
}
