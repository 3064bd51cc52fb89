// Runs all contenders in turn, checks that they find the same, and prints how they compare. See ./run.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [rounds = '5', warmUp = '15', measurement = '5'] = process.argv.slice(2);
const seconds = [warmUp, measurement];
const here = dirname(fileURLToPath(import.meta.url));
const folder = dirname(here);

const java = (name) => [
  process.env.PEERS_JAVA,
  '-cp',
  process.env.PEERS_CLASSPATH,
  'advisor.bench.peers.PeersProgram',
  'run',
  name,
  folder,
  ...seconds,
];
const node = (name) => [process.execPath, join(here, 'contender.mjs'), name, join(folder, 'table.json'), ...seconds];
const CONTENDERS = [java('advisor'), java('drools'), java('java'), node('zen'), node('json-rules-engine')];

// The last processor alone, where that can be asked for.
const processor = spawnSync('nproc', { encoding: 'utf8' }).stdout?.trim() - 1;
const pinned = processor >= 0 && spawnSync('taskset', ['-c', String(processor), 'true']).status === 0;

function run(command) {
  const [program, ...rest] = pinned ? ['taskset', '-c', String(processor), ...command] : command;
  const env = { ...process.env, STARTED: String(Date.now()) };
  const { status, stdout } = spawnSync(program, rest, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) {
    throw new Error(`${command.join(' ')} ended with ${status}`);
  }
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

const results = new Map();
for (let round = 1; round <= Number(rounds); round++) {
  for (const command of CONTENDERS) {
    const result = run(command);
    results.set(result.name, [...(results.get(result.name) ?? []), result]);
    process.stderr.write(`round ${round}: ${result.name} ${result.scenariosPerSecond.toFixed(1)}\n`);
  }
}

const all = [...results.values()].flat();
const [{ sha256, findings }] = all;
const different = [...new Set(all.filter((result) => result.sha256 !== sha256).map(({ name }) => name))];
if (different.length) {
  console.error(`These find something else than ${all[0].name} does: ${different.join(', ')}.`);
  process.exit(1);
}

const sorted = (name, key) => results.get(name).map((result) => result[key]).sort((a, b) => a - b);
const median = (values) => values[Math.floor(values.length / 2)];
const perSecond = (name) => median(sorted(name, 'scenariosPerSecond'));
const number = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toString());

const rows = [...results.keys()].map((name) => {
  const speeds = sorted(name, 'scenariosPerSecond');
  return {
    contender: name,
    'scenarios/s': number(median(speeds)),
    'lowest to highest': `${number(speeds[0])} to ${number(speeds.at(-1))}`,
    'advisor is × as fast': (perSecond('advisor') / median(speeds)).toPrecision(3),
    'first answer, ms': median(sorted(name, 'firstMilliseconds')),
    'of it processor, ms': Math.round(median(sorted(name, 'firstProcessorMilliseconds'))),
    'peak, MB': Math.round(median(sorted(name, 'peakKilobytes')) / 1000),
  };
});
const columns = Object.keys(rows[0]);
const line = (cells) => `| ${cells.join(' | ')} |`;
console.log(`${findings} findings, the same in each of ${all.length} runs (${sha256.slice(0, 12)}).`);
console.log(`Medians of ${rounds} rounds, on ${pinned ? 'one core' : 'all cores'}; speeds by processor time.\n`);
console.log([line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(Object.values(row)))].join('\n'));
