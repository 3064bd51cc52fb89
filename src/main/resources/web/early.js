import { bodyOf, fieldsOf, languageOf, placeOf, readersLanguage } from './address.js';
import { begin } from './calls.js';
import { addressOf, wordsOf } from './page-files.js';

/** Asks the server before the script of the page has come, if that takes longer: on a slow line they come together. */
function ask() {
  const { parameters } = placeOf(location.hash);
  const fields = fieldsOf(parameters);
  begin('GET', addressOf(wordsOf('first', languageOf(parameters, readersLanguage()).language)));
  if (fields.model && !parameters.has('config')) {
    begin('POST', 'api/advice/list', { body: JSON.stringify(bodyOf(fields)), type: 'application/json' });
  }
}

globalThis.pageHasBegun || ask();

/** Without that script nothing else tells. */
addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && document.getElementById('no-script')?.removeAttribute('hidden'), true);
