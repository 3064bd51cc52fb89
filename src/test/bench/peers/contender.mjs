// One contender in JavaScript: node contender.mjs NAME TABLE WARM-UP MEASUREMENT, in seconds of processor time.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const [name, file, warmUp, measurement] = process.argv.slice(2);
const table = JSON.parse(readFileSync(file, 'utf8'));
const { load } = await import(`./${name}.mjs`);
const contender = load(table);
const scenarios = table.requests.map((_, scenario) => scenario);

await contender.judge(0);
const firstMilliseconds = Date.now() - Number(process.env.STARTED);
const firstProcessorMilliseconds = processorSeconds() * 1000;

const lines = [];
for (const scenario of scenarios) {
  for (const finding of contender.findings(await contender.judge(scenario))) {
    lines.push(`${scenario} ${finding}`);
  }
}
const digest = createHash('sha256');
lines.sort().forEach((line) => digest.update(`${line}\0`));

// Scenarios a second of processor time, the collector's and the compiler's included.
async function perSecond(seconds) {
  const begun = processorSeconds();
  let judged = 0;
  let now = begun;
  while (now - begun < seconds) {
    await contender.judge(judged++ % scenarios.length);
    now = processorSeconds();
  }
  return judged / (now - begun);
}

await perSecond(Number(warmUp));
console.log(
  JSON.stringify({
    name,
    findings: lines.length,
    sha256: digest.digest('hex'),
    firstMilliseconds,
    firstProcessorMilliseconds,
    scenariosPerSecond: await perSecond(Number(measurement)),
    peakKilobytes: process.resourceUsage().maxRSS,
  }),
);
