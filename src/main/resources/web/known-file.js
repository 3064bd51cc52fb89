import { get, isAborted, post, put } from './api.js';
import { forgetFiles, placeOf } from './files.js';
import { look } from './health.js';
import { requestBody } from './request.js';
import { state, update } from './state.js';

const SETTLE_MS = 300;

/** What nothing was compared of yet. */
const NOTHING = { requests: 0, judged: 0, verdicts: 0, flips: 0, next: 0, of: 1, firsts: [], refused: [], changes: [], failed: [] };

/**
 * The files that were opened, by name: `{base: {text, sha256}, text, check, impact, versions, theirs, busy, problem, saved}`.
 * `check` is what the server found in a text; `impact` is `{text, request, all, notices}`, and counts for its text alone: `all` is
 * what is known so far of samples and scenarios; `theirs` is what somebody else has saved meanwhile, once the server has refused
 * to save over it.
 */
const files = new Map();
let settling;

/** A file as it stands in the editor; the first call asks for it. */
export function knownFile(name) {
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
  return begun(await get(`api/rule-templates/${id}`), `rule "${id}"`);
}

/** As `beginRule`, of a scenario: the request of the page, which expects what the advice on it is now. */
export async function beginScenario(file, name) {
  const template = await post('api/files/scenario', { file, name, request: requestBody() });
  return begun(template, template.text.slice(template.text.lastIndexOf('- name: ')).split('\n')[0]);
}

function begun({ name, text, before, sha256 }, head) {
  const file = files.get(name) ?? { name };
  files.set(name, file);
  change(file, isChanged(file) ? { text: withPart(file.text, text, head) } : { base: { text: before, sha256 }, text });
  check(file);
  return { name, line: file.text.slice(0, file.text.indexOf(head)).split('\n').length };
}

function withPart(typed, template, head) {
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

/**
 * Asks which verdicts the text turns, for the request of the page and over samples and scenarios: the first of them before
 * anybody may save, the others while the file is looked at.
 */
export async function seeImpact(file) {
  const { name, text } = file;
  await busily(file, 'impact', async () => {
    const asked = state.fields.model && !isOfScenarios(file);
    const request = asked ? await post('api/files/impact', { file: name, text, request: requestBody() }) : null;
    const all = joined(NOTHING, await post('api/files/impact', { file: name, text }));
    change(file, { impact: { text, request, all, notices: [], ofConfig: asked && Boolean(state.config) } });
    showImpact();
  });
  await seeMore(file);
}

/** Goes on comparing until all is, the text is another, or nobody looks at the file. */
export async function seeMore(file) {
  let { impact } = file;
  while (impact && impact === file.impact && isGoingOn(file)) {
    const { text, all } = impact;
    const part = await attempt(file, () => post('api/files/impact', { file: file.name, text, from: all.next }));
    if (!part || impact !== file.impact) {
      return;
    }
    impact = { ...impact, all: joined(all, part) };
    change(file, { impact });
  }
  if (file.impact && isAllSeen(file) && isOfRules(file)) {
    await checkByScenarios(file);
  }
}

/** Whether the impact is worked out further by itself. */
export function isGoingOn(file) {
  return impactIsSeen(file) && !isAllSeen(file) && placeOf(state.path)?.name === file.name;
}

export function isAllSeen({ impact }) {
  return impact.all.next >= impact.all.of;
}

function isOfRules({ name }) {
  return name.startsWith('rules/');
}

function isOfScenarios({ name }) {
  return name.startsWith('scenarios/');
}

/** Two parts of an impact as one. */
function joined(one, other) {
  const lists = ['firsts', 'refused', 'changes', 'failed'].map((key) => [key, [...one[key], ...other[key]]]);
  const sums = ['requests', 'judged', 'verdicts', 'flips'].map((key) => [key, one[key] + other[key]]);
  return { ...other, ...Object.fromEntries([...lists, ...sums]) };
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
    forgetFiles();
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
  const file = knownFile(name);
  const base = await attempt(file, () => get(path(name)));
  change(file, base ? { base, text: base.text } : {});
}

/** Looks at the text alone: the scenarios take longer, and are run with the impact. */
async function check(file) {
  const { name, text } = file;
  const found = await attempt(file, () => post('api/files/check', { file: name, text, scenarios: false }, 'check'));
  change(file, found ? { check: { ...found, text } } : {});
}

/** Adds what only running the scenarios finds. It keeps nobody from saving: a scenario may be what is to change next. */
async function checkByScenarios(file) {
  const { name, text, impact } = file;
  if (impactIsSeen(file) && isChecked(file)) {
    const known = new Set(file.check.notices.map((notice) => JSON.stringify(notice)));
    const found = await attempt(file, () => post('api/files/check', { file: name, text }, 'scenarios'));
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
  return `api/files/${name.split('/').map(encodeURIComponent).join('/')}`;
}

window.addEventListener('beforeunload', (event) => {
  if ([...files.values()].some(isChanged)) {
    event.preventDefault();
  }
});
