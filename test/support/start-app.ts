import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { LoginDocument } from '../../schema/operations.generated.js';
import { startApp } from '../../src/app.js';
import { createLogger } from '../../src/cli/logger.js';
import { parseConfig } from '../../src/config.js';
import type { NewMail } from '../../src/features/mail/outbox.js';
import { requestScope } from '../../src/shared/request-scope.js';
import { DirectDatabase } from './direct-database.js';
import { expireAt } from './expire-quotes.js';
import { mailExpiringKeysAt } from './mail-expiring-keys.js';
import { mailsIn, type ReceivedMail } from './mails.js';
import { postMails } from './post-mails.js';
import { CHEAP_HASHES, erpSettings, newDatabase, TEMPLATES } from './postgres-server.mjs';

/** The demo logins, by what they are. */
export type DemoUser =
  | 'customer1'
  | 'customer2'
  | 'customerall'
  | 'operations1'
  | 'admin1'
  | 'driver1'
  | 'warehouse1';

/** One GraphQL error as a client sees it. */
export interface AnsweredError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    fields?: { path: string; message: string; reason: string; params?: Record<string, unknown> }[];
    requestId?: string;
    retryable?: boolean;
    retryAfterSeconds?: number;
  };
}
export interface Answer<Data> {
  status: number;
  data: Data | null | undefined;
  errors: AnsweredError[];
  headers: Headers;
  text: string;
}

export interface TestApp {
  url: string;
  /** The local database, for a command beside the service. */
  databaseUrl: string;
  /** Where its files are. */
  dataDir: string;
  /** The SQL of each query that reached the ERP since the last `clear`. */
  erpQueries: string[];
  /** The same of requests' statements on the local database. */
  databaseQueries: string[];
  /** The statements on the local database that no request has sent. */
  backgroundQueries: string[];
  /** Each line of the log as it ships, at level debug unless LOG_LEVEL is set. */
  log: string[];
  clear(): void;
  /** Asks as a demo login, with a token, or as nobody. */
  ask<Data, Variables>(
    operation: string | TypedDocumentNode<Data, Variables>,
    variables?: Variables,
    as?: DemoUser | { token: string } | null,
  ): Promise<Answer<Data>>;
  tokenOf(user: DemoUser | string, password?: string): Promise<string>;
  /** The mails to an address that were written to files, oldest first, once there are that many. */
  mailsTo(address: string, atLeast?: number): Promise<ReceivedMail[]>;
  /** Puts mails into the outbox in one transaction, as a change would that they tell of. @returns their ids */
  post(...letters: NewMail[]): Promise<string[]>;
  /** Stores which prices have expired at a time, as the service does every hour. */
  expireQuotes(at: Date): Promise<void>;
  /** Mails the creators of keys that expire soon, as the service does every hour, at another time. */
  mailExpiringKeys(at: Date): Promise<void>;
  /** Runs statements on the ERP's own connection, past the portal. */
  erp(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  database(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Starts another instance on the same databases and secret key, with a log and lists of its own. */
  sibling(settings?: Record<string, string>): Promise<TestApp>;
  /** Stops it, and where it is the first, its siblings before it. */
  stop(): Promise<void>;
}

interface Backend {
  settings: Record<string, string>;
  run(target: 'database' | 'erp', sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/**
 * Starts the service on copies of the template databases, on a port of its own.
 *
 * @param local the local database, instead of a copy of the template; dropped at the end
 */
export async function startTestApp(
  settings: Record<string, string> = {},
  local?: { url: string; drop(): Promise<void> },
): Promise<TestApp> {
  const backend = await openBackend(local);
  const secretKey = randomBytes(48).toString('base64');
  const dataDir = await mkdtemp(join(tmpdir(), 'portico-test-data-'));
  const instances: { stop(): Promise<void> }[] = [];
  const startOne = async (own: Record<string, string>): Promise<TestApp> => {
    const one = await startOn(backend, { SECRET_KEY: secretKey, DATA_DIR: dataDir, ...own });
    instances.push(one);
    return { ...one, sibling: (more) => startOne({ ...own, ...more }) };
  };
  const closeAll = async () => {
    for (const one of instances.splice(0).reverse()) await one.stop();
    await backend.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await startOne(settings)), stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** One instance on databases that outlive it. */
async function startOn(
  backend: Backend,
  settings: Record<string, string>,
): Promise<Omit<TestApp, 'sibling'>> {
  const erpQueries: string[] = [];
  const databaseQueries: string[] = [];
  const backgroundQueries: string[] = [];
  const log: string[] = [];
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    // Out of the way of tests that ask a lot.
    RATE_LIMIT_PER_ADDRESS: '100000',
    RATE_LIMIT_PER_USER: '100000',
    RATE_LIMIT_PUBLIC_MUTATIONS: '100000',
    LOGIN_ATTEMPTS: '100',
    LOGIN_ATTEMPTS_PER_ADDRESS: '10000',
    LOG_LEVEL: 'debug',
    // Each costs the server more than most tests ask of it.
    DB_POOL_MAX: '3',
    ERP_POOL_MAX: '2',
    ...(settings['NODE_ENV'] !== 'production' && CHEAP_HASHES),
    ...backend.settings,
    ...settings,
  });
  const app = await startApp(config, {
    logger: createLogger(config, { write: (line: string) => log.push(line) }),
    onErpQuery: ({ sql }) => erpQueries.push(sql),
    // What works in the background does so when it likes.
    onDatabaseQuery: (sql) => (requestScope.getStore() ? databaseQueries : backgroundQueries).push(sql),
  });
  const tokens = new Map<string, Promise<string>>();

  const post = async <Data>(body: object, token: string | null): Promise<Answer<Data>> => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as { data?: Data | null; errors?: AnsweredError[] };
    return { status: response.status, data, errors, headers: response.headers, text };
  };
  const signIn = async (login: string, password: string): Promise<string> => {
    const answer = await post<{ login: { accessToken: string } }>(
      { query: print(LoginDocument), variables: { login, password } },
      null,
    );
    if (!answer.data) throw new Error(`${login} could not sign in: ${answer.text}`);
    return answer.data.login.accessToken;
  };
  const tokenOf = (user: string, password = 'password123'): Promise<string> => {
    const key = `${user} ${password}`;
    const token = tokens.get(key) ?? signIn(user, password);
    tokens.set(key, token);
    return token;
  };

  return {
    url: app.url,
    databaseUrl: backend.settings['DATABASE_URL'] ?? '',
    dataDir: config.dataDir,
    erpQueries,
    databaseQueries,
    backgroundQueries,
    log,
    tokenOf,
    clear: () => {
      erpQueries.length = 0;
      databaseQueries.length = 0;
      backgroundQueries.length = 0;
    },
    ask: async (operation, variables, as = null) => {
      const token = as === null ? null : typeof as === 'string' ? await tokenOf(as) : as.token;
      const query = typeof operation === 'string' ? operation : print(operation);
      return post({ query, variables }, token);
    },
    mailsTo: (address, atLeast = 1) => mailsIn(join(config.dataDir, 'mail'), address, atLeast),
    post: (...letters) => postMails(config, letters),
    expireQuotes: (at) => expireAt(config, at),
    mailExpiringKeys: (at) => mailExpiringKeysAt(config, at),
    erp: (sql, values) => backend.run('erp', sql, values),
    database: (sql, values) => backend.run('database', sql, values),
    stop: () => app.stop(),
  };
}

async function openBackend(local?: { url: string; drop(): Promise<void> }): Promise<Backend> {
  const database = local ?? (await newDatabase(TEMPLATES.database));
  const erp = await newDatabase(TEMPLATES.erp);
  const direct = { database: new DirectDatabase(database.url), erp: new DirectDatabase(erp.url) };
  return {
    settings: { DATABASE_URL: database.url, ...erpSettings(erp.name) },
    run: (target, sql, values) => direct[target].run(sql, values),
    close: async () => {
      await Promise.all([direct.database.close(), direct.erp.close()]);
      await database.drop();
      await erp.drop();
    },
  };
}
