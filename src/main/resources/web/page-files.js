/** Under which address a file may be kept for ever; its name, where the page is not put into few files. */
export function addressOf(name) {
  return globalThis.pageFiles?.[name] ?? name;
}

/** What a part of the page says in a language. */
export function wordsOf(part, language) {
  return `words-${part}.${language}.json`;
}
