import { get, isAborted, post, Problem } from './api.js';
import { link, namesModel, requestBody } from './request.js';
import { coursesOf } from './courses.js';
import { bringLater, later } from './later.js';
import { state, update } from './state.js';

const SETTLE_MS = 120;
const REST_MS = 300;
const PAUSE_MS = 2000;

/** What is asked for after the advice, in this order: of the list, of the opened option, of those compared. */
const OF_LIST = {
  sensitivity: (body) => post('api/sensitivity', body, 'detail'),
  changes: (body) => post('api/changes', body, 'detail'),
};
const OF_OPTION = {
  explanation: (body, option) => post(`api/explanations/${encodeURIComponent(option)}`, body, 'detail'),
  curves: (body, option) => post(`api/curves/${encodeURIComponent(option)}`, body, 'detail'),
  optionChanges: (body, option) => post(`api/changes/${encodeURIComponent(option)}`, body, 'detail'),
};
const OF_COMPARISON = {
  comparison: (request) => post('api/comparisons', { options: state.compare, request }, 'detail'),
  courses: (body) => coursesOf(state.compare, body),
};

let settling;
let resting;
let typed = { changed: null, at: 0 };
let asked = null;
let detailed = {};

/**
 * Changes fields of the request, and asks again; an empty value takes a field out. Back undoes a change; what is typed
 * into one field without a pause counts as one, and a step is always one of its own.
 */
export function setFields(changes, { step = false } = {}) {
  const fields = { ...state.fields, ...changes };
  Object.keys(fields).forEach((name) => fields[name] === '' && delete fields[name]);
  update({ fields });
  rewriteAddress(step ? null : Object.keys(changes).join());
}

/** Asks for a model of the catalog, or for a `config.json`. */
export function setModel(model, config = null) {
  update({ config, configFault: null });
  setFields({ model });
}

/** Takes over what the address bar says. */
export function followAddress() {
  typed = { changed: null, at: 0 };
  settleThen(0);
}

/** Asks the same again, for rules or catalog have changed. */
export function askAgain() {
  asked = null;
  settleThen(0);
}

/** The verdict on the option that is opened; `null` if none is. */
export function openedOption() {
  return state.answer?.verdicts?.find((verdict) => verdict.option === state.option) ?? null;
}

function rewriteAddress(changed) {
  const goesOn = changed !== null && changed === typed.changed && Date.now() - typed.at < PAUSE_MS;
  typed = { changed, at: Date.now() };
  history[goesOn ? 'replaceState' : 'pushState'](null, '', link());
  settleThen(SETTLE_MS);
}

function settleThen(delay) {
  clearTimeout(settling);
  settling = setTimeout(askAnew, delay);
}

async function askAnew() {
  const body = requestBody();
  const key = JSON.stringify(body);
  if (key !== asked) {
    asked = key;
    detailed = {};
    forget(OF_LIST);
    clearTimeout(resting);
    resting = null;
    await advise(body, key);
  }
  if (key === asked && state.answer?.verdicts && isWhole(state.answer)) {
    detail(body);
  }
}

/**
 * First the list, which is a twentieth of the whole; then all else, which must not delay it. Where a whole answer is shown
 * already, the next takes its place at once: nothing that somebody uses is drawn anew.
 */
async function advise(body, key) {
  if (namesModel()) {
    const shown = later() && state.answer && isWhole(state.answer);
    update({ busy: true, kept: null });
    await fetchAnswer(shown ? 'api/advice' : 'api/advice/list', body);
  } else {
    update({ answer: null, problem: null, busy: false });
  }
  bringLater();
  if (key === asked && state.answer && !isWhole(state.answer)) {
    await fetchAnswer('api/advice', body);
  }
}

function fetchAnswer(path, body) {
  return attempt(
    () => post(path, body, 'advice'),
    (answer) => update({ answer, problem: null, busy: false }),
    (problem) => {
      asked = null;
      update({ problem, busy: false });
    },
  );
}

/** Whether an answer is more than the list that comes first. */
export function isWhole(answer) {
  return answer.schema !== 'advice-list/1';
}

/** Whether the list is there and the rest is on its way. */
export function isComing() {
  return Boolean(state.answer) && !state.problem && !(later() && isWhole(state.answer));
}

/** What takes longer is asked for when the request rests, one after the other, and once. */
function detail(body) {
  const comparing = state.path === 'compare';
  const option = comparing ? null : (openedOption()?.option ?? null);
  renew(OF_OPTION, 'option', option);
  renew(OF_COMPARISON, 'compare', comparing ? state.compare.join() : null);
  const parts = { ...(option ? { ...OF_OPTION, sources: allSources } : {}), ...(comparing && state.compare.length > 1 ? OF_COMPARISON : {}), ...OF_LIST };
  clearTimeout(resting);
  resting = setTimeout(() => fetchParts(parts, option, body), REST_MS);
}

/** Every source of the catalog, sorted by id: its number is the same for every option. */
async function allSources() {
  const { sources } = await get('api/sources');
  return new Map(sources.map((source) => [source.id, source]).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Forgets what was found out of another subject. */
function renew(parts, name, subject) {
  if (subject && subject !== detailed[name]) {
    detailed[name] = subject;
    forget(parts);
  }
}

async function fetchParts(parts, option, body) {
  const round = resting;
  const ofRound = (change) => round === resting && update(change);
  for (const [name, call] of Object.entries(parts)) {
    if (round === resting && !state[name]) {
      await fetchPart(name, () => call(body, option), ofRound);
    }
  }
}

/** Fetches a part of the answer into the state: `{value}`, or `{problem}`. What it adds to the advice is added. */
function fetchPart(name, call, take) {
  return attempt(
    call,
    (value) => take({ [name]: { value }, ...(value.advice ? { answer: { ...state.answer, ...value.advice } } : {}) }),
    (problem) => take({ [name]: { problem } }),
  );
}

function forget(parts) {
  update(Object.fromEntries(Object.keys(parts).map((name) => [name, null])));
}

async function attempt(call, done, failed) {
  try {
    done(await call());
  } catch (error) {
    if (error instanceof Problem) {
      failed(error);
    } else if (!isAborted(error)) {
      throw error;
    }
  }
}
