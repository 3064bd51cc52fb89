import { postLines } from './api.js';

const PLACE = { en: /^Line \d+: /, zh: /^第 \d+ 行：/ };

/** The answers to requests in brief, in their order; that to a faulty one is `{faults}`, and keeps no other from its answer. */
export async function briefAnswers(requests) {
  try {
    return await postLines('api/batch', requests);
  } catch (problem) {
    const faulty = faultsByLine(problem.errors ?? []);
    if (faulty.size === 0) {
      throw problem;
    }
    const sound = requests.filter((_, i) => !faulty.has(i + 1));
    const answers = sound.length > 0 ? await briefAnswers(sound) : [];
    return requests.map((_, i) => faulty.get(i + 1) ?? answers.shift());
  }
}

/** The server counts the lines of one call, which are not those of a file. */
function faultsByLine(errors) {
  const faulty = new Map();
  errors
    .filter(({ line }) => line)
    .forEach(({ line, text: { en, zh } }) => {
      const fault = { en: en.replace(PLACE.en, ''), zh: zh.replace(PLACE.zh, '') };
      faulty.set(line, { faults: [...(faulty.get(line)?.faults ?? []), fault] });
    });
  return faulty;
}
