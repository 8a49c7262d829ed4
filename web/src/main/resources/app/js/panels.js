import { lang } from './i18n.js';
import { fromSearch } from './state.js';

/**
 * What may stand in the story's place. Each panel is loaded when it is first opened and kept from then on.
 *
 * @typedef {object} Panel
 * @property {string} name of its button and of its part of the address
 * @property {(view: object, onClose: () => void) => Node[]} nodes
 * @property {(link: string|null, byButton: boolean) => void|Promise<void>} [open] goes to what the address names
 * @property {string|null} [link] its part of the address; none while it sleeps
 * @property {() => void} [sleep] something else stands in its place
 * @property {(code: string) => boolean} [picks] whether a region chosen on the map was meant for it
 * @property {string} [place] what the reader is led to, if not the story
 *
 * @typedef {object} Page what a panel may ask of the page
 * @property {L.Map} map @property {object} info @property {object} actions
 * @property {() => void} moved the panel shows something else: the address follows
 * @property {() => Promise<void>} story loads the words about a region
 * @property {() => object|null} pack the open pack
 * @property {(name: string) => boolean} isOpen
 */

const LOAD = {
  download: async () => ({ nodes: (await import('./downloads.js')).downloads }),
  data: async ({ map, moved }) => (await import('./data.js')).dataPanel(map, moved),
  compare: async (page) => (await import('./compare.js')).comparePanel(page),
  help: async ({ info, moved, actions }) => (await import('./help.js')).helpPanel(info, moved, actions),
  async draw({ map, info, moved, actions }) {
    const tool = await (await import('./draw.js')).drawTool(map, info, moved);
    return {
      place: 'map',
      nodes: (view, onClose) => tool.panel.nodes(view, onClose),
      open(link) {
        actions.again();
        return tool.open(link);
      },
      sleep: () => tool.sleep(),
      picks: (code) => tool.picks(code),
      get link() {
        return tool.link;
      },
    };
  },
  explain: async ({ info, pack, isOpen }) => new (await import('./explain.js')).ExplainPanel(info, pack, () => isOpen('explain')),
  async mine({ actions, pack, isOpen, story }) {
    await story();
    const { Mine, remembered } = await import('./mine.js');
    const mine = new Mine(actions, pack);
    return {
      nodes: (view, onClose) => mine.nodes(view, onClose),
      /** By its button: to the region that was chosen on this device, or to choosing one. */
      async open(link, byButton) {
        const home = byButton && !pack();
        const own = home ? remembered() : null;
        mine.choose(home && !own);
        if (own) await actions.choose({ ...fromSearch(own.search), lang });
      },
      get link() {
        return isOpen('mine') ? '1' : null;
      },
    };
  },
};

/** @param {string} name @param {Page} page @returns {Promise<Panel>} */
export async function loadPanel(name, page) {
  const panel = await LOAD[name](page);
  panel.name = name;
  return panel;
}
