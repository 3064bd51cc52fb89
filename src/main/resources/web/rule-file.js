import { get, isAborted, post, put } from './api.js';
import { look } from './health.js';
import { requestBody } from './request.js';
import { state, update } from './state.js';

const SETTLE_MS = 300;

/**
 * The rule files that were opened, by name: `{base: {text, sha256}, text, check, impact, versions, theirs, busy, problem, saved}`.
 * `check` is what the server found in a text; `impact` is `{text, request, scenarios, notices}`, and counts for its text alone;
 * `theirs` is what somebody else has saved meanwhile, once the server has refused to save over it.
 */
const files = new Map();
let settling;

/** A file as it stands in the editor; the first call asks for it. */
export function ruleFile(name) {
  if (!files.has(name)) {
    files.set(name, { name });
    read(name);
  }
  return files.get(name);
}

/**
 * Begins a rule at the end of the file of its topic, or in one of its own, after what was typed there; promises the file's
 * name and the rule's line.
 */
export async function beginRule(id) {
  const { name, text, before, sha256 } = await get(`api/rule-templates/${id}`);
  const file = files.get(name) ?? { name };
  files.set(name, file);
  change(file, isChanged(file) ? { text: withRule(file.text, text, `rule "${id}"`) } : { base: { text: before, sha256 }, text });
  check(file);
  return { name, line: file.text.slice(0, file.text.indexOf(`rule "${id}"`)).split('\n').length };
}

function withRule(typed, template, head) {
  return typed.includes(head) ? typed : `${typed.trimEnd()}\n\n${template.slice(template.indexOf(head))}`;
}

/** Whether somebody has typed what is not saved. */
export function isChanged(file) {
  return file.base !== undefined && file.text !== file.base.text;
}

/** Whether the impact was seen of just this text. */
export function impactIsSeen(file) {
  return file.impact?.text === file.text;
}

/** Whether just this text was checked. */
export function isChecked(file) {
  return file.check?.text === file.text;
}

export function isSound(file) {
  return isChecked(file) && file.check.errors === 0;
}

/** What may be saved: another text, without a fault, of which the impact was seen. */
export function maySave(file) {
  return isChanged(file) && isSound(file) && impactIsSeen(file) && !file.busy;
}

/** Takes over what was typed, and checks it as soon as the typing rests. */
export function write(file, text) {
  change(file, { text, saved: false, problem: null, theirs: null });
  clearTimeout(settling);
  settling = setTimeout(() => check(file), SETTLE_MS);
}

export function revert(file) {
  clearTimeout(settling);
  change(file, { text: file.base.text, check: null, impact: null, problem: null, saved: false });
}

/** Asks which verdicts the text turns, for the request of the page and over all scenarios. */
export async function seeImpact(file) {
  const { name, text } = file;
  await busily(file, 'impact', async () => {
    const request = state.fields.model ? await post('api/rules/impact', { file: name, text, request: requestBody() }) : null;
    const scenarios = await post('api/rules/impact', { file: name, text });
    change(file, { impact: { text, request, scenarios, notices: [], ofConfig: Boolean(state.config) } });
    showImpact();
  });
  await checkByScenarios(file);
}

/** The result may stand below what is in sight. */
function showImpact() {
  requestAnimationFrame(() => {
    const title = document.getElementById('impact-title');
    title?.scrollIntoView({ block: 'center' });
    title?.focus({ preventScroll: true });
  });
}

export function save(file) {
  const { name, text, base } = file;
  return busily(file, 'save', async () => {
    await put(path(name), { text, sha256: base.sha256 });
    change(file, { base: await get(path(name)), saved: true, impact: null, versions: undefined });
    await Promise.all([look(), file.listed ? readVersions(file) : null]);
  }).then(() => file.problem?.status === 409 && seeTheirs(file));
}

/** Asks what the file was before it was saved here. */
export async function readVersions(file) {
  file.listed = true;
  const found = await attempt(file, () => get(`${path(file.name)}/versions`));
  change(file, { versions: found?.versions ?? file.versions });
}

/** Takes an earlier text into the editor, as if somebody had typed it: it is checked, and saved by hand. */
export function restore(file, { text }) {
  write(file, text);
}

async function seeTheirs(file) {
  try {
    change(file, { theirs: await get(path(file.name)) });
  } catch {
    // The conflict is told in any case.
  }
}

/** After somebody else has saved: goes on from their text, which the one in the editor will replace. */
export function keepMine(file) {
  return busily(file, 'read', async () => change(file, { base: await get(path(file.name)), impact: null }));
}

/** After somebody else has saved: gives up the text in the editor. */
export function takeTheirs(file) {
  return busily(file, 'read', async () => {
    const base = await get(path(file.name));
    change(file, { base, text: base.text, check: null, impact: null });
  });
}

/** Reads files anew in which nobody has typed, for the server has changed its rules. */
export function refreshUnchanged() {
  [...files.values()].filter((file) => file.base && !isChanged(file) && !file.busy).forEach(takeNewer);
}

async function takeNewer(file) {
  const base = await get(path(file.name));
  if (base.sha256 !== file.base.sha256 && !isChanged(file)) {
    change(file, { base, text: base.text, check: null, impact: null });
  }
}

async function read(name) {
  const file = ruleFile(name);
  const base = await attempt(file, () => get(path(name)));
  change(file, base ? { base, text: base.text } : {});
}

/** Looks at the text alone: the scenarios take longer, and are run with the impact. */
async function check(file) {
  const { name, text } = file;
  const found = await attempt(file, () => post('api/rules/check', { file: name, text, scenarios: false }, 'check'));
  change(file, found ? { check: { ...found, text } } : {});
}

/** Adds what only running the scenarios finds. It keeps nobody from saving, for scenarios are not written here. */
async function checkByScenarios(file) {
  const { name, text, impact } = file;
  if (impactIsSeen(file) && isChecked(file)) {
    const known = new Set(file.check.notices.map((notice) => JSON.stringify(notice)));
    const found = await attempt(file, () => post('api/rules/check', { file: name, text }, 'scenarios'));
    const notices = found?.notices.filter((notice) => !known.has(JSON.stringify(notice))) ?? [];
    change(file, { impact: file.impact === impact ? { ...impact, notices } : file.impact });
  }
}

async function busily(file, what, work) {
  change(file, { busy: what, problem: null, theirs: null });
  await attempt(file, work);
  change(file, { busy: null });
}

/** What the work promises; what goes wrong with it is told at the file. */
async function attempt(file, work) {
  try {
    return await work();
  } catch (problem) {
    if (!isAborted(problem)) {
      change(file, { problem });
    }
    return undefined;
  }
}

function change(file, changes) {
  Object.assign(file, changes);
  update();
}

function path(name) {
  return `api/rule-files/${encodeURIComponent(name)}`;
}

window.addEventListener('beforeunload', (event) => {
  if ([...files.values()].some(isChanged)) {
    event.preventDefault();
  }
});
