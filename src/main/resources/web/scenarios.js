import { briefAnswers } from './brief-answers.js';
import { link, requestBody } from './request.js';
import { state, update } from './state.js';

const KEPT = 'advisor-scenarios';

/** Requests that the reader has named, in the order of naming: `{name, body, address}`. They are kept in this browser. */
export function scenarios() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

/** Keeps the request of the page under a name; one that had the name before is replaced. */
export function keepScenario(name) {
  keepAll([...scenarios().filter((one) => one.name !== name), { name, body: requestBody(), address: link({ path: 'advice', option: null, compare: [] }) }]);
}

export function dropScenario(name) {
  keepAll(scenarios().filter((one) => one.name !== name));
}

function keepAll(all) {
  localStorage.setItem(KEPT, JSON.stringify(all));
  update();
}

/** The answers to all scenarios, in brief: `{value}` or `{problem}`; asked for once for each list, rules and catalog. */
export function scenarioAnswers() {
  const bodies = scenarios().map(({ body }) => body);
  const { ruleBase, catalog } = state.health ?? {};
  const key = JSON.stringify([bodies, ruleBase?.sha256, catalog?.sha256]);
  if (bodies.length > 0 && state.scenarioAnswers?.key !== key) {
    state.scenarioAnswers = { key };
    answer(key, bodies);
  }
  return state.scenarioAnswers ?? {};
}

async function answer(key, bodies) {
  let found;
  try {
    found = { key, value: await briefAnswers(bodies) };
  } catch (problem) {
    found = { key, problem };
  }
  if (state.scenarioAnswers.key === key) {
    update({ scenarioAnswers: found });
  }
}
