import { asKept, h } from './dom.js';
import { lang, t, tn } from './i18n.js';
import { request } from './api.js';
import { plain } from './format.js';
import { call, token } from './data-api.js';
import { button, heading, problemWords, quiet, sure, when } from './data-parts.js';

/** What waits, what is in force and what was. */

const PAGE = 20;

export async function home(panel) {
  const [releases, datasets, waiting] = await Promise.all([request(`releases?limit=${PAGE}`, lang), request('datasets', lang), waits()]);
  return [
    heading(t('data.title')),
    h('p', {}, button(t('data.load'), () => panel.show('load'), { 'data-testid': 'data-load' })),
    waiting.length > 0 && [h('h3', {}, t('data.waiting')), h('ul', { class: 'data-list', 'data-testid': 'data-waiting' }, waiting.map((w) => waitingLine(panel, w)))],
    h('h3', {}, t('data.releases')),
    releaseList(panel, releases),
    h('h3', {}, t('data.datasets')),
    h('ul', { class: 'data-list', 'data-testid': 'data-datasets' }, [...datasets.datasets].reverse().map((d) => datasetItem(panel, d))),
    h('p', { class: 'data-acts data-more' }, button(t('data.boundaries'), () => panel.show('boundaries'), { 'data-testid': 'data-boundaries' }), button(t('data.audit'), () => panel.show('audit'), { 'data-testid': 'data-audit' })),
  ];
}

async function waits() {
  if (!token.get()) return [];
  return call('GET', 'datasets?state=staged').then((a) => a.datasets).catch(() => []);
}

function waitingLine(panel, staged) {
  const words = t('data.waiting.line', { file: staged.file_name, by: staged.by, at: when(staged.at) });
  return h('li', {}, quiet(words, () => panel.show('staged', { id: staged.id })));
}

function releaseList(panel, first) {
  const list = h('ul', { class: 'data-list', 'data-testid': 'data-releases' });
  const place = h('div', {}, list);
  const current = first.releases[0]?.id;
  const add = (page) => {
    list.append(...page.releases.map((r) => releaseItem(panel, r, current)));
    if (!page.next) return;
    const more = quiet(t('data.older'), async () => {
      more.remove();
      add(await request(page.next.replace('/api/v1/', ''), lang));
    });
    place.append(more);
  };
  add(first);
  return place;
}

function releaseItem(panel, release, current) {
  const { id } = release;
  const old = id !== current;
  const rollback = () => panel.acting(async () => done(panel, await call('POST', `releases?rollback=${id}`)));
  return h(
    'li',
    { 'data-release': id },
    h('p', {}, h('strong', {}, t('data.release', { id })), old ? '' : ` · ${t('data.inForce')}`, ` · ${when(release.published)}`),
    h('p', {}, act(release)),
    old && h('p', { class: 'data-acts' }, quiet(t('data.compare'), () => panel.show('diff', { from: id, to: current }), { 'data-testid': `data-diff-${id}` }), sure(t('data.rollback'), t('data.rollback.sure', { id }), rollback, { 'data-testid': `data-rollback-${id}` })),
  );
}

/** Who did what, in words. */
export function act(entry) {
  return `${entry.by ?? '?'} ${t(`data.act.${entry.act}`)} ${entry.subject ?? ''}`;
}

/** What was made is another release: all that the page knows is of the one before. */
export function done(panel, made) {
  const again = button(t('data.reload'), () => location.reload(), { 'data-testid': 'data-reload' });
  panel.root.lastChild.replaceChildren(heading(t('data.done', { id: made.release })), h('p', {}, t('data.done.hint')), again);
  panel.lead();
}

function datasetItem(panel, d) {
  const held = d.state === 'published';
  const retire = () => panel.acting(async () => done(panel, await call('POST', `releases?retire=${encodeURIComponent(d.id)}`)));
  const fact = (key, value) => [h('dt', {}, t(`data.fact.${key}`)), h('dd', {}, value)];
  const counts = ['figures', 'regions', 'plots'].filter((k) => d.counts[k]).map((k) => tn(`data.count.${k}`, d.counts[k], { n: plain(d.counts[k], lang) }));
  return h(
    'li',
    { 'data-dataset': d.id },
    h(
      'details',
      {},
      h('summary', {}, `${d.id} · ${t(`data.state.${d.state}`)}`),
      h(
        'dl',
        { class: 'data-facts' },
        fact('title', asKept(d.title)),
        fact('counts', counts.join(', ') || '0'),
        fact('by', `${d.by}, ${when(d.at)}`),
        fact('source', asKept(d.source)),
        fact('licence', asKept(d.licence)),
        fact('file', d.file_name),
        fact('sha256', h('code', {}, d.sha256)),
        d.problems.length > 0 && fact('problems', d.problems.map((p) => `${problemWords(p.code)}: ${plain(p.count, lang)}`).join(', ')),
        fact('releases', t('data.releases.span', { first: d.first_release, last: d.last_release })),
      ),
      held && sure(t('data.retire'), t('data.retire.sure', { id: d.id }), retire, { 'data-testid': 'data-retire' }),
    ),
  );
}

