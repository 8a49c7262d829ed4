import { ApiError, url } from './api.js';
import { lang } from './i18n.js';

/** Questions of who carries a token. It is kept for this tab only, and forgotten when it is wrong. */

const KEY = 'yunga-token';

/** Where a browser keeps nothing it holds while the page is open. */
let held = null;

export const token = {
  get: () => kept((store) => store.getItem(KEY)) ?? held,
  set(text) {
    held = text.trim();
    kept((store) => store.setItem(KEY, held));
  },
  forget() {
    held = null;
    kept((store) => store.removeItem(KEY));
  },
};

function kept(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function headers() {
  const known = token.get();
  return { 'Accept-Language': lang, ...(known && { Authorization: `Bearer ${known}` }) };
}

/** @param {object} [said] sent as JSON @returns {Promise<Response>} @throws {ApiError} with `status`, `code`, `errors` */
async function send(method, path, said) {
  const body = said && JSON.stringify(said);
  let response;
  try {
    response = await fetch(url(path), { method, body, headers: { ...headers(), ...(said && { 'Content-Type': 'application/json' }) } });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response;
  throw refused(response.status, await response.json().catch(() => ({})));
}

function refused(status, problem) {
  if (status === 401) token.forget();
  return Object.assign(new ApiError('refused', problem.detail), { status, code: problem.code, errors: problem.errors ?? [] });
}

export async function call(method, path, said) {
  const response = await send(method, path, said);
  return response.status === 204 ? null : response.json();
}

/** A file that only a token gets. */
export async function blob(path) {
  return (await send('GET', path)).blob();
}

/** Sends a file. @param {(share: number) => void} progress how much has gone, 0 to 1 */
export function upload(file, said, progress) {
  const query = new URLSearchParams({ file: file.name, ...said });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url(`datasets?${query}`));
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (e) => progress(e.total ? e.loaded / e.total : 0);
    request.onerror = () => reject(new ApiError('offline'));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer);
      else reject(refused(request.status, answer));
    };
    request.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
