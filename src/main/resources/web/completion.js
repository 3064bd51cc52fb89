import { get } from './api.js';
import { state } from './state.js';
import { text } from './words.js';

let facts;

/** Promises what may stand for a word of a file, each with its meaning. */
export async function completions({ name, text: written }) {
  if (name.endsWith('.drl')) {
    return ofFacts();
  }
  return [...keysOf(written), ...sources(), ...(name.startsWith('scenarios/') ? [...rules(), ...options()] : [])];
}

/** The names of facts and of what they have; the server is asked once. */
async function ofFacts() {
  const names = new Map();
  Object.entries(await known()).forEach(([key, { says }]) => {
    const label = key.split('.').at(-1);
    names.has(label) || names.set(label, { label, detail: text(says) });
  });
  return [...names.values()];
}

async function known() {
  facts ??= get('api/facts');
  try {
    return (await facts).facts;
  } catch {
    facts = undefined;
    return {};
  }
}

function keysOf(written) {
  return [...new Set([...written.matchAll(/([\w-]+):(?=\s)/g)].map(([, key]) => key))].map((label) => ({ label }));
}

function sources() {
  return [...(state.rules?.value?.sources.values() ?? [])].map(({ id, title }) => ({ label: id, detail: text(title) }));
}

function rules() {
  return (state.rules?.value?.rules ?? []).map(({ id, text: says }) => ({ label: id, detail: text(says) }));
}

function options() {
  return [...(state.rules?.value?.titles ?? [])].map(([id, title]) => ({ label: id, detail: text(title) }));
}
