import { followAddress, setFields } from './advice.js';
import { link } from './request.js';
import { state, update } from './state.js';
import { say } from './words.js';
import { toast } from './toast.js';

/** Puts a suggested change into the form, says so, and takes the reader to the new verdict; Back undoes it. */
export function applyChange(changes, words) {
  setFields(Object.fromEntries(changes.map(({ field, to }) => [field, to])), { step: true });
  toast(say('toast.applied', { change: words }), () => history.back());
  toVerdict();
}

/** Where the answer begins. */
export function toVerdict() {
  requestAnimationFrame(() => {
    const verdict = document.getElementById('verdict') ?? document.getElementById('main');
    verdict.scrollIntoView({ block: 'center' });
    verdict.focus({ preventScroll: true });
  });
}

/** The options that are to be compared; the address holds them. Where they are shown, they are asked for anew. */
export function setCompared(compare, shown = false) {
  update({ compare });
  history.replaceState(null, '', link());
  if (shown) {
    followAddress();
  }
}

/** Leaves the opened option. */
export function closeOption() {
  if (state.option) {
    location.hash = link({ option: null });
  }
}
