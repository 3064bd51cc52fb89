import { get } from './api.js';
import { state, update } from './state.js';

const EVERY_MS = 3000;

/** Looks again and again whether rules and catalog are sound, but not while nobody sees the page. */
export function watchHealth() {
  look();
  setInterval(() => document.hidden || look(), EVERY_MS);
  document.addEventListener('visibilitychange', () => document.hidden || look());
}

async function look() {
  try {
    show(await get('api/health'));
  } catch {
    show({ status: 'unreachable', faults: [] });
  }
}

function show(health) {
  if (JSON.stringify(health) !== JSON.stringify(state.health)) {
    update({ health });
  }
}
