import { get } from './api.js';
import { setFields } from './advice.js';
import { toVerdict } from './changing.js';
import { state, update } from './state.js';
import { toast } from './toast.js';
import { say } from './words.js';

/** The lines of a field that holds several machines. */
export function offersOf(name) {
  return (state.fields[name] ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
}

/** Opens the form for a machine of one's own or a quote, with what is known of it filled in. */
export async function askForOffer(name, known = {}) {
  update({ offer: { name, ...known } });
  if (!state.catalogOptions) {
    update({ catalogOptions: (await get('api/options')).options });
  }
}

/** The form for a quote on an option of the catalog. */
export async function askForQuoteOn(option) {
  await askForOffer('quote');
  const { accelerator, devices, nodes } = state.catalogOptions.find((one) => one.id === option) ?? {};
  update({ offer: { name: 'quote', accelerator, count: devices, nodes } });
}

/** Ids of the devices that the catalog knows. */
export function acceleratorIds() {
  return [...new Set((state.catalogOptions ?? []).map(({ accelerator }) => accelerator).filter(Boolean))].sort();
}

export function addOffer(name, line) {
  update({ offer: null });
  setFields({ [name]: [...offersOf(name), line].join('\n') }, { step: true });
  toast(say('toast.judged', { line }), () => history.back());
  toVerdict();
}

export function removeOffer(name, line) {
  setFields({ [name]: offersOf(name).filter((other) => other !== line).join('\n') }, { step: true });
}
