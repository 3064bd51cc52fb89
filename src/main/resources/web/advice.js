import { isAborted, post } from './api.js';
import { link, namesModel, requestBody } from './request.js';
import { state, update } from './state.js';

const SETTLE_MS = 120;
const LAZY_MS = 300;
const LATER = ['sensitivity', 'changes'];
const OF_OPTION = ['explanation', 'curves', 'optionChanges'];

let settling;
let lazy;
let asked = null;
let explained = null;

/** Changes fields of the request, and asks again; an empty value takes a field out. */
export function setFields(changes) {
  const fields = { ...state.fields, ...changes };
  Object.keys(fields).forEach((name) => fields[name] === '' && delete fields[name]);
  update({ fields });
  rewriteAddress();
}

/** Asks for a model of the catalog, or for a `config.json`. */
export function setModel(model, config = null) {
  update({ config, configFault: null });
  setFields({ model });
}

/** Takes over what the address bar says. */
export function followAddress() {
  settleThen(0);
}

/** The verdict on the option that is opened; `null` if none is. */
export function openedOption() {
  return state.answer?.verdicts.find((verdict) => verdict.option === state.option) ?? null;
}

function rewriteAddress() {
  history.replaceState(null, '', link());
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
    explained = null;
    await advise(body);
  }
  explain(body);
}

async function advise(body) {
  if (!namesModel()) {
    update({ answer: null, problem: null, busy: false });
    return;
  }
  update({ busy: true });
  await attempt(
    () => post('api/advice', body, 'advice'),
    (answer) => {
      update({ answer, problem: null, busy: false });
      askLater(body);
    },
    (problem) => {
      asked = null;
      update({ problem, busy: false });
    },
  );
}

/** What takes longer is asked for when the request rests. */
function askLater(body) {
  clearTimeout(lazy);
  forget(LATER);
  lazy = setTimeout(() => {
    fetchPart('sensitivity', 'api/sensitivity', body);
    fetchPart('changes', 'api/changes', body);
  }, LAZY_MS);
}

function explain(body) {
  const key = `${asked} ${state.option}`;
  if (!openedOption() || key === explained) {
    return;
  }
  explained = key;
  forget(OF_OPTION);
  const option = encodeURIComponent(state.option);
  fetchPart('explanation', `api/explanations/${option}`, body);
  fetchPart('curves', `api/curves/${option}`, body);
  fetchPart('optionChanges', `api/changes/${option}`, body);
}

/** Fetches a part of the answer into the state: `{value}`, or `{problem}`. */
function fetchPart(name, path, body) {
  return attempt(
    () => post(path, body, name),
    (value) => update({ [name]: { value } }),
    (problem) => update({ [name]: { problem } }),
  );
}

function forget(names) {
  update(Object.fromEntries(names.map((name) => [name, null])));
}

async function attempt(call, done, failed) {
  try {
    done(await call());
  } catch (error) {
    if (!isAborted(error)) {
      failed(error);
    }
  }
}
