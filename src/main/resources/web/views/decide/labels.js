import { text } from '../../words.js';
import { groupOf } from './groups.js';

const LINE = 16;
const LETTER = 6.4;
const GAP = 10;
const LONGEST = 26;

/** Names beside the points, the best first, as many as find room: `{words, left, top, anchor}`. */
export function labels(points, right) {
  const taken = points.map(({ left, top }) => ({ left: left - GAP / 2, right: left + GAP / 2, top: top - GAP / 2, bottom: top + GAP / 2 }));
  const found = [];
  for (const point of points.filter(({ verdict }) => groupOf(verdict) !== 'rejected')) {
    const label = placed(point, right, taken);
    if (label) {
      taken.push(label.box);
      found.push(label);
    }
  }
  return found;
}

/** To the right of its point, or to the left, or not at all. */
function placed({ verdict, left, top }, right, taken) {
  const words = shortened(text(verdict.title));
  const width = [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 * LETTER : LETTER), 0);
  const sides = [
    { anchor: 'start', left: left + GAP, from: left + GAP },
    { anchor: 'end', left: left - GAP, from: left - GAP - width },
  ];
  return sides
    .map((side) => ({ ...side, words, top: top + 4, box: { left: side.from, right: side.from + width, top: top - LINE / 2, bottom: top + LINE / 2 } }))
    .find(({ box }) => box.left > 44 && box.right < right && taken.every((other) => apart(box, other)));
}

function shortened(title) {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
}

function apart(one, other) {
  return one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
}
