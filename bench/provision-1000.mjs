// One call for the accounts of 1,000 customers, and what other requests wait meanwhile: node bench/provision-1000.mjs
// Everything embedded in a folder of its own, or on the empty database of DATABASE_URL. Wants a build (npm run build).
// CUSTOMERS, SAMPLES and Portico's own settings change it.
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
  'how far it is': '{ customers(first: 1, filter: { hasPortalAccount: true }) { totalCount } }',
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

/** Asks one after the other for as long as it is to go on. @returns sorted milliseconds */
async function sample(query, token, goesOn) {
  const times = [];
  while (goesOn(times.length)) {
    const started = performance.now();
    await ask(query, {}, token);
    times.push(performance.now() - started);
    // A reader who looks now and then, not another load.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times.sort((a, b) => a - b);
}

const at = (times, share) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(1).padStart(7);
const print = (name, times) =>
  process.stdout.write(
    `${name.padEnd(34)} p50 ${at(times, 0.5)} ms   p95 ${at(times, 0.95)} ms   max ${at(times, 1)} ms   (${times.length})\n`,
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
    print(`${name}, nobody else`, await sample(query, token, (count) => count < SAMPLES));
  }
  const before = { megabytes: megabytes(), statements: statements.count };
  const peak = { megabytes: 0 };
  const watch = setInterval(() => {
    peak.megabytes = Math.max(peak.megabytes, megabytes());
  }, 50);
  let going = true;
  const started = performance.now();
  const all = ask(PROVISION, { customerIds }, token).finally(() => {
    going = false;
  });
  const others = Promise.all(Object.values(QUERIES).map((query) => sample(query, token, () => going)));
  const { provisioned, failures } = (await all).provisionPortalAccounts;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const asked = statements.count - before.statements;
  for (const [place, times] of (await others).entries()) {
    print(`${Object.keys(QUERIES)[place]}, meanwhile`, times);
  }
  process.stdout.write(
    `${provisioned.length} made, ${failures.length} failed in ${seconds.toFixed(1)} s with ${config.passwordHashing.concurrency} ` +
      `hashes at a time; ${(asked / CUSTOMERS).toFixed(1)} statements for each, those of the others, of mails and of the ` +
      `audit log among them; ${before.megabytes} MB before, ${peak.megabytes} MB at most\n`,
  );
  const again = performance.now();
  const second = (await ask(PROVISION, { customerIds }, token)).provisionPortalAccounts;
  const existing = second.provisioned.filter(({ accountExists }) => accountExists).length;
  process.stdout.write(
    `the same again: ${existing} exist, in ${((performance.now() - again) / 1000).toFixed(1)} s\n`,
  );
} finally {
  await app.stop();
}
