// Measures exports of the inventory from HTTP to the ERP: node bench/exports.mjs
// A service in a process of its own reads 200,000 rows from the test TDS server, in a second process, and each format is
// read back and compared with these rows, cell by cell. Then a client stops reading for a while. Needs a build
// (npm run build). ROWS changes the number of rows, STOP_SECONDS how long the client stops; a format as an argument, such
// as XLSX, measures only this one.
import { execFile } from 'node:child_process';
import { createWriteStream, statSync } from 'node:fs';
import { get } from 'node:http';
import { loadavg } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startErp, startService } from './processes.mjs';
import { scratchFolder } from './scratch.mjs';

const ROWS = Number(process.env.ROWS ?? 200_000);
const STOP_MS = Number(process.env.STOP_SECONDS ?? 20) * 1_000;
const MB = 1_048_576;
const COMPARE = fileURLToPath(new URL('exports/compare.mjs', import.meta.url));

/** Opens an export. @returns the response, once its first bytes are there */
async function open({ url, token }, format) {
  const address = `${url}/export/inventory.${format.toLowerCase()}`;
  const response = await new Promise((resolve, reject) => {
    get(address, { headers: { authorization: `Bearer ${token}` } }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`${format}: status ${response.statusCode}`);
  await new Promise((resolve) => response.once('readable', resolve));
  return response;
}

/** Exports to a file, and compares the file with the rows. */
async function measure(erp, format) {
  const service = await startService(erp.settings);
  try {
    await service.warmUp();
    const usage = service.watch();
    const started = performance.now();
    const response = await open(service, format);
    const firstByte = performance.now() - started;
    const firstCpu = usage.cpuSeconds();
    const file = `${scratchFolder()}.${format.toLowerCase()}`;
    await pipeline(response, createWriteStream(file));
    const seconds = (performance.now() - started) / 1_000;
    const { cpuSeconds, growth } = usage.end();
    const again = performance.now();
    (await open(service, format)).destroy();
    const figures = [
      `first byte ${Math.round(firstByte)} ms (${firstCpu.toFixed(1)} s of CPU), the next time ${Math.round(performance.now() - again)} ms`,
      `${Math.round(ROWS / seconds)} rows/s`,
      `${cpuSeconds.toFixed(1)} s of CPU`,
      `+${Math.round(growth / MB)} MB of memory`,
      `${(statSync(file).size / MB).toFixed(1)} MB`,
    ];
    process.stdout.write(`${format.padEnd(8)} ${figures.join('   ')}\n`);
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--max-old-space-size=6144', COMPARE],
      ...[format, file, String(ROWS)],
    ]);
    process.stdout.write(`         ${stdout}`);
  } finally {
    await service.end();
  }
}

/** A client that stops after its first bytes: the rows that the ERP has sent by then, and the file that it gets later. */
async function measureStop(erp) {
  const service = await startService(erp.settings);
  try {
    await service.warmUp();
    const usage = service.watch();
    const response = await open(service, 'NDJSON');
    await setTimeout(STOP_MS);
    const pulled = await erp.rowsSent();
    const { growth } = usage.end();
    let lines = 0;
    for await (const chunk of response) for (const byte of chunk) if (byte === 10) lines += 1;
    if (lines !== ROWS) throw new Error(`${lines} lines came of ${ROWS}`);
    process.stdout.write(
      `A client that stops for ${STOP_MS / 1_000} s: ${pulled} rows read for it, +${Math.round(growth / MB)} MB of memory; ` +
        'afterwards it gets all of them.\n',
    );
  } finally {
    await service.end();
  }
}

const only = process.argv[2];
const erp = await startErp(ROWS);
try {
  for (const format of only ? [only] : ['NDJSON', 'CSV', 'XLSX', 'PARQUET']) await measure(erp, format);
  await measureStop(erp);
  process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  await erp.end();
}
