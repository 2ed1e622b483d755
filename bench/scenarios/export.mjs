import { deepStrictEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { cpuMsOf, watchMemory } from '../compare/cpu.mjs';
import { queryOnce } from '../compare/databases.mjs';
import { inRounds } from '../compare/rounds.mjs';
import { EXPORT_SQL } from '../compare/stock.mjs';

const ROWS = 200_000;

/** The rows of a file as lists of texts, null for nothing. CSV has no difference between nothing and an empty text. */
const READERS = {
  ndjson: (text) => linesOf(text).map((line) => Object.values(JSON.parse(line))),
  csv: (text) =>
    linesOf(text)
      .slice(1)
      .map((line) => line.split(',').map((cell) => (cell === '' ? null : cell))),
};

const linesOf = (text) =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);

/** Reads a file to its end. @param keep whether to return it; else only its hash */
async function download(server, format, keep) {
  const url = new URL(`/export/inventory.${format}`, server.url);
  const response = await new Promise((resolve, reject) => {
    get(url, { headers: server.headers }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200)
    throw new Error(`${server.name}, ${format}: status ${response.statusCode}`);
  const hash = createHash('sha256');
  const chunks = [];
  for await (const chunk of response) {
    hash.update(chunk);
    if (keep) chunks.push(chunk);
  }
  return { hash: hash.digest('hex'), text: Buffer.concat(chunks).toString() };
}

/** Compares each cell of a file with the rows of the database. None of these holds what CSV would have to quote. */
async function checkedHash(server, format, rows) {
  const { hash, text } = await download(server, format, true);
  deepStrictEqual(READERS[format](text), rows);
  return hash;
}

async function measureExport(server, { format, hash, databasePid }) {
  const read = () => [performance.now(), cpuMsOf(server.pid), cpuMsOf(databasePid)];
  const peakMb = watchMemory(server.pid);
  const before = read();
  const found = await download(server, format, false);
  const [seconds, serverSeconds, databaseSeconds] = read().map((now, index) => (now - before[index]) / 1_000);
  if (found.hash !== hash)
    throw new Error(`${server.name}, ${format}: the file differs from the checked one`);
  const cpuSeconds = serverSeconds + databaseSeconds;
  return { seconds, cpuSeconds, serverSeconds, databaseSeconds, peakMb: peakMb() };
}

const FORMATS = { portico: ['ndjson', 'csv'], bare: ['ndjson'] };

export const exported = {
  name: 'export',
  about: `all ${ROWS.toLocaleString('en')} rows with 14 columns as one file`,
  peers: Object.keys(FORMATS),
  async run(bench) {
    const erp = await bench.databases.erp(ROWS);
    const rows = (await queryOnce(erp.url, EXPORT_SQL)).map(Object.values);
    return bench.withPeers(this.peers, erp, async (servers) => {
      const subjects = [];
      for (const server of servers) {
        for (const format of FORMATS[server.name]) {
          const hash = await checkedHash(server, format, rows);
          const wanted = { format, hash, databasePid: bench.databases.pid };
          const name = `${server.name}, ${format}`;
          subjects.push({ name, measure: () => measureExport(server, wanted) });
        }
      }
      const title = `${this.name}: ${this.about}`;
      return [{ title, base: 'portico, ndjson', subjects: await inRounds(subjects, bench) }];
    });
  },
};
