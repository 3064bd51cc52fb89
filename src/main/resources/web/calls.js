const TOKEN = 'advisor-token';

/** Those that were begun before the script of the page had come, by what they ask. */
const begun = (globalThis.begunCalls ??= new Map());

/** The token that calls show from now on. */
export function showToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** Calls the server; `body` is text already. */
export function call(method, path, { body, type, signal } = {}) {
  return fetch(new URL(path, document.baseURI), { method, headers: headers(method, type), body, signal });
}

/** Calls the server for somebody who will ask the same a little later. */
export function begin(method, path, options = {}) {
  const controller = new AbortController();
  const response = call(method, path, { ...options, signal: controller.signal });
  response.catch(() => {}); // Whoever takes it is told.
  begun.set(keyOf(method, path, options.body), { response, controller });
}

/** A call that was begun, once: `{response, controller}`. */
export function takeBegun(method, path, body) {
  const key = keyOf(method, path, body);
  const found = begun.get(key);
  begun.delete(key);
  return found;
}

function keyOf(method, path, body = '') {
  return `${method} ${path} ${body}`;
}

function headers(method, type) {
  const token = sessionStorage.getItem(TOKEN);
  return {
    ...(type ? { 'Content-Type': type } : {}),
    ...(method === 'PUT' ? { 'X-Requested-With': 'advisor' } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
}
