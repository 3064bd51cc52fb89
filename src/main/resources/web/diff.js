/**
 * The lines by which one text differs from another: `{kind, line}`, kind `same`, `out` or `in`, with what stands around, and
 * `gap` for what does not differ and is left out.
 */
const AROUND = 2;
const MOST_LINES = 3000;

export function diff(before, after) {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const start = sharedStart(one, other);
  const end = sharedStart(one.slice(start).reverse(), other.slice(start).reverse());
  const [from, to] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const middle = from.length + to.length > MOST_LINES ? replaced(from, to) : aligned(from, to);
  return gathered([...same(one.slice(0, start)), ...middle, ...same(one.slice(one.length - end))]);
}

/** Keeps what differs and the lines around it; a gap stands only between what is kept. */
function gathered(lines) {
  const near = (index) => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same');
  const kept = [...lines.keys()].filter(near);
  return kept.flatMap((index, i) => (i > 0 && kept[i - 1] < index - 1 ? [{ kind: 'gap', line: '' }, lines[index]] : [lines[index]]));
}

function sharedStart(one, other) {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) {
    count += 1;
  }
  return count;
}

function same(lines) {
  return lines.map((line) => ({ kind: 'same', line }));
}

function replaced(from, to) {
  return [...from.map((line) => ({ kind: 'out', line })), ...to.map((line) => ({ kind: 'in', line }))];
}

/** By the longest common subsequence of lines. */
function aligned(from, to) {
  const longest = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      longest[i][j] = from[i] === to[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  return walked(from, to, longest);
}

function walked(from, to, longest) {
  const found = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      found.push({ kind: 'same', line: from[i] });
      [i, j] = [i + 1, j + 1];
    } else if (j >= to.length || (i < from.length && longest[i + 1][j] >= longest[i][j + 1])) {
      found.push({ kind: 'out', line: from[i++] });
    } else {
      found.push({ kind: 'in', line: to[j++] });
    }
  }
  return found;
}
