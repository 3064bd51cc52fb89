import { get, isAborted } from './api.js';
import { refreshUnchanged } from './known-file.js';
import { state, update } from './state.js';

const AGAIN_MS = 1500;

let listed = null;
let told = null;

/** What the page knows of the rules; the first call, and the first after a reload of the server, asks for it. */
export function rulesNow() {
  const { ruleBase, catalog } = state.health ?? {};
  const version = ruleBase && ruleBase.sha256 + catalog.sha256;
  if (version && listed !== version) {
    listed = version;
    told = null;
    into('rules', readRules());
    refreshUnchanged();
  }
  return state.rules ?? {};
}

/** One rule with its text and how it is tried, by its id. */
export function ruleNow(id) {
  const key = `${listed} ${id}`;
  if (told !== key && listed) {
    told = key;
    into('rule', readRule(id));
  }
  return state.rule ?? {};
}

/** `memory.drl` of `rules/memory.drl:12`. */
export function fileOf(rule) {
  return rule.at.replace(/^.*\//, '').replace(/:\d+$/, '');
}

/** 12 of `rules/memory.drl:12`. */
export function lineOf(rule) {
  return Number(rule.at.match(/:(\d+)$/)?.[1] ?? 1);
}

/** How well the scenarios try a rule takes seconds to tell after the rules have changed; until then it is asked again. */
async function readRule(id) {
  const rule = await get(`api/rules/${encodedPath(id)}`, 'rule');
  if (rule.coverage === null) {
    setTimeout(() => id === state.rule?.value?.id && into('rule', readRule(id)), AGAIN_MS);
  }
  return rule;
}

async function readRules() {
  const [{ files, rules }, { options }, { sources }] = await Promise.all(['api/rules', 'api/options', 'api/sources'].map((path) => get(path)));
  return {
    rules,
    sources: new Map(sources.map((source) => [source.id, source])),
    titles: new Map(options.map((option) => [option.id, option.title])),
    questions: new Map(files.map((file) => [file.name, file.question])),
  };
}

function encodedPath(id) {
  return id.split('/').map(encodeURIComponent).join('/');
}

/** Puts what is promised into the state: `{value}`, or `{problem}`. What stood there stays until then. */
async function into(name, promised) {
  try {
    update({ [name]: { value: await promised } });
  } catch (problem) {
    if (!isAborted(problem)) {
      update({ [name]: { problem } });
    }
  }
}
