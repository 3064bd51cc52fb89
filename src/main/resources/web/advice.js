import { isAborted, post, Problem } from './api.js';
import { link, namesModel, requestBody } from './request.js';
import { state, update } from './state.js';

const SETTLE_MS = 120;
const REST_MS = 300;
const PAUSE_MS = 2000;

/** What is asked for after the advice, in this order, where the list is shown and where an option is. */
const OF_LIST = { sensitivity: () => 'api/sensitivity', changes: () => 'api/changes' };
const OF_OPTION = {
  explanation: (option) => `api/explanations/${option}`,
  curves: (option) => `api/curves/${option}`,
  optionChanges: (option) => `api/changes/${option}`,
};

let settling;
let resting;
let typed = { changed: null, at: 0 };
let asked = null;
let detailed = null;

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
  return state.answer?.verdicts.find((verdict) => verdict.option === state.option) ?? null;
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
    detailed = null;
    forget(OF_LIST);
    await advise(body);
  }
  if (key === asked && state.answer) {
    detail(body);
  }
}

async function advise(body) {
  if (!namesModel()) {
    update({ answer: null, problem: null, busy: false });
    return;
  }
  update({ busy: true, kept: null });
  await attempt(
    () => post('api/advice', body, 'advice'),
    (answer) => update({ answer, problem: null, busy: false }),
    (problem) => {
      asked = null;
      update({ problem, busy: false });
    },
  );
}

/** What takes longer is asked for when the request rests, one after the other, and once. */
function detail(body) {
  const option = openedOption()?.option ?? null;
  const parts = option ? OF_OPTION : OF_LIST;
  if (option && option !== detailed) {
    detailed = option;
    forget(OF_OPTION);
  }
  clearTimeout(resting);
  resting = setTimeout(() => fetchParts(parts, option, body), REST_MS);
}

async function fetchParts(parts, option, body) {
  const round = resting;
  for (const [name, path] of Object.entries(parts)) {
    if (round === resting && !state[name]) {
      await fetchPart(name, path(encodeURIComponent(option)), body);
    }
  }
}

/** Fetches a part of the answer into the state: `{value}`, or `{problem}`. */
function fetchPart(name, path, body) {
  return attempt(
    () => post(path, body, 'detail'),
    (value) => update({ [name]: { value } }),
    (problem) => update({ [name]: { problem } }),
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
