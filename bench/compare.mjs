// Runs Portico beside its peers on the same rows: npm run bench (-- --help lists the options; docs/performance.md)
import { writeFileSync } from 'node:fs';
import { Bench } from './compare/bench.mjs';
import { readOptions } from './compare/options.mjs';
import { PEERS } from './peers/all-peers.mjs';
import { SCENARIOS } from './scenarios/all-scenarios.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const options = readOptions(process.argv.slice(2), { scenarios: SCENARIOS, peers: PEERS });
if (options.list) {
  for (const { name, about } of SCENARIOS) say(`${name.padEnd(12)} ${about}`);
  say('');
  for (const { name, about } of PEERS) say(`${name.padEnd(12)} ${about}`);
} else {
  const { install } = await import('./compare/install.mjs');
  await install();
  const bench = await Bench.open(options, say);
  try {
    const report = await bench.run();
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (options.markdown) writeFileSync(options.markdown, bench.markdownOf(report));
  } finally {
    await bench.close();
  }
}
