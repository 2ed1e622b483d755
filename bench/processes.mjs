import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processStat, residentBytes } from './proc.mjs';
import { scratchFolder } from './scratch.mjs';

const MAIN = fileURLToPath(new URL('../dist/portico/main.js', import.meta.url));
const ERP = fileURLToPath(new URL('exports/erp-process.mjs', import.meta.url));
const SAMPLE_MS = 20;

/** The test ERP in a process of its own. */
export async function startErp(rows) {
  const child = fork(ERP, [String(rows)]);
  const [{ settings }] = await once(child, 'message');
  return {
    settings,
    /** How many rows of the latest export it has sent. */
    async rowsSent() {
      child.send('rows');
      const [{ sent }] = await once(child, 'message');
      return sent;
    },
    async end() {
      child.send('end');
      await once(child, 'exit');
    },
  };
}

/** The service in a process of its own, with an embedded database, and an admin's token. */
export async function startService(erpSettings) {
  const { PATH, NODE_OPTIONS = '' } = process.env;
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATA_DIR: scratchFolder() };
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env: { PATH, NODE_OPTIONS, ...settings, ...erpSettings },
  });
  let output = '';
  child.stderr.pipe(process.stderr);
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes('Health')) break;
  }
  child.stdout.resume();
  const [, url] = /GraphQL +(http:\S+)\/graphql/.exec(output) ?? [];
  if (!url) throw new Error(`the service did not start: ${output}`);
  const ask = async (query, token, variables) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { login } = await ask(
    'mutation { login(input: { login: "admin1", password: "password123" }) { accessToken } }',
  );
  const token = login.accessToken;
  return {
    ...{ url, token, ask },
    /** A page with all columns of an item, after which the ERP has been inspected and its driver is loaded. */
    warmUp: () => ask('{ inventory(first: 50) { nodes { unshown } } }', token),
    watch: () => watch(child.pid),
    async end(signal = 'SIGTERM') {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** Watches the memory and the processor time of a process, without its children. */
function watch(pid) {
  const ownMs = () => Number(processStat(pid)?.ownMs);
  const before = { memory: residentBytes(pid), ms: ownMs() };
  let peak = before.memory;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid));
  }, SAMPLE_MS);
  const cpuSeconds = () => (ownMs() - before.ms) / 1_000;
  return {
    cpuSeconds,
    end() {
      clearInterval(timer);
      return { growth: peak - before.memory, cpuSeconds: cpuSeconds() };
    },
  };
}
