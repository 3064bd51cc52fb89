import { get } from './api.js';
import { state, update } from './state.js';
import { text } from './words.js';

/** What a rule may match, from the server, once. */
export async function loadFacts() {
  if (!state.facts) {
    update({ facts: Object.entries((await get('api/facts')).facts) });
  }
}

/** The names of facts and of what they have, each with its meaning. */
export function completions() {
  const names = new Map();
  (state.facts ?? []).forEach(([key, { says }]) => {
    const label = key.split('.').at(-1);
    names.has(label) || names.set(label, { label, detail: text(says) });
  });
  return [...names.values()];
}
