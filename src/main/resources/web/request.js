import { bodyOf, fieldsOf, languageOf, placeOf } from './address.js';
import { state } from './state.js';

/** What the address bar holds: where the page stands, and the whole request. */
export async function readAddress(hash) {
  const { path, parameters } = placeOf(hash);
  return {
    path,
    ...languageOf(parameters, state.language),
    option: parameters.get('option'),
    compare: (parameters.get('compare') ?? '').split(',').filter(Boolean),
    fields: fieldsOf(parameters),
    ...(await configOf(parameters)),
  };
}

/** The address of what is shown, with some of it otherwise: a link that reproduces it. */
export function link(change = {}) {
  const { path, language, option, compare, fields, config } = { ...state, ...change };
  const parameters = new URLSearchParams(fields);
  parameters.set('lang', language);
  if (option) {
    parameters.set('option', option);
  }
  if (compare.length > 0) {
    parameters.set('compare', compare.join());
  }
  if (config) {
    parameters.set('config', config.packed);
    parameters.set('config-name', config.name);
  }
  return `#/${path}?${parameters}`;
}

/** The body of a call: the request by the names of the command line, figures as numbers. */
export function requestBody() {
  const { config } = state;
  const fields = bodyOf(state.fields);
  if (!config) {
    return fields;
  }
  const { model, ...others } = fields;
  return { ...others, 'model-config': config.content };
}

/** The address of the advice on another request, given as the body of a call. */
export function requestLink(body) {
  const fields = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
  return link({ path: 'advice', option: null, compare: [], config: null, fields });
}

/** Whether it is known what shall run. */
export function namesModel() {
  return Boolean(state.fields.model || state.config);
}

/** A `config.json` that was dropped, as the address bar holds it. */
export async function packConfig(name, content) {
  const bytes = await piped(JSON.stringify(content), new CompressionStream('deflate-raw'));
  return { name, content, packed: base64url(bytes) };
}

async function configOf(parameters) {
  const packed = parameters.get('config');
  if (!packed) {
    return { config: null, configFault: null };
  }
  try {
    const bytes = await piped(fromBase64url(packed), new DecompressionStream('deflate-raw'));
    const content = JSON.parse(new TextDecoder().decode(bytes));
    return { config: { name: parameters.get('config-name') ?? 'config.json', content, packed }, configFault: null };
  } catch {
    return { config: null, configFault: 'damaged' };
  }
}

async function piped(data, stream) {
  const response = new Response(new Blob([data]).stream().pipeThrough(stream));
  return new Uint8Array(await response.arrayBuffer());
}

function base64url(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64url(text) {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}
