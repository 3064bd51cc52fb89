import { get } from './api.js';
import { text } from './words.js';

let facts;

/** Promises the names of facts and of what they have, each with its meaning; the server is asked once. */
export async function completions() {
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
