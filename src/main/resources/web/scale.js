const WIDE = 12;
const STEPS = [1, 2, 5];

/** Places on an axis: linear, or by powers of ten where the values lie far apart. `{at, ticks}`; `at` gives pixels. */
export function scale(values, [from, to]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && high / low > WIDE ? logarithmic(low, high, from, to) : linear(low, high, from, to);
}

function linear(low, high, from, to) {
  const step = stepOf((high - low || Math.abs(high) || 1) / 4);
  const [first, last] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const count = Math.round((last - first) / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => first + i * step);
  return { ticks, at: (value) => from + ((value - first) / (last - first)) * (to - from) };
}

/** 1, 2 or 5 times a power of ten, none below what is asked. */
function stepOf(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough) ?? 10);
}

function logarithmic(low, high, from, to) {
  const ticks = decades(low, high).filter((tick) => tick >= low / 2.1 && tick <= high * 2.1);
  const [first, last] = [Math.min(low, ticks[0]), Math.max(high, ticks.at(-1))].map(Math.log10);
  return { ticks, at: (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from) };
}

function decades(low, high) {
  const first = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - first + 1;
  const steps = count > 3 ? [1] : STEPS;
  return Array.from({ length: count }, (_, i) => steps.map((step) => step * 10 ** (first + i))).flat();
}
