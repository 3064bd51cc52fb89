import { state } from './state.js';

const words = new Map();
const areas = new Map();

/** Reads `words/<area>.json`: what the page alone says, some of it before a server answers. A second time it costs nothing. */
export function loadWords(area) {
  if (!areas.has(area)) {
    areas.set(area, read(area));
  }
  return areas.get(area);
}

async function read(area) {
  addWords(globalThis.pageWords?.[area] ?? (await fetched(area)));
}

async function fetched(area) {
  return (await fetch(new URL(`words/${area}.json`, import.meta.url))).json();
}

/** Words that the server knows: what things are called that its answers name by an id. */
export function addWords(entries) {
  Object.entries(entries).forEach(([key, entry]) => words.set(key, entry));
}

/** The words under a key in the language of the page, each `{name}` filled in from `values`. */
export function say(key, values = {}) {
  const entry = words.get(key);
  if (!entry) {
    throw new Error(`There are no words for ${key}.`);
  }
  return entry[state.language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Whether there are words under a key. */
export function has(key) {
  return words.has(key);
}

/** One of the two of `{en, zh}`, as the server writes what people read; options of the command line by the names of their fields. */
export function text(both) {
  return both[state.language].replace(/--([a-z]\w+(?:-\w+)*)/g, (option, name) => (has(`field.${name}`) ? say('field.quoted', { field: say(`field.${name}`) }) : option));
}
