import { call, takeBegun } from './calls.js';
import { addressOf, wordsOf } from './page-files.js';
import { state } from './state.js';

const words = { en: new Map(), zh: new Map() };
const files = new Map();
const used = new Set(['first']);

/** Reads the words of all parts that are used so far in a language. A second time it costs nothing. */
export function learn(language) {
  return Promise.all([...used].map((part) => learned(part, language)));
}

/** Uses another part from now on. */
export function learnMore(part) {
  used.add(part);
  return learn(state.language);
}

async function learned(part, language) {
  const name = wordsOf(part, language);
  if (!files.has(name)) {
    files.set(name, read(name));
  }
  try {
    Object.entries(await files.get(name)).forEach(([key, entry]) => words[language].set(key, entry));
  } catch (error) {
    files.delete(name);
    throw error;
  }
}

async function read(name) {
  const address = addressOf(name);
  const response = await (takeBegun('GET', address)?.response ?? call('GET', address));
  if (!response.ok) {
    throw new Error(`There is no ${name}.`);
  }
  return response.json();
}

/** Whether the page can say anything in its language. */
export function speaks() {
  return words[state.language].size > 0;
}

/** The words under a key in the language of the page, each `{name}` filled in from `values`. */
export function say(key, values = {}) {
  const entry = words[state.language].get(key);
  if (!entry) {
    throw new Error(`There are no words for ${key}.`);
  }
  return entry.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Whether there are words under a key. */
export function has(key) {
  return words[state.language].has(key);
}

/** One of the two of `{en, zh}`, as the server writes what people read; options of the command line by the names of their fields. */
export function text(both) {
  return both[state.language].replace(/--([a-z]\w+(?:-\w+)*)/g, (option, name) => (has(`field.${name}`) ? say('field.quoted', { field: say(`field.${name}`) }) : option));
}
