import { briefAnswers } from './brief-answers.js';
import { typed } from './address.js';
import { update } from './state.js';

const AT_ONCE = 50;
const CELLS = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|\r|$)/g;

/** Asks each request of a file, a part of it after the other; `state.batch` is `{name, requests, answers, busy, problem}`. */
export async function askFile(file) {
  const batch = { name: file.name, requests: [], answers: [], busy: true, problem: null };
  update({ batch });
  try {
    batch.requests = requestsOf(await file.text());
    while (batch.answers.length < batch.requests.length) {
      const next = batch.requests.slice(batch.answers.length, batch.answers.length + AT_ONCE);
      batch.answers.push(...(await briefAnswers(next)));
      update();
    }
  } catch (problem) {
    batch.problem = problem;
  }
  batch.busy = false;
  update();
}

/** The requests of JSON Lines, or of CSV whose first row names the fields. */
export function requestsOf(content) {
  const text = content.replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{') ? text.split('\n').map((line) => line.trim()).filter(Boolean) : ofTable(text);
}

function ofTable(text) {
  const [names, ...rows] = table(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name.trim(), typed((row[i] ?? '').trim())]).filter(([name, value]) => name && value !== '')));
}

/** Rows of cells; empty rows are left out. */
function table(text) {
  const rows = [[]];
  for (const [, cell, end] of text.matchAll(CELLS)) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') {
      break;
    }
    if (end !== ',') {
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** Rows as CSV, with a byte order mark, by which Excel knows that it is UTF-8. */
export function csv(rows) {
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n')}\r\n`;
}
