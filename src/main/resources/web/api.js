import { call, showToken, takeBegun } from './calls.js';

const running = new Map();
let askForToken = () => Promise.reject(new Error('nobody asks for a token'));

/** An answer that says what went wrong: problem details (RFC 9457), or none if the server was not reached. */
export class Problem extends Error {
  constructor(status, details = {}) {
    super(details.detail ?? details.title ?? `status ${status}`);
    this.status = status;
    this.errors = details.errors ?? [];
    this.requestId = details.requestId ?? null;
  }
}

/** Sets what asks the reader for the token: a function that promises it. */
export function askForTokenWith(asking) {
  askForToken = asking;
}

/** Whether a call was given up for a newer one. */
export function isAborted(error) {
  return error.name === 'AbortError';
}

export function get(path, channel) {
  return json('GET', path, { channel });
}

/** Posts JSON. A call on a channel ends the one before it on that channel. */
export function post(path, body, channel) {
  return json('POST', path, { body, channel });
}

export function put(path, body) {
  return json('PUT', path, { body });
}

/** Posts a file, packed by gzip, and promises JSON. */
export async function postFile(path, file) {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  return (await answered('POST', path, { file: packed })).json();
}

/** Posts JSON Lines, each a line already or yet to be one, and promises what each line of the answer holds. */
export async function postLines(path, lines) {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const answer = await (await answered('POST', path, { text })).text();
  return answer.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** Posts JSON and promises the answer as a file. */
export async function download(path, body) {
  return (await answered('POST', path, { body })).blob();
}

async function json(method, path, options) {
  return (await answered(method, path, options)).json();
}

async function answered(method, path, options) {
  const response = await sent(method, path, options);
  if (response.status === 401) {
    showToken(await askForToken());
    return answered(method, path, options);
  }
  if (!response.ok) {
    throw new Problem(response.status, await details(response));
  }
  return response;
}

async function sent(method, path, { body, file, text, channel }) {
  const written = text ?? file ?? (body === undefined ? undefined : JSON.stringify(body));
  const { response, controller } = takeBegun(method, path, written) ?? { controller: new AbortController() };
  try {
    if (channel) {
      endOthers(channel, controller);
    }
    return await (response ?? call(method, path, { body: written, type: typeOf(body, file, text), signal: controller.signal }));
  } catch (error) {
    throw isAborted(error) ? error : new Problem(0);
  }
}

function typeOf(body, file, text) {
  if (file) {
    return 'application/gzip';
  }
  return text ? 'application/jsonl' : body === undefined ? undefined : 'application/json';
}

function endOthers(channel, controller) {
  running.get(channel)?.abort();
  running.set(channel, controller);
}

async function details(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText };
  }
}
