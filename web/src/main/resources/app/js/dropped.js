import { $ } from './dom.js';
import { t } from './i18n.js';
import { say } from './notes.js';

/**
 * A file that is let go anywhere on the page: a pack is opened, of anything else it is said where it goes. Else a
 * browser would leave the page for the file.
 */

/** @param {{openPack: Function}} actions */
export function takeDrops(actions) {
  const ours = ({ defaultPrevented, target, dataTransfer }) => !defaultPrevented && !target.closest?.('input') && dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', (event) => ours(event) && event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!ours(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files[0], actions);
  });
  document.documentElement.dataset.drops = 'true';
}

async function take(file, actions) {
  try {
    const { failureWords, openFile } = await import('./mine-pack.js');
    const failed = (error) => [failureWords(error), error.kind === 'foreign' && t('pack.insteadOf')].filter(Boolean).join(' ');
    const words = await openFile(file, actions).catch(failed);
    if (!words) return;
    say(words);
    // What was chosen takes the page's place, and the question goes.
    words.addEventListener?.('click', ({ target }) => ($('notice').hidden = Boolean(target.closest('button'))));
  } catch {
    // The part that reads packs could not be fetched.
    say(t('failed.offline'));
  }
}
