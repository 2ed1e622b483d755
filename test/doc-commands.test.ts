import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CreateCustomerDocument, LoginDocument } from '../schema/operations.generated.js';
import {
  assignOnce,
  blocksOf,
  codeSpansOf,
  commandsOf,
  DOCS,
  type DocCommand,
  ROOT,
} from './support/doc-commands.js';
import { readXlsx } from './support/read-xlsx.js';
import { runCommand } from './support/run-command.js';
import { type SandboxCheckout, sandboxCheckout } from './support/sandbox-checkout.js';
import { cleanUp, workFolder } from './support/spawn-portico.js';
import { until } from './support/until.js';

const DOCKER = 'needs Docker and its images';
const ITSELF = 'runs these tests';
const BENCH = 'takes minutes, and installs packages of its own';

/** The commands of the documents that can't run here, each with the reason. */
const NOT_HERE: Record<string, string> = {
  // This test starts its service by the second half.
  'npm ci && npm start': 'npm ci needs the registry',
  'npm start': 'it runs already, by the line before',
  'npm ci': 'needs the registry',
  'npm cit': 'needs the registry',
  'npm test': ITSELF,
  'npm run check': ITSELF,
  'npm run fix': 'writes to the checkout',
  'PORTICO_TEST_POSTGRES=postgres://postgres@127.0.0.1:5432/postgres npm test': ITSELF,
  ...Object.fromEntries(
    ['', ' --quick', ' --scenario page-50,login', ' --peers portico,usual --rounds 9']
      .map((options) => `npm run bench${options && ` --${options}`}`)
      .map((command) => [command, BENCH]),
  ),
  'npm run bench -- --list': 'bench.test.ts runs it',
  'npm run bench -- --json figures.json --markdown docs/performance.md': BENCH,
  "ERP_TEST_URL='mssql://user:password@host:1433/database?encrypt=false' npm run test:erp": ITSELF,
  'docker compose up --build --detach --wait': DOCKER,
  'docker compose exec portico-1 portico create-user --username admin --email admin@example.com --display-name Administrator --role ADMIN':
    DOCKER,
  '0 6 * * 1 found=$(docker run --rm --env-file /etc/portico.env portico accounts review --fail) || echo "$found"':
    DOCKER,
};

/** Of password123, by Werkzeug. */
const PBKDF2 =
  'pbkdf2:sha256:1000$yge3clyYXDBCXzWI$b92fc005afac8d6bd7eb9bfa73c45e57869d1efc4ebf4bde84bab5ba55b5fcfd';

/** The sheets of an exported workbook. */
const SHEETS = ['Inventory', 'About'];
const ENTITY = { PartNumber: expect.any(String), QuantityAvailable: expect.any(Number) };

let sandbox: SandboxCheckout;
let service: ReturnType<SandboxCheckout['start']>;
let unbuilt: Awaited<ReturnType<SandboxCheckout['run']>>;
let url = '';
let customerId = '';

beforeAll(async () => {
  sandbox = await sandboxCheckout(workFolder());
  // Older than its sources.
  utimesSync(join(sandbox.folder, 'dist/built.json'), 0, 0);
  const mail = 'mkdir elsewhere; cd elsewhere; npx portico mail preview welcome --out here.html';
  unbuilt = await sandbox.run(`${mail} && ${withoutNpx('npx portico --version')}`);
  service = sandbox.start('PORT=0 npm start');
  const ready = () => /GraphQL +(http:\S+)\/graphql\n[\s\S]*Health/.exec(service.output())?.[1];
  let ended = false;
  service.ended.then(() => {
    ended = true;
  });
  await until(async () => ended || ready() !== undefined);
  url = ready() ?? '';
  customerId = await createCustomer();
  mkdirSync(join(sandbox.folder, 'backups'));
  const [csv] = blocksOf('docs/operations.md').filter(({ language }) => language === 'csv');
  // The document shortens one hash.
  writeFileSync(join(sandbox.folder, 'users.csv'), (csv?.content ?? '').replace(/scrypt:\S+…/, PBKDF2));
});
afterAll(async () => {
  await service?.end();
  await sandbox?.close();
  await cleanUp();
});

async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  token?: string,
): Promise<Data> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ query: print(document), variables });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const { data } = (await response.json()) as { data: Data | null };
  if (!data) throw new Error('the service refused');
  return data;
}

/** A customer for the examples, whose account their first command reads before it exists. */
async function createCustomer(): Promise<string> {
  const { login } = await ask(LoginDocument, { login: 'operations1', password: 'password123' });
  const input = {
    firstName: 'Grace',
    lastName: 'H',
    email: 'grace@example.com',
    provisionPortalAccount: false,
  };
  const { createCustomer } = await ask(CreateCustomerDocument, { input: input as never }, login.accessToken);
  return createCustomer.customer.id;
}

/** The program that `npx portico` finds by package.json, which takes npx seven times as long as to run it. */
const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: { portico: string } };
const withoutNpx = (text: string) =>
  text.replaceAll('npx portico', `node "${join(sandbox.folder, bin.portico)}"`);

/** A command with what only an example can have replaced by what is here. */
function adapt(text: string): string {
  const exported = join(sandbox.folder, 'audit.ndjson');
  const [last] = existsSync(exported) ? linesOf(readFileSync(exported, 'utf8')).slice(-1) : [];
  return withoutNpx(text)
    .replaceAll('http://localhost:5001', url)
    .replaceAll('localhost:5001', new URL(url).host)
    .replaceAll('/backups/', `${sandbox.folder}/backups/`)
    .replaceAll('/srv/portico/', `${sandbox.folder}/srv/`)
    .replaceAll('8c5f8b4e-52f4-4b51-9d2e-6f2f5a1f3a10', customerId)
    .replaceAll(/\b\d+:[0-9a-f]{8}…/g, `${last?.['sequence']}:${last?.['hash']}`);
}

const valuesOf = assignOnce(async (lines) => {
  const { code, stdout, stderr } = await sandbox.run(adapt(lines));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
});

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** What a request was answered is what its document says: exactly, where that is given. */
function assertAnswered(doc: string, { text, comment }: DocCommand, printed: unknown): void {
  const [example] = blocksOf(doc).filter(({ language }) => language === 'json');
  if (comment.startsWith('{')) expect(printed).toEqual(JSON.parse(comment));
  else if (doc === 'README.md') expect(printed).toEqual(JSON.parse(example?.content ?? ''));
  else if (text.includes('/graphql')) expect(printed).toEqual({ data: expect.anything() });
  else if (text.includes('/odata/')) expect(printed).toMatchObject({ value: [ENTITY, ENTITY] });
  else expect(printed).toHaveProperty(text.includes('/track') ? 'number' : 'accountExists');
}

/** A file has the columns that the command asks for, or is a whole workbook. */
function assertExported(text: string, stdout: string): void {
  const [, file] = / > (\S+)$/.exec(text) ?? [];
  if (file === undefined) expect(stdout).toMatch(/^partNumber,bin,lot,quantityAvailable\r\n[^,]+,[^,]*,/);
  else
    expect(readXlsx(readFileSync(join(sandbox.folder, file))).sheets.map(({ name }) => name)).toEqual(SHEETS);
}

/** What a command printed is what its document says, where that says something. */
function assertAsDocumented(doc: string, command: DocCommand, stdout: string): void {
  const { text } = command;
  if (text.includes('/export/')) assertExported(text, stdout);
  else if (text.startsWith('curl')) assertAnswered(doc, command, JSON.parse(stdout));
  const [, file] = /export .*(?:> |--out )(\S+)$/.exec(text) ?? [];
  if (file === undefined) return;
  expect(stdout).toBe('');
  const content = readFileSync(join(sandbox.folder, file), 'utf8');
  for (const line of content === '' ? [] : linesOf(content)) expect(line).toHaveProperty('sequence');
}

/** For a command that can't run here: its script exists, or the program knows what it says. */
async function assertWellFormed(text: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  for (const [, name = ''] of text.matchAll(/npm (?:run )?(test|start|(?<=run )[\w:]+)/g))
    expect(scripts).toHaveProperty([name]);
  const [, args] = /\bportico ((?:[a-z][\w-]*|--).*)$/.exec(text) ?? [];
  if (args === undefined) return;
  const words = args.replace(/\).*$/, '').split(' ');
  const named = words.slice(0, words.findIndex((word) => !/^[a-z][a-z-]*$/.test(word)) >>> 0);
  const { code, stdout } = await runCommand([...named, '--help']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`portico ${named.join(' ')} `),
  });
  for (const [option] of args.matchAll(/--[a-z-]+/g)) expect(stdout).toContain(option);
}

describe.each(DOCS.filter((doc) => commandsOf(doc).length > 0))('%s', (doc) => {
  test.each(commandsOf(doc).map((command) => [command.text, command] as const))(
    '%s',
    async (text, command) => {
      if (NOT_HERE[text] !== undefined) {
        await assertWellFormed(text);
        return;
      }
      const values = await valuesOf(command.assignments);
      const { code, stdout, stderr } = await sandbox.run(values + adapt(text));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toMatch(/npm|rolldown|^> /m);
      assertAsDocumented(doc, command, stdout);
    },
  );
});

describe('the documents', () => {
  test('have commands in shell blocks alone, by the name that works in a checkout', () => {
    for (const doc of DOCS) {
      for (const { language, content } of blocksOf(doc).filter(
        ({ language }) => !/^(sh|crontab)$/.test(language),
      ))
        expect(`${doc} ${language} ${/^\s*(npm|npx|node|docker|portico) .*$/m.exec(content)?.[0]}`).toMatch(
          /undefined$/,
        );
      for (const { text } of commandsOf(doc))
        expect(text).not.toMatch(/^(\w+=\S+ )*portico|npm run (-\S+ )*portico/);
      for (const span of codeSpansOf(doc)) {
        // In a running container, portico is the command.
        if (span.startsWith('portico ')) expect(span).toBe('portico <command>');
      }
    }
  });

  test('name only commands that exist within their sentences, and all of them in their table', async () => {
    for (const span of DOCS.flatMap(codeSpansOf)) {
      if (/^npx portico [a-z]/.test(span)) await assertWellFormed(span.replace(/ <.*/, ''));
    }
    const table = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
      .split('## Commands')[1]
      ?.split('\n## ')[0];
    const rows = [...(table ?? '').matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
    const listed = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    const { stdout } = await runCommand(['--help']);
    const [, commands = ''] = /Commands:\n([\s\S]*)/.exec(stdout) ?? [];
    const known = [...commands.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = '']) => name);
    const first = new Set(listed.map((name) => name.split(' ')[0]));
    expect([...first].sort()).toEqual(known.filter((name) => name !== 'help').sort());
    for (const name of listed) await assertWellFormed(`portico ${name}`);
  });

  test('have every command that is said to be impossible here', () => {
    const all = DOCS.flatMap((doc) => commandsOf(doc).map(({ text }) => text));
    expect(Object.keys(NOT_HERE).filter((text) => !all.includes(text))).toEqual([]);
  });
});

describe('npx portico', () => {
  test('prints what the command prints, also where it has to build first, and works where its user is', () => {
    expect(unbuilt).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
    expect(readFileSync(join(sandbox.folder, 'elsewhere/here.html'), 'utf8')).toContain('<html');
  });

  test('has the data of the checkout in each folder, unless it is told of others', async () => {
    mkdirSync(join(sandbox.folder, 'further/below'), { recursive: true });
    const verify = (before: string) =>
      sandbox.run(withoutNpx(`cd further/below && ${before} npx portico audit verify`));
    for (const unset of ['', 'DATA_DIR='])
      expect(await verify(unset)).toMatchObject({ code: 0, stdout: expect.stringMatching(/entries/) });
    expect(await verify('DATA_DIR=.data')).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^There is no database in \.data\. /) },
    });
    expect(readdirSync(join(sandbox.folder, 'further/below'))).toEqual([]);
  });

  test('asks no registry', () => {
    expect(sandbox.requests).toEqual([]);
  });

  test('is the same program in the image', async () => {
    const [, target = ''] =
      /^RUN ln -s \/app\/(\S+) \/usr\/local\/bin\/portico$/m.exec(
        readFileSync(join(ROOT, 'Dockerfile'), 'utf8'),
      ) ?? [];
    mkdirSync(join(sandbox.folder, 'bin'));
    symlinkSync(join(sandbox.folder, target), join(sandbox.folder, 'bin/portico'));
    expect(await sandbox.run('bin/portico --version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });
});

test('who may only read the checkout runs it, and is told who has to build', async () => {
  const root = process.getuid?.() === 0;
  const reader = root ? { uid: 65_534, gid: 65_534 } : undefined;
  // What the program needs, where another user reaches it, and no bundler.
  const packages = join(sandbox.folder, 'node_modules');
  rmSync(packages);
  cpSync(join(ROOT, 'node_modules/@node-rs'), join(packages, '@node-rs'), { recursive: true });
  const portico = (args: string) => withoutNpx(`npx portico ${args}`);
  const outdate = (source: string) => {
    const later = Date.now() / 1_000 + 60;
    utimesSync(join(sandbox.folder, source), later, later);
  };
  const assertTold = async (args: string, folder: string) => {
    const told = `^${folder} is out of date, and this user can't write to \\S+: run npm run build as its owner\\.\n$`;
    expect(await sandbox.run(portico(args), reader)).toEqual({
      ...{ code: 1, stdout: '', stderr: expect.stringMatching(new RegExp(told)) },
    });
  };
  chmodSync(sandbox.folder, 0o555);
  try {
    // Only the service needs the portal in the browser.
    outdate('scripts/build-web.mjs');
    expect(await sandbox.run('npm run -s portico -- --version', reader)).toMatchObject({
      ...{ code: 0, stdout: '0.1.0\n' },
    });
    await assertTold('start', 'dist/web/');
    outdate('scripts/build-service.mjs');
    await assertTold('--version', 'dist/');
  } finally {
    chmodSync(sandbox.folder, 0o755);
  }
  expect(await sandbox.run(portico('--version'))).toEqual({
    ...{ code: 1, stdout: '' },
    stderr:
      'dist/ is out of date or incomplete, and its bundler is not installed: run npm ci, which builds it.\n',
  });
  expect(readdirSync(sandbox.folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});
