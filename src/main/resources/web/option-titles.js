import { get } from './api.js';
import { update } from './state.js';
import { text } from './words.js';

let titles = null;

/** What an option of the catalog is called; its id until that is known, and where it is none of the catalog. */
export function optionTitle(id) {
  if (titles === null) {
    titles = new Map();
    get('api/options').then(({ options }) => {
      titles = new Map(options.map((option) => [option.id, option.title]));
      update();
    });
  }
  return titles.has(id) ? text(titles.get(id)) : id;
}
