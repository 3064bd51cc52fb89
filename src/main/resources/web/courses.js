import { post } from './api.js';

/** How the costs of some options run, and where each two of them cross: the shape of `/api/curves`, with `one` at each crossing. */
export async function coursesOf(options, body) {
  const found = await Promise.all(options.slice(0, -1).map((option, i) => curvesOf(option, options.slice(i + 1), body)));
  const lines = new Map(found.flatMap((curves) => curves.options).map((line) => [line.option, line]));
  return {
    ...found[0],
    option: null,
    currency: found.find((curves) => curves.currency)?.currency ?? null,
    options: options.filter((option) => lines.has(option)).map((option) => lines.get(option)),
    crossovers: found.flatMap((curves) => curves.crossovers.map((crossing) => ({ one: curves.option, ...crossing }))),
  };
}

function curvesOf(option, others, body) {
  const query = new URLSearchParams(others.map((other) => ['with', other]));
  return post(`api/curves/${encodeURIComponent(option)}?${query}`, body);
}
