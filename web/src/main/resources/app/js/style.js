import { ApiError } from './api.js';

/** Styles of a part that is fetched later. @param {string} name of a file in css/ */
export function style(name) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(`../css/${name}`, import.meta.url).href;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new ApiError('offline'));
    };
    document.head.append(link);
  });
}
