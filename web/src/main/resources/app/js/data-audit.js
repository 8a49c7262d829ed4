import { h } from './dom.js';
import { lang, local, t } from './i18n.js';
import { request } from './api.js';
import { plain } from './format.js';
import { call } from './data-api.js';
import { button, heading, quiet, when } from './data-parts.js';
import { act } from './data-home.js';

/** Who did what, and whether it is as it was written. */
export async function audit(panel) {
  const list = h('ol', { class: 'data-list', 'data-testid': 'data-audit-list' });
  const place = h('div', {}, list);
  const add = (page) => {
    list.append(...page.audit.map(entry));
    if (!page.next) return;
    const more = quiet(t('data.older'), async () => {
      more.remove();
      add(await request(page.next.replace('/api/v1/', ''), lang));
    });
    place.append(more);
  };
  add(await request('audit?limit=50', lang));
  const state = h('div', { 'aria-live': 'polite', 'data-testid': 'data-verified' });
  const verify = () =>
    panel.acting(async () => {
      state.replaceChildren(h('p', { class: 'soft' }, t('data.verifying')));
      if (!state.isConnected) await panel.show('audit');
      const report = await call('GET', 'audit/verification');
      (panel.root.querySelector('[data-testid=data-verified]') ?? state).replaceChildren(...verified(report));
    });
  return [heading(t('data.audit')), h('p', {}, t('data.audit.how')), h('p', {}, button(t('data.verify'), verify, { 'data-testid': 'data-verify' })), state, place];
}

function verified(report) {
  const counts = t('data.verified.counts', { entries: plain(report.entries, lang), releases: plain(report.releases, lang), datasets: plain(report.datasets, lang) });
  const head = h('p', {}, `${t('data.verified.head')} `, h('code', {}, report.head));
  if (report.intact) return [h('p', { class: 'data-good' }, t('data.verified.intact'), ' ', counts), head];
  return [h('div', { role: 'alert', class: 'data-alert' }, h('p', {}, t('data.verified.broken'), ' ', counts), h('ul', {}, report.findings.map((f) => h('li', {}, local(f.detail)))))];
}

function entry(e) {
  const hash = h('details', {}, h('summary', {}, 'SHA-256'), h('code', {}, e.sha256));
  return h('li', {}, h('p', {}, h('strong', {}, e.number), ` · ${when(e.at)}`, e.release && ` · ${t('data.release', { id: e.release })}`), h('p', {}, act(e)), hash);
}
