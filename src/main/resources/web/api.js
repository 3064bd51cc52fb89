const TOKEN = 'advisor-token';
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
  return call('GET', path, { channel });
}

/** Posts JSON. A call on a channel ends the one before it on that channel. */
export function post(path, body, channel) {
  return call('POST', path, { body, channel });
}

export function put(path, body) {
  return call('PUT', path, { body });
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

async function call(method, path, options) {
  return (await answered(method, path, options)).json();
}

async function answered(method, path, options) {
  const response = await sent(method, path, options);
  if (response.status === 401) {
    sessionStorage.setItem(TOKEN, await askForToken());
    return answered(method, path, options);
  }
  if (!response.ok) {
    throw new Problem(response.status, await details(response));
  }
  return response;
}

async function sent(method, path, { body, file, text, channel }) {
  try {
    return await fetch(new URL(path, document.baseURI), {
      method,
      headers: { ...headers(method, body), ...(file ? { 'Content-Type': 'application/gzip' } : {}), ...(text ? { 'Content-Type': 'application/jsonl' } : {}) },
      body: text ?? file ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal: channel ? newest(channel) : undefined,
    });
  } catch (error) {
    throw isAborted(error) ? error : new Problem(0);
  }
}

function headers(method, body) {
  const token = sessionStorage.getItem(TOKEN);
  return {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(method === 'PUT' ? { 'X-Requested-With': 'advisor' } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
}

function newest(channel) {
  running.get(channel)?.abort();
  const controller = new AbortController();
  running.set(channel, controller);
  return controller.signal;
}

async function details(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText };
  }
}
