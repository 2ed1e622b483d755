// Runs Portico beside its peers on the same rows: npm run bench. docs/performance.md says how, and what the figures mean.
import { writeFileSync } from 'node:fs';
import { Bench } from './compare/bench.mjs';
import { readOptions } from './compare/options.mjs';
import { writeMarkdown } from './compare/write-markdown.mjs';
import { PEERS } from './peers/all-peers.mjs';
import { SCENARIOS } from './scenarios/all-scenarios.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

function list() {
  for (const { name, about } of SCENARIOS) say(`${name.padEnd(12)} ${about}`);
  say('');
  for (const { name, about } of PEERS) say(`${name.padEnd(12)} ${about}`);
}

async function run(options) {
  const { install } = await import('./compare/install.mjs');
  await install();
  const bench = await Bench.open(options, say);
  try {
    const report = await bench.run();
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (options.markdown) writeMarkdown(options.markdown, bench.markdownOf(report));
  } finally {
    await bench.close();
  }
}

function optionsOrNull() {
  try {
    return readOptions(process.argv.slice(2), { scenarios: SCENARIOS, peers: PEERS });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return null;
  }
}

const options = optionsOrNull();
if (options?.list) list();
else if (options) await run(options);
