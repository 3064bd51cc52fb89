import { askAgain } from './advice.js';
import { get } from './api.js';
import { state, update } from './state.js';

const EVERY_MS = 3000;

/** Of the rules and the catalog that answered last; a server that was away may come back with the same. */
let known = null;

/** Looks again and again whether rules and catalog are sound, but not while nobody sees the page. */
export function watchHealth() {
  look();
  setInterval(() => document.hidden || look(), EVERY_MS);
  document.addEventListener('visibilitychange', () => document.hidden || look());
}

/** Looks now, and asks anew for the advice if rules or catalog have changed. */
export async function look() {
  try {
    show(await get('api/health'));
  } catch {
    show({ status: 'unreachable', faults: [] });
  }
}

function show(health) {
  const before = state.health;
  if (JSON.stringify(health) !== JSON.stringify(before)) {
    update({ health });
  }
  if (health.ruleBase) {
    const now = contents(health);
    if ((known !== null && now !== known) || state.problem?.status === 0) {
      askAgain();
    }
    known = now;
  }
}

function contents({ ruleBase, catalog }) {
  return ruleBase.sha256 + catalog.sha256;
}
