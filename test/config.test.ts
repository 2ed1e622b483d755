import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.js';
import { ANY_CHARACTER } from './support/any-character.js';

const GOOD_KEY = randomBytes(48).toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  SECRET_KEY: GOOD_KEY,
  APP_BASE_URL: 'https://portal.example.com',
  SMTP_HOST: 'mail.example.com',
  EMAIL_FROM: 'Portico <no-reply@example.com>',
  DATABASE_URL: 'postgres://portico:pw@db.example.com/portico',
  ERP_KIND: 'embedded',
};

/** The problems that the settings are refused for; none where they are taken. */
function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) expect(error.message).toContain(problem);
    return error.problems;
  }
}

test.each([
  [
    '/nowhere/inventory.sql',
    /^ERP_INVENTORY_SQL: found "\/nowhere\/inventory.sql"; wanted one SELECT, or the path/,
  ],
  [
    'select 1 as a; drop table t',
    /^ERP_INVENTORY_SQL: found something else, as it has ";"; wanted one SELECT$/,
  ],
  ['select a into b from t', /^ERP_INVENTORY_SQL: found something else, as it has "into"/],
])('a mapping that is not one SELECT is refused: %s', (found, expected) => {
  expect(problemsOf({ ERP_INVENTORY_SQL: found })).toEqual([expect.stringMatching(expected)]);
  const others = { ERP_CUSTOMERS_SQL: found };
  expect(problemsOf(others)).toEqual([expect.stringMatching(/^ERP_CUSTOMERS_SQL: found/)]);
});

test('a mapping is the SELECT itself or a file, with or without a semicolon at its end', () => {
  const { erpMapping } = parseConfig({ ERP_CUSTOMERS_SQL: ' select a as customer_name from t ;\n' });
  expect(erpMapping.customers).toBe(' select a as customer_name from t');
  expect(erpMapping.inventory).toContain('from erp.stock');
});

test('invoices and payments are there only if they are mapped, and in the demo', () => {
  const own = { ERP_KIND: 'postgres', ERP_HOST: 'erp', ERP_DATABASE: 'e', ERP_USER: 'u', ERP_PASSWORD: 'p' };
  const accountsOf = (settings: Record<string, string>) => {
    const { invoices, payments } = parseConfig(settings).erpMapping;
    return [invoices, payments].map((select) => select && /from (\S+)/.exec(select)?.[1]);
  };
  expect(accountsOf(own)).toEqual([null, null]);
  expect(accountsOf({ ...own, ERP_INVOICES_SQL: 'select * from a' })).toEqual(['a', null]);
  expect(accountsOf({})).toEqual(['erp.invoice', 'erp.payment']);
  // Payments of one ERP don't belong to invoices of another.
  expect(accountsOf({ ERP_INVOICES_SQL: 'select * from a' })).toEqual(['a', null]);
  expect(problemsOf({ ...own, ERP_PAYMENTS_SQL: 'select 1' })).toEqual([
    'ERP_INVOICES_SQL: missing; ERP_PAYMENTS_SQL needs it',
  ]);
});

test.each([
  [
    'https://pay.example.com/?no={number}&sum={amount}&by={customer}&in={currency}&ref={reference}#{id}',
    true,
  ],
  ['http://localhost:8080/{number}', true],
  ['https://{number}.example.com/', false],
  ['https:///{number}/pay', false],
  ['https:\\\\{number}/pay', false],
  ['https://pay.example.com:{number}/', false],
  ['https://pay.example.com{number}', false],
  ['https://pay.example.com/{secret}', false],
  ['https://pay.example.com/{number', false],
  ['https://user@pay.example.com/{number}', false],
  ['javascript:alert({number})', false],
  ['/pay/{number}', false],
])('where invoices are paid is an address of one host: %s, %s', (found, taken) => {
  expect(problemsOf({ PAYMENT_URL: found })).toEqual(
    taken ? [] : [expect.stringMatching(/^PAYMENT_URL: found .*wanted an address such as https:/)],
  );
});

describe('who sets something wrong', () => {
  test('is told of everything at once: the name, what was found, what is wanted', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: 'eighty',
      APP_BASE_URL: 'portal.example.com',
      SECRET_KEY: 'short',
      SESSION_HOURS: '-1',
      LOG_LEVEL: 'loud',
      PLAYGROUND_ENABLED: 'yes',
      DATABASE_URL: 'mysql://db/portico',
      DB_POOL_MAX: '2',
      ERP_KIND: 'mssql',
      ERP_POOL_MAX: '1000',
      ERP_EXPORTS_MAX: '21',
      EXPORT_TIMEOUT_SECONDS: '0',
      ERP_APPLICATION_INTENT: 'write',
      LIMIT_DEPTH: '101',
      LIMIT_TOKENS: '10001',
      LIMIT_COST: '0',
    });
    for (const expected of [
      /^PORT: found "eighty"; .*number/,
      /^APP_BASE_URL: found "portal\.example\.com"; wanted an address/,
      /^SECRET_KEY: found 5 characters; wanted at least 32/,
      /^SESSION_HOURS: found "-1"; wanted a whole number/,
      /^LOG_LEVEL: found "loud"; .*"info"/,
      /^PLAYGROUND_ENABLED: found "yes"; .*"true"\|"false"/,
      /^DATABASE_URL: found a value; wanted postgres:\/\//,
      /^DB_POOL_MAX: found "2"; .*3/,
      /^ERP_HOST: missing; ERP_KIND=mssql needs it/,
      /^ERP_DATABASE: missing/,
      /^ERP_USER: missing/,
      /^ERP_PASSWORD: missing/,
      /^ERP_APPLICATION_INTENT: found "write"; .*"readonly"\|"readwrite"/,
      /^ERP_POOL_MAX: found "1000"; .*100/,
      /^ERP_EXPORTS_MAX: found "21"; .*20/,
      /^EXPORT_TIMEOUT_SECONDS: found "0"; .*1/,
      /^LIMIT_DEPTH: found "101"; .*100/,
      /^LIMIT_TOKENS: found "10001"; .*10000/,
      /^LIMIT_COST: found "0"; .*1/,
    ]) {
      expect(problems).toContainEqual(expect.stringMatching(expected));
    }
  });

  test('is told each problem once, and not that a setting is missing which is there but wrong', () => {
    const problems = problemsOf({
      ...PRODUCTION,
      APP_BASE_URL: 'portal.example.com',
      DATABASE_URL: 'mysql://db/portico',
      ERP_KIND: 'oracle',
    });
    const names = problems.map((problem) => problem.split(':')[0]);
    expect(names.sort()).toEqual(['APP_BASE_URL', 'DATABASE_URL', 'ERP_KIND']);
  });

  test('finds no secret in the message', () => {
    const secret = 'Tr0ub4dor-and-3-hunter2';
    const problems = problemsOf({
      PORT: 'eighty',
      ERP_KIND: 'postgres',
      SECRET_KEY: secret,
      DB_PASSWORD: secret,
      ERP_PASSWORD: secret,
      DATABASE_URL: `mysql://portico:${secret}@db/portico`,
    });
    expect(problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.join()).not.toContain('hunter2');
  });
});

/** The first segments of all routes. */
const OWN_PATHS = [
  ...['api', 'export', 'graphql', 'healthz', 'metrics', 'odata', 'playground', 'readyz', 'track'],
];

describe('the address that people open', () => {
  test.each([
    ['https://portal.example.com', ''],
    ['https://portal.example.com/', ''],
    ['http://localhost:5001', ''],
    ['https://example.com/portal', '/portal'],
    ['https://example.com/portal//', '/portal'],
    ['https://[2001:db8::1]:8443/a/b_c-d.e~f', '/a/b_c-d.e~f'],
    ['https://bücher.example/Portal', '/Portal'],
    ['https://example.com/apis', '/apis'],
    ['https://example.com/customers/api', '/customers/api'],
  ])('may have a path: %s', (APP_BASE_URL, basePath) => {
    expect(parseConfig({ APP_BASE_URL })).toMatchObject({ appBaseUrl: APP_BASE_URL, basePath });
  });

  test.each([
    ['https://example.com/portal?x=1', /no "\?"/],
    ['https://example.com/portal?', /no "\?"/],
    ['https://example.com/#portal', /no "#"/],
    ['https://example.com/a b', /wanted an address/],
    ['https://example.com/a%20b', /only letters/],
    ['https://example.com/größe', /only letters/],
    ['https://example.com/a;b', /only letters/],
    ['https://example.com/a//b', /only letters/],
    ['https://example.com/a/../b', /only letters/],
    ['https://example.com/.', /only letters/],
    ['https://example.com\\a', /only letters/],
    ['https://example.com/API/v2', /none of api, /],
    ['https://example.com/graphql/', /none of api, /],
    ...OWN_PATHS.map((path): [string, RegExp] => [
      `https://example.com/${path}`,
      new RegExp(`none of .*\\b${path}\\b`),
    ]),
    ['ftp://example.com', /wanted an address/],
    ['https://', /wanted an address/],
  ])('is refused as %s, once, and with what is wanted', (APP_BASE_URL, wanted) => {
    expect(problemsOf({ APP_BASE_URL })).toEqual([expect.stringMatching(wanted)]);
  });

  test('begins with no path of the portal where that is served, or it could not be told from it', () => {
    for (const path of ['inventory', 'customer/portal', 'Admin', 'login']) {
      const APP_BASE_URL = `https://example.com/${path}`;
      expect(problemsOf({ APP_BASE_URL })).toEqual([
        expect.stringMatching(
          new RegExp(
            `^APP_BASE_URL: found the path /${path}; with PORTAL_ENABLED=true wanted one .*inventory`,
          ),
        ),
      ]);
      expect(parseConfig({ APP_BASE_URL, PORTAL_ENABLED: 'false' }).basePath).toBe(`/${path}`);
    }
  });

  test('is not quoted with a password in it', () => {
    const problems = problemsOf({ APP_BASE_URL: 'https://ada:hunter2@example.com/portal' });
    expect(problems).toEqual([expect.stringMatching(/^APP_BASE_URL: found a value; .*without a user name/)]);
    expect(problems.join()).not.toContain('hunter2');
  });
});

describe('the settings of the ERP', () => {
  test('say how much it is asked, and what is given while it is silent', () => {
    expect(parseConfig({}).erpGuard).toEqual({
      queueMax: 500,
      exportsMax: 4,
      exportTimeoutMs: 600_000,
      staleMaxSeconds: 300,
      staleMaxBytes: 67_108_864,
      allowWritable: false,
    });
    expect(parseConfig({ ERP_QUEUE_MAX: '0', ERP_STALE_MAX_SECONDS: '0' }).erpGuard).toMatchObject({
      queueMax: 0,
      staleMaxSeconds: 0,
    });
    expect(
      problemsOf({ ERP_QUEUE_MAX: '-1', ERP_STALE_MAX_SECONDS: '86401', ERP_STALE_MAX_MB: '0' }),
    ).toHaveLength(3);
  });
});

describe('the settings of passwords', () => {
  const HASH = '$2b$04$9vizJ.6/9jfU.9VWwdZ37uNaY45W2M29iv8rGm/.AJ58kUbOjGC1y';

  test('are those that OWASP wants, and leave a core and a thread free', () => {
    const { passwordHashing, admin } = parseConfig({});
    const { concurrency, ...rest } = passwordHashing;
    expect(rest).toEqual({ memoryKib: 19_456, passes: 2, lanes: 1, queue: 100 });
    expect(concurrency).toBe(Math.min(Math.max(availableParallelism() - 1, 1), 3));
    expect(parseConfig({ UV_THREADPOOL_SIZE: '1' }).passwordHashing.concurrency).toBe(1);
    expect(admin).toBeNull();
  });

  test.each([
    [{ ARGON2_MEMORY_KIB: '1024' }, 1],
    [{ ARGON2_PASSES: '1' }, 1],
    [{ ARGON2_MEMORY_KIB: '7168', ARGON2_PASSES: '5' }, 0],
    [{ ARGON2_MEMORY_KIB: '47104', ARGON2_PASSES: '1' }, 0],
  ])('may cost less than OWASP wants outside production only: %j', (costs, problems) => {
    expect(problemsOf(costs)).toEqual([]);
    expect(problemsOf({ ...PRODUCTION, ...costs })).toHaveLength(problems);
  });

  test('have a temporary one be good for an hour to thirty days, and for a day where nothing is said', () => {
    expect(parseConfig({}).temporaryPasswordHours).toBe(24);
    expect(parseConfig({ TEMP_PASSWORD_HOURS: '720' }).temporaryPasswordHours).toBe(720);
    for (const found of ['0', '721', '1.5']) {
      expect(problemsOf({ TEMP_PASSWORD_HOURS: found })).toEqual([
        expect.stringMatching(`^TEMP_PASSWORD_HOURS: found "${found}"; `),
      ]);
    }
  });

  test('take no more threads than there are, and no more memory than there may be', () => {
    expect(problemsOf({ PASSWORD_HASH_CONCURRENCY: '4' })).toEqual([
      'PASSWORD_HASH_CONCURRENCY: found 4; wanted at most 3, one less than UV_THREADPOOL_SIZE',
    ]);
    expect(problemsOf({ PASSWORD_HASH_CONCURRENCY: '4', UV_THREADPOOL_SIZE: '8' })).toEqual([]);
    expect(problemsOf({ ARGON2_MEMORY_KIB: '999999999' })).toEqual([
      expect.stringMatching(/^ARGON2_MEMORY_KIB: found "999999999"; .*262144/),
    ]);
  });

  test('name a first administrator by name and hash together, without printing the hash', () => {
    const wrong = problemsOf({
      ADMIN_USERNAME: 'ada@home',
      ADMIN_PASSWORD_HASH: 'hunter2-in-plain',
      ADMIN_EMAIL: 'x',
    });
    for (const expected of [
      /^ADMIN_USERNAME: found "ada@home"; wanted 2 to 64 visible letters/,
      /^ADMIN_PASSWORD_HASH: found a value; a hash of no known scheme, .* wanted argon2/,
      /^ADMIN_EMAIL: found "x"; wanted an e-mail address/,
    ]) {
      expect(wrong).toContainEqual(expect.stringMatching(expected));
    }
    expect(wrong.join()).not.toContain('hunter2');
    expect(problemsOf({ ADMIN_USERNAME: 'ada' })).toEqual([
      'ADMIN_PASSWORD_HASH: missing; ADMIN_USERNAME needs it',
    ]);
    expect(problemsOf({ ADMIN_PASSWORD_HASH: HASH })).toEqual([
      'ADMIN_USERNAME: missing; ADMIN_PASSWORD_HASH needs it',
    ]);
    expect(problemsOf({ ADMIN_EMAIL: 'ada@example.com' })).toEqual([
      'ADMIN_USERNAME: missing; ADMIN_EMAIL needs it',
    ]);
  });

  test.each([
    ['https://portal.example.com', 'ada@portal.example.com'],
    ['http://localhost:5001', 'ada@portico.invalid'],
    ['http://192.168.1.2', 'ada@portico.invalid'],
    ['', 'ada@portico.invalid'],
  ])('give the administrator an e-mail that is one, at %s', (APP_BASE_URL, email) => {
    const named = { ADMIN_USERNAME: 'ada', ADMIN_PASSWORD_HASH: HASH, APP_BASE_URL };
    expect(parseConfig(named).admin).toEqual({ username: 'ada', passwordHash: HASH, email });
    expect(parseConfig({ ...named, ADMIN_EMAIL: 'a@b.example' }).admin?.email).toBe('a@b.example');
  });
});

describe('a secret key that can be guessed is refused', () => {
  test.each([
    ['too short', randomBytes(23).toString('base64').slice(0, 31)],
    ['one letter', 'x'.repeat(64)],
    ['a short word again and again', 'qwzu'.repeat(16)],
    ['out of a manual', 'my-super-secret-key-that-nobody-will-find'],
    ['left as it was', 'please-change-me-before-you-go-online-42'],
    ['counted', '0123456789qwertzuiopasdfghjklyxcvbnm'],
  ])('%s', (_what, key) => {
    expect(problemsOf({ SECRET_KEY: key })).toEqual([expect.stringMatching(/^SECRET_KEY: found /)]);
    expect(problemsOf({ ...PRODUCTION, SECRET_KEY: key })).toHaveLength(1);
    expect(problemsOf({ SECRET_KEY: key }).join()).not.toContain(key);
  });

  test('a random one is taken, in base64 and in hexadecimal', () => {
    for (let i = 0; i < 200; i += 1) {
      expect(problemsOf({ SECRET_KEY: randomBytes(48).toString('base64') })).toEqual([]);
      expect(problemsOf({ SECRET_KEY: randomBytes(32).toString('hex') })).toEqual([]);
    }
  });
});

test('what a connection to the ERP can not be is refused', () => {
  const of = (ERP_KIND: string, settings: Record<string, string>) =>
    problemsOf({
      ...{ ERP_KIND, ERP_HOST: 'erp', ERP_DATABASE: 'erp', ERP_USER: 'reader', ERP_PASSWORD: 'secret' },
      ...settings,
    });
  expect(of('mssql', { ERP_ENCRYPT: 'strict', ERP_ISOLATION: 'Snapshot' })).toEqual([]);
  expect(of('mssql', { ERP_ENCRYPT: 'yes' })).toEqual([expect.stringMatching(/^ERP_ENCRYPT: found "yes"/)]);
  expect(of('mssql', { ERP_ISOLATION: 'serializable' })).toEqual([
    expect.stringMatching(/^ERP_ISOLATION: found "serializable".*readuncommitted/),
  ]);
  expect(of('mssql', { ERP_ENCRYPT: 'strict', ERP_TRUST_SERVER_CERTIFICATE: 'true' })).toEqual([
    expect.stringMatching(/^ERP_TRUST_SERVER_CERTIFICATE: found true with ERP_ENCRYPT=strict/),
  ]);
  expect(of('postgres', { ERP_ENCRYPT: 'strict', ERP_ISOLATION: 'snapshot' })).toEqual([
    expect.stringMatching(/^ERP_ENCRYPT: found strict with ERP_KIND=postgres/),
    expect.stringMatching(/^ERP_ISOLATION: found with ERP_KIND=postgres/),
  ]);
});

test.each(['mssql', 'postgres'])(
  'an ERP on %s that could not be reached is refused before the start',
  (kind) => {
    const whole = { ERP_KIND: kind, ERP_HOST: 'h', ERP_DATABASE: 'd', ERP_USER: 'u', ERP_PASSWORD: 'p' };
    expect(parseConfig(whole).erp).toMatchObject({
      kind,
      host: 'h',
      database: 'd',
      user: 'u',
      password: 'p',
    });
    for (const name of ['ERP_HOST', 'ERP_DATABASE', 'ERP_USER', 'ERP_PASSWORD']) {
      for (const nothing of [undefined, '']) {
        expect(problemsOf({ ...whole, [name]: nothing })).toEqual([
          expect.stringMatching(`^${name}: missing; ERP_KIND=${kind}`),
        ]);
      }
    }
  },
);

describe('the sites whose pages may ask', () => {
  test('are none unless they are named, each as its browser names it', () => {
    expect(parseConfig({}).corsOrigins).toEqual([]);
    expect(parseConfig({ CORS_ORIGINS: '' }).corsOrigins).toEqual([]);
    const list = 'https://app.example.com, http://localhost:3000,https://xn--mnchen-3ya.de';
    expect(parseConfig({ CORS_ORIGINS: list }).corsOrigins).toEqual([
      'https://app.example.com',
      'http://localhost:3000',
      'https://xn--mnchen-3ya.de',
    ]);
  });

  test.each([
    '*',
    'null',
    'https://*.example.com',
    'https://app.example.com/',
    'https://app.example.com/path',
    'https://app.example.com?x',
    'https://user@app.example.com',
    'https://APP.example.com',
    'https://app.example.com:443',
    'https://münchen.de',
    'app.example.com',
    'ftp://app.example.com',
    'file://',
    'javascript:alert(1)',
    ',',
    'https://app.example.com,',
    'https://app.example.com https://b.example.com',
    'https://app.example.com;https://b.example.com',
  ])('%s is refused', (list) => {
    expect(problemsOf({ CORS_ORIGINS: list })).toEqual([
      expect.stringMatching(/^CORS_ORIGINS: found .*; wanted origins such as https:\/\/app\.example\.com/),
    ]);
  });
});

test('a photo may take longer to arrive than other requests', () => {
  expect(parseConfig({}).timeouts).toMatchObject({ requestMs: 30_000, uploadMs: 120_000 });
  expect(parseConfig({ HTTP_UPLOAD_TIMEOUT_MS: '300000' }).timeouts.uploadMs).toBe(300_000);
});

test('timeouts that would cut off what they should let through are refused', () => {
  expect(problemsOf({ HTTP_HEADERS_TIMEOUT_MS: '5000', HTTP_REQUEST_TIMEOUT_MS: '4000' })).toEqual([
    'HTTP_HEADERS_TIMEOUT_MS: found 5000; wanted at most HTTP_REQUEST_TIMEOUT_MS, which is 4000',
  ]);
  expect(problemsOf({ ERP_QUERY_TIMEOUT_MS: '65000' })).toEqual([
    expect.stringMatching(/^HTTP_IDLE_TIMEOUT_MS: found 65000; wanted more than ERP_QUERY_TIMEOUT_MS/),
  ]);
  expect(problemsOf({ ERP_QUERY_TIMEOUT_MS: '65000', HTTP_IDLE_TIMEOUT_MS: '65001' })).toEqual([]);
});

describe('the settings of mail', () => {
  const SERVER = { SMTP_HOST: 'smtp.example.com', EMAIL_FROM: 'no-reply@example.com' };

  test('are none for a newcomer, whose mails become files', () => {
    expect(parseConfig({}).mail).toEqual({
      smtp: null,
      timeoutSeconds: 60,
      from: { name: 'Portico', address: 'no-reply@portico.invalid' },
      bcc: [],
      brand: { name: 'Portico', color: '#1f4f82', background: '#f3f5f8' },
      supportEmail: null,
    });
  });

  test('say where the server is, with or without TLS from the start, and who we are there', () => {
    const login = { SMTP_USER: 'portico', SMTP_PASSWORD: 'p w' };
    const smtp = (more: Record<string, string>) => parseConfig({ ...SERVER, ...more }).mail.smtp;
    expect(smtp({})).toEqual({ host: 'smtp.example.com', port: 587, secure: false, login: null });
    expect(smtp({ SMTP_SECURE: 'true', ...login })).toEqual({
      host: 'smtp.example.com',
      port: 465,
      secure: true,
      login: { user: 'portico', password: 'p w' },
    });
    expect(smtp({ SMTP_PORT: '25' })?.port).toBe(25);
    const places = [
      ['mail.example.com:2525', 'mail.example.com', 2525],
      [' mail_relay ', 'mail_relay', 465],
      ['10.0.0.5:25', '10.0.0.5', 25],
      ['::1', '::1', 465],
      ['[::1]', '::1', 465],
      ['[fd00::1]:587', 'fd00::1', 587],
    ] as const;
    for (const [text, host, port] of places)
      expect(smtp({ SMTP_HOST: text, SMTP_SECURE: 'true' })).toMatchObject({ host, port });
    expect(problemsOf({ ...SERVER, SMTP_HOST: 'mail.example.com:587', SMTP_PORT: '587' })).toEqual([]);
    expect(problemsOf({ ...SERVER, SMTP_HOST: 'mail.example.com:587', SMTP_PORT: '25' })).toEqual([
      'SMTP_PORT: found 25, and 587 in SMTP_HOST; wanted only one of the two',
    ]);
    expect(problemsOf({ ...SERVER, SMTP_USER: 'a' })).toEqual(['SMTP_PASSWORD: missing; SMTP_USER needs it']);
    expect(problemsOf({ ...SERVER, SMTP_PASSWORD: 'a' })).toEqual([
      'SMTP_USER: missing; SMTP_PASSWORD needs it',
    ]);
    expect(problemsOf({ SMTP_HOST: 'smtp.example.com' })).toEqual([
      expect.stringMatching(/^EMAIL_FROM: missing; wanted an address/),
    ]);
  });

  test.each(['SMTP_HOST', 'EMAIL_FROM'])('must name %s in production', (name) => {
    expect(problemsOf({ ...PRODUCTION, [name]: '' })).toEqual([expect.stringMatching(`^${name}: missing`)]);
  });

  test('take a sender with a name or without', () => {
    const from = (EMAIL_FROM: string) => parseConfig({ EMAIL_FROM, BRAND_NAME: 'Acme' }).mail.from;
    expect(from('a@b.example')).toEqual({ name: 'Acme', address: 'a@b.example' });
    expect(from('Süd & Co, GmbH <a@b.example>')).toEqual({ name: 'Süd & Co, GmbH', address: 'a@b.example' });
  });

  test.each([
    ['EMAIL_FROM', 'Portico'],
    ['EMAIL_FROM', 'a@b.example, c@d.example'],
    ['EMAIL_FROM', 'Port\r\nBcc: x@y.example <a@b.example>'],
    ['EMAIL_FROM', '"Portico" <a@b.example>'],
    ['EMAIL_FROM', 'Portico <a@b.example> <c@d.example>'],
    // Each mail would need servers with SMTPUTF8 all along its way.
    ['EMAIL_FROM', 'Portico <jörg@b.example>'],
    ['EMAIL_FROM', 'a@xn--ü.example'],
    ['EMAIL_BCC', 'a@b.example,jörg@b.example'],
    ['EMAIL_BCC', 'a@b.example c@d.example'],
    ['EMAIL_BCC', 'a@b.example,'],
    ['EMAIL_BCC', 'a@b.example\r\n'],
    ['SMTP_HOST', 'smtp://example.com'],
    ['SMTP_HOST', 'example.com\n'],
    ['SMTP_HOST', 'mail.example.com:'],
    ['SMTP_HOST', 'mail.example.com:0'],
    ['SMTP_HOST', 'mail.example.com:65536'],
    ['SMTP_HOST', 'mail.example.com:587:25'],
    ['SMTP_HOST', '[::1'],
    ['SMTP_HOST', '/var/run/smtp'],
    ['SMTP_HOST', 'bücher.example'],
    ['SMTP_TIMEOUT_SECONDS', '0'],
    ['BRAND_NAME', 'Acme\nFreight'],
    ['BRAND_NAME', 'x'.repeat(61)],
    ['BRAND_COLOR', 'red'],
    ['BRAND_COLOR', '#12345'],
    ['BRAND_BACKGROUND', '#ffffff;x:y'],
    ['SUPPORT_EMAIL', 'help'],
  ])('refuse %s=%j', (name, value) => {
    expect(problemsOf({ ...SERVER, [name]: value })).toEqual([expect.stringMatching(`^${name}: found `)]);
  });

  test('never show a password that is refused', () => {
    const problems = problemsOf({ ...SERVER, SMTP_USER: 'a', SMTP_PASSWORD: 'hunter2\r\nQUIT' });
    expect(problems).toEqual(['SMTP_PASSWORD: found a value; wanted one line of at most 1024 characters']);
  });
});

describe('the settings of freight', () => {
  test('are sensible where nothing is set', () => {
    expect(parseConfig({}).freight).toEqual({
      cubicFactor: 250,
      currency: 'AUD',
      quoteDays: 14,
      requireProof: false,
      timeZone: 'UTC',
      email: null,
      servicePhotos: true,
    });
  });

  test('have photos before and after a service only in the demo, unless that is set', () => {
    const isOn = (more: Record<string, string>) => parseConfig(more).freight.servicePhotos;
    expect([isOn({ DB_HOST: 'db' }), isOn(PRODUCTION), isOn({ PHOTOS_ENABLED: 'false' })]).toEqual([
      ...[false, false, false],
    ]);
    expect(isOn({ ...PRODUCTION, PHOTOS_ENABLED: 'true' })).toBe(true);
    expect(isOn({ ...PRODUCTION, DATABASE_URL: 'embedded' })).toBe(false);
  });

  test.each([
    ['PHOTOS_ENABLED', 'yes'],
    ['FREIGHT_CUBIC_FACTOR', '0'],
    ['FREIGHT_CUBIC_FACTOR', '250.5'],
    ['FREIGHT_CURRENCY', 'aud'],
    ['FREIGHT_QUOTE_DAYS', '366'],
    ['FREIGHT_REQUIRE_PROOF', 'yes'],
    ['FREIGHT_TIME_ZONE', 'Sydney'],
    ['FREIGHT_TIME_ZONE', 'Australia/Nowhere'],
    ['FREIGHT_EMAIL', 'desk'],
  ])('refuse %s=%j', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: found "${value}"; `)]);
  });

  test('know a time zone by its place, not by an abbreviation that others read differently', () => {
    for (const name of ['+10:00', 'CET', 'IST', 'AET', 'MET', 'EET', 'WET', 'EST5EDT', 'GMT']) {
      expect([name, problemsOf({ FREIGHT_TIME_ZONE: name }).length]).toEqual([name, 1]);
    }
    for (const name of [
      'UTC',
      'Australia/Sydney',
      'America/Port-au-Prince',
      'America/Argentina/Buenos_Aires',
    ]) {
      expect(parseConfig({ FREIGHT_TIME_ZONE: name }).freight.timeZone).toBe(name);
    }
  });
});

describe('the settings of rewards', () => {
  const OF_ITS_OWN = { DATABASE_URL: 'postgres://portico@db.example/portico' };

  test('switch them off where nothing is set, but for a demo', () => {
    expect(parseConfig(OF_ITS_OWN).rewards).toBeNull();
    expect(
      parseConfig({ ...OF_ITS_OWN, REWARDS_POINTS_PER_UNIT: '0.0', REWARDS_POINT_VALUE: '1' }).rewards,
    ).toBeNull();
    expect(parseConfig({ REWARDS_POINTS_PER_UNIT: '0' }).rewards).toBeNull();
    expect(parseConfig({}).rewards).toEqual({ pointsPerUnit: '1', pointValue: '0.01', expireDays: null });
    const settings = {
      REWARDS_POINTS_PER_UNIT: '1000',
      REWARDS_POINT_VALUE: '0.005',
      REWARDS_EXPIRE_DAYS: '365',
    };
    expect(parseConfig({ ...OF_ITS_OWN, ...settings }).rewards).toEqual({
      pointsPerUnit: '1000',
      pointValue: '0.005',
      expireDays: 365,
    });
  });

  test.each([
    ['REWARDS_POINTS_PER_UNIT', '-1'],
    ['REWARDS_POINTS_PER_UNIT', '1000.01'],
    ['REWARDS_POINTS_PER_UNIT', '1e3'],
    ['REWARDS_POINTS_PER_UNIT', '0.0000001'],
    ['REWARDS_POINT_VALUE', '0'],
    ['REWARDS_POINT_VALUE', '1001'],
    ['REWARDS_EXPIRE_DAYS', '0'],
    ['REWARDS_EXPIRE_DAYS', '1.5'],
  ])('refuse %s=%j', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: found "${value}"; `)]);
  });
});

test.each(['RATE_LIMIT_PER_ADDRESS', 'RATE_LIMIT_PER_USER', 'RATE_LIMIT_PUBLIC_MUTATIONS'])(
  '%s lets somebody through, whatever it says',
  (name) => {
    for (const value of ['0', '-1', 'none', '1e9', '1000001'])
      expect(problemsOf({ [name]: value })).toHaveLength(1);
    expect(problemsOf({ [name]: '1' })).toEqual([]);
  },
);

test('an empty value, as docker compose passes an unset one, counts as left out', () => {
  const names = ['NODE_ENV', 'PORT', 'HOST', 'SECRET_KEY', 'DATABASE_URL', 'DB_HOST', 'ERP_KIND', 'DATA_DIR'];
  expect(parseConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(parseConfig({}));
  expect(problemsOf({ ...PRODUCTION, SECRET_KEY: '' })).toEqual([
    expect.stringMatching(/^SECRET_KEY: missing/),
  ]);
});

test('a newcomer gets everything embedded, reachable from this machine alone', () => {
  expect(parseConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 5001,
    playground: true,
    introspection: true,
    secretKey: null,
    database: { kind: 'embedded' },
    erp: { kind: 'embedded' },
  });
});

test('production shows no playground and no schema unless asked to, and is open to the network', () => {
  expect(parseConfig(PRODUCTION)).toMatchObject({
    production: true,
    host: '0.0.0.0',
    playground: false,
    introspection: false,
    database: { kind: 'postgres', url: PRODUCTION.DATABASE_URL, poolMax: 10 },
  });
  const asked = { PLAYGROUND_ENABLED: 'true', INTROSPECTION_ENABLED: 'true', HOST: '10.0.0.1' };
  expect(parseConfig({ ...PRODUCTION, ...asked })).toMatchObject({
    playground: true,
    introspection: true,
    host: '10.0.0.1',
  });
});

test('the schema is a subgraph only if that is asked for', () => {
  expect(parseConfig({}).federation).toBe(false);
  expect(parseConfig({ ...PRODUCTION, FEDERATION_ENABLED: 'true' })).toMatchObject({
    federation: true,
    introspection: false,
  });
  expect(problemsOf({ FEDERATION_ENABLED: 'yes' })).toEqual([
    expect.stringMatching(/^FEDERATION_ENABLED: found "yes"; .*"true"\|"false"/),
  ]);
});

test('other documents than the shipped ones run unless that is ruled out', () => {
  expect(parseConfig({}).trustedDocuments).toBe('known');
  expect(parseConfig({ TRUSTED_DOCUMENTS: 'only' }).trustedDocuments).toBe('only');
  expect(problemsOf({ TRUSTED_DOCUMENTS: 'true' })).toEqual([
    expect.stringMatching(/^TRUSTED_DOCUMENTS: found "true"; .*"known"\|"only"/),
  ]);
});

test('metrics are open to this machine, closed in production, and open to who has the token', () => {
  const token = 'x'.repeat(16);
  expect(parseConfig({}).metrics).toEqual({ token: null });
  expect(parseConfig(PRODUCTION).metrics).toBeNull();
  expect(parseConfig({ ...PRODUCTION, METRICS_TOKEN: token }).metrics).toEqual({ token });
  for (const wrong of ['x'.repeat(15), `${token} ${token}`, `${token}\n`, 'ä'.repeat(16)]) {
    expect(problemsOf({ METRICS_TOKEN: wrong })).toEqual([
      'METRICS_TOKEN: found a value; wanted at least 16 characters, without blanks',
    ]);
  }
});

test('traces go to a collector, with the headers that it wants, only where one is set', () => {
  const endpoint = 'https://otel.example.com:4318';
  expect(parseConfig({ OTEL_SERVICE_NAME: 'x', OTEL_EXPORTER_OTLP_HEADERS: 'a=b' }).traces).toBeNull();
  expect(parseConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).traces).toEqual({
    endpoint,
    headers: {},
    serviceName: 'portico',
  });
  const headers = 'Authorization=Basic%20eDp5==, x-tenant = a,';
  const given = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers.slice(0, -1) };
  expect(parseConfig(given).traces?.headers).toEqual({ authorization: 'Basic eDp5==', 'x-tenant': 'a' });

  expect(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http//u:hunter2@otel' })).toEqual([
    'OTEL_EXPORTER_OTLP_ENDPOINT: found a value; wanted an address such as http://localhost:4318, without a user name or an unescaped @',
  ]);
  for (const wrong of [headers, 'hunter2', '=hunter2', 'a=%zz', 'a b=c', 'a=b%0Ac']) {
    expect(problemsOf({ OTEL_EXPORTER_OTLP_HEADERS: wrong })).toEqual([
      'OTEL_EXPORTER_OTLP_HEADERS: found a value; wanted name=value, more of them after commas',
    ]);
  }
});

test("the audit log's heads go to a file or an address, in production only where nobody between can answer", () => {
  expect(parseConfig({}).audit).toEqual({ anchor: null, anchorSeconds: 60 });
  const file = { AUDIT_ANCHOR: '/var/lib/portico/heads.ndjson', AUDIT_ANCHOR_SECONDS: '5' };
  expect(parseConfig(file).audit).toEqual({
    anchor: { kind: 'file', path: '/var/lib/portico/heads.ndjson' },
    anchorSeconds: 5,
  });
  for (const path of ['heads.ndjson', './a:b', 'C:\\audit\\heads.ndjson', 'd:/audit/a@b/heads.ndjson'])
    expect(parseConfig({ ...PRODUCTION, AUDIT_ANCHOR: path }).audit.anchor).toEqual({ kind: 'file', path });
  const taken = [
    'https://audit.example.com/heads?key=a',
    'http://localhost:9000/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ];
  for (const address of taken) {
    const { audit } = parseConfig({ ...PRODUCTION, AUDIT_ANCHOR: address });
    expect(audit.anchor).toEqual({ kind: 'webhook', address });
  }
  const plain = 'http://audit.example.com/heads?key=hunter2';
  expect(parseConfig({ AUDIT_ANCHOR: plain }).audit.anchor?.kind).toBe('webhook');
  expect(problemsOf({ ...PRODUCTION, AUDIT_ANCHOR: plain })).toEqual([
    'AUDIT_ANCHOR: found an address without TLS; wanted https in production, except on this machine',
  ]);
  for (const wrong of [
    'ftp://a/b',
    'https://u:hunter2@a/b',
    'https://',
    's3://bucket/hunter2',
    'https:/a/hunter2',
  ]) {
    expect(problemsOf({ ...PRODUCTION, AUDIT_ANCHOR: wrong })).toEqual([
      expect.stringMatching(
        /^AUDIT_ANCHOR: found a value; wanted the path of a file, or an address such as https/,
      ),
    ]);
  }
});

test('no environment, however broken, stops the start with anything but the list of what is wrong', () => {
  const names = Object.keys({
    ...PRODUCTION,
    PORT: 0,
    HOST: 0,
    SESSION_HOURS: 0,
    TRUST_PROXY: 0,
    LOG_LEVEL: 0,
  });
  const more = [
    'DB_HOST',
    'DB_PORT',
    'DB_SSL',
    'DB_POOL_MAX',
    'ERP_PORT',
    'ERP_HOST',
    'ERP_PASSWORD',
    'ERP_POOL_MAX',
    'DATA_DIR',
    'CORS_ORIGINS',
    'HTTP_HEADERS_TIMEOUT_MS',
    'HTTP_IDLE_TIMEOUT_MS',
    'RATE_LIMIT_PER_USER',
    'ARGON2_MEMORY_KIB',
    'ARGON2_PASSES',
    'AUDIT_ANCHOR',
    'AUDIT_ANCHOR_SECONDS',
    'PASSWORD_HASH_CONCURRENCY',
    'UV_THREADPOOL_SIZE',
    'ADMIN_USERNAME',
    'ADMIN_PASSWORD_HASH',
    'ADMIN_EMAIL',
  ];
  const key = fc.oneof(fc.constantFrom(...names, ...more), fc.string());
  const value = fc.oneof(
    fc.string({ unit: ANY_CHARACTER }),
    fc.constantFrom(
      'true',
      'mssql',
      'production',
      'postgres://',
      'http://',
      ' ',
      'NaN',
      '1e999',
      '-0',
      '0x10',
    ),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(fc.dictionary(key, value), (environment) => {
      const problems = problemsOf(environment);
      for (const problem of problems) expect(problem).toMatch(/^[A-Z_\d]+: (missing|found)/);
    }),
    { numRuns: 1000 },
  );
});

describe('the settings of files', () => {
  const BUCKET = {
    FILES_S3_ENDPOINT: 'http://minio:9000',
    FILES_S3_BUCKET: 'portico-files',
    FILES_S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    FILES_S3_SECRET_ACCESS_KEY: 'hunter2/hunter2+hunter2',
  };

  test('name a bucket, or else files are in a folder', () => {
    expect(parseConfig({}).files).toEqual({ kind: 'folder' });
    const bucket = {
      kind: 's3',
      endpoint: 'http://minio:9000',
      bucket: 'portico-files',
      region: 'us-east-1',
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'hunter2/hunter2+hunter2',
    };
    expect(parseConfig(BUCKET).files).toEqual(bucket);
    expect(parseConfig({ ...BUCKET, FILES_S3_REGION: 'eu-central-1' }).files).toEqual({
      ...bucket,
      region: 'eu-central-1',
    });
  });

  test.each(Object.keys(BUCKET))('name all of a bucket: without %s the start says so', (name) => {
    const given = Object.keys(BUCKET).find((other) => other !== name);
    expect(problemsOf({ ...BUCKET, [name]: '' })).toEqual([`${name}: missing; ${given} needs it`]);
  });

  test('are refused where they can not be right, without the keys', () => {
    const wrong: [string, string, RegExp][] = [
      [
        'FILES_S3_ENDPOINT',
        's3.example.com',
        /found "s3\.example\.com"; wanted an address such as https:\/\/s3/,
      ],
      ['FILES_S3_ENDPOINT', 'https://s3.example.com/files', /without a path$/],
      ['FILES_S3_ENDPOINT', 'https://s3.example.com/?x', /without a path$/],
      ['FILES_S3_ENDPOINT', 'https://u:hunter2@s3.example.com', /found a value; .*without a user name/],
      ['FILES_S3_BUCKET', 'Files/x', /found "Files\/x"; wanted the name of a bucket/],
      ['FILES_S3_REGION', 'eu central', /wanted the name of a region/],
      ['FILES_S3_ACCESS_KEY_ID', 'hunter2 x', /found a value; wanted at most 256 characters, without blanks/],
      ['FILES_S3_ACCESS_KEY_ID', 'hunter2/x', /found a value; wanted the id of an access key/],
      ['FILES_S3_SECRET_ACCESS_KEY', 'hunter2\n', /found a value; wanted at most 1024 characters/],
    ];
    for (const [name, value, message] of wrong) {
      const problems = problemsOf({ ...BUCKET, [name]: value });
      expect(problems).toEqual([expect.stringMatching(message)]);
      expect(problems.join()).not.toContain('hunter2');
    }
  });
});
