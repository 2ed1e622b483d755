import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError, parseConfig } from '../src/config.js';

const GOOD_KEY = randomBytes(48).toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  SECRET_KEY: GOOD_KEY,
  APP_BASE_URL: 'https://portal.example.com',
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
      ERP_KIND: 'mssql',
      ERP_POOL_MAX: '1000',
    });
    for (const expected of [
      /^PORT: found "eighty"; .*number/,
      /^APP_BASE_URL: found "portal\.example\.com"; wanted an address/,
      /^SECRET_KEY: found 5 characters; wanted at least 32/,
      /^SESSION_HOURS: found "-1"; wanted a whole number/,
      /^LOG_LEVEL: found "loud"; .*"info"/,
      /^PLAYGROUND_ENABLED: found "yes"; .*"true"\|"false"/,
      /^DATABASE_URL: found a value; wanted postgres:\/\//,
      /^ERP_HOST: missing; ERP_KIND=mssql needs it/,
      /^ERP_DATABASE: missing/,
      /^ERP_USER: missing/,
      /^ERP_PASSWORD: missing/,
      /^ERP_POOL_MAX: found "1000"; .*100/,
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
    database: { kind: 'postgres', url: PRODUCTION.DATABASE_URL },
  });
  const asked = { PLAYGROUND_ENABLED: 'true', INTROSPECTION_ENABLED: 'true', HOST: '10.0.0.1' };
  expect(parseConfig({ ...PRODUCTION, ...asked })).toMatchObject({
    playground: true,
    introspection: true,
    host: '10.0.0.1',
  });
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
    'ERP_PORT',
    'ERP_HOST',
    'ERP_PASSWORD',
    'ERP_POOL_MAX',
    'DATA_DIR',
  ];
  const key = fc.oneof(fc.constantFrom(...names, ...more), fc.string());
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
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
      for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+: (missing|found)/);
    }),
    { numRuns: 1000 },
  );
});
