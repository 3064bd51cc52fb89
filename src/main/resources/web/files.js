import { get } from './api.js';
import { link } from './request.js';
import { state, update } from './state.js';

const PREFIX = /^rules[/]/;

let listed = null;

/** What the page knows of the files, `{value}` or `{problem}`: asked for once for all that answers. */
export function filesNow() {
  const { ruleBase, catalog } = state.health ?? {};
  const key = ruleBase && ruleBase.sha256 + catalog.sha256;
  if (key && listed !== key) {
    listed = key;
    read();
  }
  return state.files ?? {};
}

/** Has the list asked for anew: something was saved. */
export function forgetFiles() {
  listed = null;
}

async function read() {
  try {
    update({ files: { value: (await get('api/files')).files } });
  } catch (problem) {
    update({ files: { problem } });
  }
}

/** Where the page shows a file: `rules/api.drl/12`, `rules/parameters/budget.yaml/4`. */
export function fileLink(name, line = 1) {
  return link({ path: `rules/${name.replace(PREFIX, '')}/${line}`, option: null });
}

/** The file that a place of the page shows, and from which line on; null if it shows none. */
export function placeOf(path) {
  const [, one = '', other = '', third] = path.split('/');
  if (one.endsWith('.drl')) {
    return { name: `rules/${one}`, line: Number(other || 1) };
  }
  return other.endsWith('.yaml') ? { name: `${one}/${other}`, line: Number(third ?? 1) } : null;
}

/** Which list a place of the page belongs to: that of rules, parameters, scenarios or catalog. */
export function listOf(path) {
  const [, one = '', other = ''] = path.split('/');
  const folder = other === '' || other.endsWith('.yaml') ? one : '';
  if (['parameters', 'scenarios', 'catalog'].includes(folder)) {
    return folder;
  }
  return other.endsWith('.yaml') ? 'catalog' : 'rules';
}

/** How messages end that call a file by its place: of several folders they name another before it. */
export function endOf(name) {
  return `/${name.replace(/^(?:rules|sources)[/]/, '')}`;
}
