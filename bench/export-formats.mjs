// Measures how fast each format of exports is written, and with how much memory: node bench/export-formats.mjs
// Needs a build (npm run build). ROWS changes the number of rows; a format as an argument measures only this one.
// Each format is written in a process of its own. "stall" is the longest time for which other work had to wait.
import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { EXPORT_FORMATS } from '../dist/src/features/reporting/formats/export-formats.js';

const ROWS = Number(process.env.ROWS ?? 200_000);
const BATCH = 1_000;
const MB = 1_048_576;

const NAMES = 'customer partNumber description warehouse bin lot status unit'.split(' ');
const QUANTITIES = ['quantityOnHand', 'quantityAllocated', 'quantityAvailable'];
const columns = [
  ...NAMES.map((name) => ({ name, title: name, type: 'text' })),
  ...QUANTITIES.map((name) => ({ name, title: name, type: 'decimal' })),
  ...['receivedOn', 'expiresOn'].map((name) => ({ name, title: name, type: 'date' })),
  { name: 'lastMovedAt', title: 'lastMovedAt', type: 'instant' },
];

const day = (n) => new Date(1_700_000_000_000 + (n % 900) * 86_400_000).toISOString().slice(0, 10);

function row(n) {
  const onHand = (n * 7_919) % 100_000;
  const allocated = onHand % 97;
  return [
    ...[`Customer ${n % 40}`, `PN-${(n * 31) % 50_000}`, `Bracket, steel, ${n % 5_000} mm`, `W${n % 9}`],
    ...[`A-${n % 60}-${n % 7}`, n % 3 === 0 ? null : `LOT${n}`, n % 11 === 0 ? 'BLOCKED' : 'AVAILABLE', 'EA'],
    ...[`${onHand}.25`, `${allocated}`, `${onHand - allocated}.25`],
    ...[day(n), n % 4 === 0 ? null : day(n + 400)],
    new Date(1_700_000_000_000 + n * 61_001).toISOString(),
  ];
}

async function* batches() {
  for (let start = 0; start < ROWS; start += BATCH) {
    yield Array.from({ length: Math.min(BATCH, ROWS - start) }, (_, index) => row(start + index));
  }
}

/** The processor time of making the rows, which doesn't count. */
async function timeOfRows() {
  const before = process.cpuUsage();
  for await (const batch of batches()) if (batch.length === 0) throw new Error('no rows');
  return secondsSince(before);
}

function secondsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function measure(name) {
  const rowSeconds = await timeOfRows();
  const memory = process.memoryUsage.rss();
  let peak = memory;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = process.cpuUsage();
  let bytes = 0;
  for await (const chunk of EXPORT_FORMATS[name].write({
    ...{ columns, batches: batches(), title: 'Inventory', about: () => [['Rows', String(ROWS)]] },
  })) {
    bytes += chunk.length;
  }
  const seconds = secondsSince(before) - rowSeconds;
  delay.disable();
  clearInterval(sampler);
  const figures = [
    `${Math.round(ROWS / seconds)} rows a CPU second`,
    `${(bytes / MB).toFixed(1)} MB`,
    `+${((peak - memory) / MB).toFixed(0)} MB of memory`,
    `stall ${(delay.max / 1e6).toFixed(0)} ms`,
  ];
  process.stdout.write(`${name.padEnd(8)} ${figures.join('   ')}\n`);
}

if (process.argv[2]) await measure(process.argv[2]);
else
  for (const name of Object.keys(EXPORT_FORMATS))
    execFileSync(process.execPath, [process.argv[1], name], { stdio: 'inherit' });
