import { state, update } from './state.js';

const RETRY_MS = 2000;

/** Does what may fail again and again until it succeeds: a server that is not there yet may come. That it is waited for is told. */
export async function patiently(work) {
  for (;;) {
    try {
      const done = await work();
      if (state.awaiting) {
        update({ awaiting: false });
      }
      return done;
    } catch (error) {
      console.warn(error);
      update({ awaiting: true });
      await new Promise((later) => setTimeout(later, RETRY_MS));
    }
  }
}
