import { ApiError } from './api.js';
import { h } from './dom.js';
import { lang, LAYERS, local, t, useLanguage } from './i18n.js';
import { percent } from './format.js';
import { coverage, NAMES } from './layer.js';
import { style } from './style.js';

/** Help in the story's place. Its texts are those of the page `/help`; what indicators mean the catalogue says. */

await Promise.all([useLanguage(lang, 'help-'), style('help.css')]);

/** At the top of the help, rather than at one of its entries. */
const TOP = 'all';

class Help {
  constructor(info, moved, actions) {
    Object.assign(this, { info, moved, actions });
    this.root = h('div', { class: 'help', 'data-testid': 'help' });
    window.addEventListener('beforeprint', () => this.root.querySelectorAll('details').forEach((d) => (d.open = true)));
  }

  /** @param {string} [link] an entry: a section, a term or an indicator */
  async open(link) {
    this.link = link || TOP;
    this.wanted = this.link;
    await this.#load();
  }

  sleep() {
    if (!this.link) return;
    this.link = null;
    this.moved();
  }

  /** @returns {Node[]} always the same element, so that a change of the map leaves the reader where he is */
  nodes(view, onClose) {
    const write = () => {
      if (this.written !== this.texts) this.#write(view, onClose);
      this.#lead();
    };
    if (this.language === lang) write();
    else this.#load().then(write, (error) => this.root.replaceChildren(h('p', { role: 'alert' }, t(`failed.${error.kind}`))));
    return [this.root];
  }

  async #load() {
    if (this.language === lang) return;
    const language = lang;
    const [texts, shares] = await Promise.all([textsOf(language), Promise.all(Object.keys(LAYERS).map(coverage)), useLanguage(language, 'help-')]);
    Object.assign(this, { language, texts, shares });
  }

  #write({ catalogue }, onClose) {
    const { words, sections } = this.texts;
    this.written = this.texts;
    this.root.replaceChildren(
      h('button', { type: 'button', class: 'quiet back', 'data-testid': 'help-close', 'data-focus': 'back', onclick: onClose }, `← ${t('download.close')}`),
      h('h2', { id: 'story-name', tabindex: '-1' }, words.title),
      h('p', { class: 'soft' }, words.lead),
      h('ul', { class: 'help-contents' }, [...sections, { id: 'languages', title: t('help.languages') }].map((s) => h('li', {}, this.#link(s.id, s.title)))),
      ...sections.map((section) => this.#section(section, words, catalogue)),
      this.#languages(),
    );
  }

  #link(id, words) {
    const go = () => {
      this.link = this.wanted = id;
      this.moved();
      this.#lead();
    };
    return h('button', { type: 'button', class: 'quiet', onclick: go }, words);
  }

  #section({ id, title, items }, words, catalogue) {
    const more = { indicators: () => indicators(catalogue, words), sources: () => datasets(this.info, words) }[id]?.() ?? [];
    return h('section', { 'aria-labelledby': `help-${id}` }, head(id, title), items.length > 0 && h('dl', {}, items.map((item) => entry(item, words))), more);
  }

  /** Languages that cover a part of the page are chosen here only, and say how much they cover. */
  #languages() {
    const offer = (code, i) => {
      const name = NAMES[code];
      const use = h('button', { type: 'button', class: 'button', 'data-testid': `help-${code}`, onclick: () => this.actions.language(code) }, t('help.layer.use', { name }));
      return [h('p', { 'data-testid': `coverage-${code}` }, t('help.layer', { name, share: percent(this.shares[i], lang, 0) })), h('p', {}, use)];
    };
    return h('section', { 'aria-labelledby': 'help-languages' }, head('languages', t('help.languages')), Object.keys(LAYERS).map(offer));
  }

  /** Leads the reader to the entry that was asked for, once it is on the page. */
  #lead() {
    const { wanted } = this;
    const place = wanted && wanted !== TOP && this.root.querySelector(`#help-${CSS.escape(wanted)}`);
    if (!place) return;
    this.wanted = null;
    const details = place.closest('details');
    if (details) details.open = true;
    // After the page has led the reader to the panel as such.
    setTimeout(() => {
      place.scrollIntoView({ block: 'start' });
      place.focus({ preventScroll: true });
    });
  }
}

function head(id, title) {
  return h('h3', { id: `help-${id}`, tabindex: '-1' }, title);
}

function entry({ id, term, text, source }, words) {
  return [h('dt', { id: `help-${id}`, tabindex: '-1' }, term), h('dd', {}, text, source && [' ', reference(source, words)])];
}

function reference({ title, url }, words) {
  return h('span', { class: 'soft' }, `${words.source}: `, url ? h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, title) : title, '.');
}

/** By theme, each with definition, unit, kind and source. */
function indicators(catalogue, words) {
  const one = (i) => {
    const facts = [`${words.unit}: ${local(i.unit_name)}`, words.kind[i.kind], i.availability.length ? null : words.none].filter(Boolean);
    return [h('dt', { id: `help-${i.id}`, tabindex: '-1' }, local(i.name)), h('dd', {}, `${local(i.definition)} `, h('span', { class: 'soft' }, `${facts.join(' · ')}. ${words.source}: ${i.source}.`))];
  };
  return catalogue.themes
    .map((theme) => [theme, catalogue.indicators.filter((i) => i.theme === theme.id && i.definition)])
    .filter(([, all]) => all.length > 0)
    .map(([theme, all]) => h('details', {}, h('summary', {}, local(theme.name)), h('dl', {}, all.map(one))));
}

function datasets(info, words) {
  const line = (d) => h('li', { lang: 'es' }, [d.title, d.source, d.licence].filter(Boolean).join('. '));
  return [h('h4', {}, words.datasets.replace('{release}', info.release)), h('ul', { class: 'help-datasets' }, info.datasets.map(line))];
}

async function textsOf(language) {
  const answer = await fetch(new URL(`../help/${language}.json`, import.meta.url)).catch(() => null);
  if (!answer?.ok) throw new ApiError('offline');
  return answer.json();
}

let panel = null;

/** The one panel. @param {object} info @param {() => void} moved @param {{language: (code: string) => void}} actions */
export function helpPanel(info, moved, actions) {
  return (panel ??= new Help(info, moved, actions));
}
