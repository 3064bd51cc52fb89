const RESERVED = ['lang', 'option', 'compare', 'config', 'config-name'];
const FIGURE = /^\s*-?\d+(\.\d+)?\s*$/;
const LANGUAGES = ['en', 'zh'];

/** What stands after the # of an address: where in the page, and the rest by name. */
export function placeOf(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path || 'advice', parameters: new URLSearchParams(query) };
}

/** The fields of the request, by the names of the command line. */
export function fieldsOf(parameters) {
  return Object.fromEntries([...parameters].filter(([name]) => !RESERVED.includes(name)));
}

/** The fields as the body of a call has them: figures as numbers. */
export function bodyOf(fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, typed(text)]));
}

/** What was written as a figure as a number. */
export function typed(text) {
  return FIGURE.test(text) ? Number(text) : text;
}

/** A language that the page does not speak is told, and changes nothing. */
export function languageOf(parameters, otherwise) {
  const asked = parameters.get('lang');
  const known = asked === null || LANGUAGES.includes(asked);
  return { language: (known && asked) || otherwise, languageFault: known ? null : asked };
}

/** What the reader's browser speaks, if the page does. */
export function readersLanguage() {
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}
