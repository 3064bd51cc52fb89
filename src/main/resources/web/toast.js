import { update } from './state.js';

const SHOWN_MS = 12_000;

let leaving;

/** Says what was done, with the way back for as long as it stands there. */
export function toast(words, undo = null) {
  clearTimeout(leaving);
  leaving = setTimeout(endToast, SHOWN_MS);
  update({ toast: { words, undo } });
}

export function endToast() {
  clearTimeout(leaving);
  update({ toast: null });
}
