import { postFile } from './api.js';
import { update } from './state.js';

/** What is asked of a record, in this order; the later ones take longer. */
export const CHECKS = ['verify', 'replay', 'diff'];

/** Asks all of a record that somebody brings; each answer is shown as it comes. */
export async function checkRecord(file) {
  const record = { name: file.name };
  update({ record });
  for (const check of CHECKS) {
    await ask(record, check, file);
    if (check === 'verify' && !record.verify.value?.sound) {
      return;
    }
  }
}

/** Puts an answer beside the others: `{value}`, or `{problem}`. */
async function ask(record, check, file) {
  try {
    record[check] = { value: await postFile(`api/records/${check}`, file) };
  } catch (problem) {
    record[check] = { problem };
  }
  update();
}
