// Measures how long other requests wait while many users sign in at once: node bench/login-storm.mjs
// Uses embedded databases in a temporary folder. Needs a build (npm run build). LOGINS and SAMPLES change the load;
// Portico's own settings apply.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { scratchFolder } from './scratch.mjs';

const LOGINS = Number(process.env.LOGINS ?? 50);
const SAMPLES = Number(process.env.SAMPLES ?? 200);
const LOGIN =
  'mutation ($login: String!) { login(input: { login: $login, password: "password123" }) { accessToken } }';
const QUERIES = {
  viewer: '{ viewer { user { username } } }',
  inventory: '{ inventory(first: 50) { nodes { id partNumber quantityAvailable } } }',
};

const config = parseConfig({
  DATA_DIR: scratchFolder(),
  ...process.env,
  HOST: '127.0.0.1',
  PORT: '0',
  SECRET_KEY: randomBytes(48).toString('base64'),
});
const app = await startApp(config, { logger: pino({ level: 'silent' }) });

async function ask(query, variables, token) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Sends a query again and again, one at a time, while `more` says so. @returns sorted milliseconds */
async function sample(query, token, more) {
  const times = [];
  while (more(times.length)) {
    const started = performance.now();
    const { errors } = await ask(query, {}, token);
    if (errors) throw new Error(JSON.stringify(errors));
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

const percentile = (times, share) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(1).padStart(7);
const print = (name, times) =>
  process.stdout.write(
    `${name.padEnd(34)} p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms   max ${percentile(times, 1)} ms   (${times.length})\n`,
  );

try {
  const { data } = await ask(LOGIN, { login: 'admin1' });
  const token = data.login.accessToken;
  const { concurrency, queue } = config.passwordHashing;
  process.stdout.write(`${concurrency} hashes at a time, ${queue} waiting at most\n`);
  for (const [name, query] of Object.entries(QUERIES)) {
    await sample(query, token, (count) => count < SAMPLES);
    print(`${name}, idle service`, await sample(query, token, (count) => count < SAMPLES));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let storming = true;
    const started = performance.now();
    const logins = Promise.all(
      Array.from({ length: LOGINS }, (_, index) => ask(LOGIN, { login: index % 2 ? 'customer1' : 'nobody' })),
    ).finally(() => {
      storming = false;
    });
    delay.enable();
    const times = await sample(query, token, (count) => storming || count < 3);
    delay.disable();
    const answers = await logins;
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    const codes = answers.map(({ errors }) => errors?.[0].extensions.code ?? 'signed in');
    const counts = {};
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    print(`${name}, while ${LOGINS} sign in`, times);
    process.stdout.write(
      `  the sign-ins: ${JSON.stringify(counts)} in ${seconds} s; event loop blocked for ${(delay.max / 1e6).toFixed(1)} ms at most\n`,
    );
  }
} finally {
  await app.stop();
}
