// Measures one call that creates the accounts of 1,000 customers, and how long other requests wait during it:
// node bench/provision-1000.mjs
// Uses embedded databases in a temporary folder, or the empty database of DATABASE_URL. Needs a build (npm run build).
// CUSTOMERS and SAMPLES change the load; Portico's own settings apply.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { pino } from 'pino';
import { startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { scratchFolder } from './scratch.mjs';

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 1000);
const SAMPLES = Number(process.env.SAMPLES ?? 50);
const LOGIN =
  'mutation ($login: String!) { login(input: { login: $login, password: "quiet heron 58 wades" }) { accessToken } }';
const CREATE =
  'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }';
const PROVISION = `mutation ($customerIds: [ID!]!) {
  provisionPortalAccounts(input: { customerIds: $customerIds }) {
    provisioned { accountExists temporaryPassword customer { id } portalAccount { status } }
    failures { customerId code message }
  }
}`;
const QUERIES = {
  viewer: '{ viewer { user { username } } }',
  progress: '{ customers(first: 1, filter: { hasPortalAccount: true }) { totalCount } }',
};

const dataDir = scratchFolder();
const config = parseConfig({
  RATE_LIMIT_PER_ADDRESS: '1000000',
  RATE_LIMIT_PER_USER: '1000000',
  ...process.env,
  ADMIN_USERNAME: 'boss',
  ADMIN_EMAIL: 'boss@bench.example',
  ADMIN_PASSWORD_HASH: await hash('quiet heron 58 wades'),
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: dataDir,
  SECRET_KEY: randomBytes(48).toString('base64'),
});
const statements = { count: 0 };
const app = await startApp(config, {
  logger: pino({ level: 'silent' }),
  onDatabaseQuery: () => {
    statements.count += 1;
  },
});

async function ask(query, variables, token) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends a query again and again, one at a time, while `more` says so. @returns sorted milliseconds */
async function sample(query, token, more) {
  const times = [];
  while (more(times.length)) {
    const started = performance.now();
    await ask(query, {}, token);
    times.push(performance.now() - started);
    // A pause, because this stands for an occasional reader and not for more load.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times.sort((a, b) => a - b);
}

const percentile = (times, share) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(1).padStart(7);
const print = (name, times) =>
  process.stdout.write(
    `${name.padEnd(34)} p50 ${percentile(times, 0.5)} ms   p95 ${percentile(times, 0.95)} ms   max ${percentile(times, 1)} ms   (${times.length})\n`,
  );
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

try {
  const { login } = await ask(LOGIN, { login: 'boss' });
  const token = login.accessToken;
  const customerIds = [];
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const input = {
      ...{ firstName: 'Bench', lastName: `No ${n}`, email: `customer${n}@bench.example` },
      provisionPortalAccount: false,
    };
    customerIds.push((await ask(CREATE, { input }, token)).createCustomer.customer.id);
  }
  for (const [name, query] of Object.entries(QUERIES)) {
    print(`${name}, idle service`, await sample(query, token, (count) => count < SAMPLES));
  }
  const before = { megabytes: megabytes(), statements: statements.count };
  const peak = { megabytes: 0 };
  const memoryTimer = setInterval(() => {
    peak.megabytes = Math.max(peak.megabytes, megabytes());
  }, 50);
  let running = true;
  const started = performance.now();
  const all = ask(PROVISION, { customerIds }, token).finally(() => {
    running = false;
  });
  const others = Promise.all(Object.values(QUERIES).map((query) => sample(query, token, () => running)));
  const { provisioned, failures } = (await all).provisionPortalAccounts;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(memoryTimer);
  const executed = statements.count - before.statements;
  for (const [index, times] of (await others).entries()) {
    print(`${Object.keys(QUERIES)[index]}, during the call`, times);
  }
  process.stdout.write(
    `${provisioned.length} created, ${failures.length} failed in ${seconds.toFixed(1)} s with ${config.passwordHashing.concurrency} ` +
      `hashes at a time; ${(executed / CUSTOMERS).toFixed(1)} statements for each, including those of the other requests, ` +
      `of mails and of the audit log; ${before.megabytes} MB before, ${peak.megabytes} MB at most\n`,
  );
  const again = performance.now();
  const second = (await ask(PROVISION, { customerIds }, token)).provisionPortalAccounts;
  const existing = second.provisioned.filter(({ accountExists }) => accountExists).length;
  process.stdout.write(
    `the same call again: ${existing} exist already, in ${((performance.now() - again) / 1000).toFixed(1)} s\n`,
  );
} finally {
  await app.stop();
}
