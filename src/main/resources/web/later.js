import { get } from './api.js';
import { watchHealth } from './health.js';
import { addressOf } from './page-files.js';
import { patiently } from './patience.js';
import { update } from './state.js';
import { learnMore } from './words.js';

let views = null;
let coming = null;

/** The views that the first answer does not need, by name; `null` until they have come. */
export function later() {
  return views;
}

/** Fetches them, once, with what their form offers; from then on the server is watched. */
export function bringLater() {
  coming ??= bring();
  return coming;
}

async function bring() {
  watchHealth();
  const [module, form, { models }] = await Promise.all([patiently(() => import('./views/later.js')), patiently(() => get('api/fields')), patiently(() => get('api/models')), laterWords()]);
  views = module;
  update({ form: form.fields, currencies: form.currencies, models });
}

/** What every view needs that comes later: words and style. */
export function laterWords() {
  return Promise.all([patiently(() => learnMore('later')), patiently(sheet)]);
}

let sheetComing = null;

/** Where the page is not put into few files, its document names every sheet. */
function sheet() {
  const name = 'later.css';
  if (!document.querySelector('link[href^="style/"]')) {
    sheetComing ??= linked(addressOf(name));
  }
  return sheetComing;
}

function linked(href) {
  return new Promise((done, failed) => {
    const fail = () => {
      sheetComing = null;
      link.remove();
      failed(new Error(`There is no ${href}.`));
    };
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: fail });
    document.head.append(link);
  });
}
