/** What the page knows and shows. Views read it and never write it; `update` changes it and draws once. */
export const state = {
  path: 'advice',
  language: 'en',
  fields: {},
  config: null,
  option: null,
  compare: [],
  toast: null,
  form: [],
  currencies: [],
  models: [],
  health: null,
  answer: null,
  busy: false,
  problem: null,
};

let draw = () => {};
let awaited = false;

/** Sets what `update` calls after a change. */
export function drawWith(drawing) {
  draw = drawing;
}

/** Changes what is known, and draws before the next event is handled. */
export function update(change = {}) {
  Object.assign(state, change);
  if (!awaited) {
    awaited = true;
    queueMicrotask(() => {
      awaited = false;
      draw();
    });
  }
}
