import { ref } from './vendor/lit-html/directives/ref.js';

/** Opens a dialog over the page as soon as it stands in it: `<dialog ${modal()}>`. */
export function modal() {
  return ref(opened);
}

function opened(dialog) {
  queueMicrotask(() => dialog?.isConnected && !dialog.open && dialog.showModal());
}

/** A click beside a dialog closes it, as Escape does. */
export function closeBeside(event) {
  if (event.target === event.currentTarget) {
    event.currentTarget.close();
  }
}
