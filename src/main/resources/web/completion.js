import { get } from './api.js';
import { state, update } from './state.js';

const MOST = 8;
const SHORTEST = 2;
const BEFORE_CARET = /[\w.]+$/;

/** What a rule may match, from the server, once. */
export async function loadFacts() {
  if (!state.facts) {
    update({ facts: Object.entries((await get('api/facts')).facts).map(([key, fact]) => ({ key, name: key.split('.').at(-1), ...fact })) });
  }
}

/** The facts that the word before the caret may become. */
export function completions(text, caret) {
  const word = lastStep(text, caret);
  if (word.length < SHORTEST || !state.facts) {
    return [];
  }
  const names = new Map();
  state.facts
    .filter(({ name }) => name !== word && name.toLowerCase().startsWith(word.toLowerCase()))
    .forEach((fact) => names.has(fact.name) || names.set(fact.name, fact));
  return [...names.values()].slice(0, MOST);
}

/** `need` of `memory.need`. */
export function lastStep(text, caret) {
  return (text.slice(0, caret).match(BEFORE_CARET)?.[0] ?? '').split('.').at(-1);
}
