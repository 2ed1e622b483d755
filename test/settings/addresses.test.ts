import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config.js';
import { ANY_CHARACTER } from '../support/any-character.js';
import { runCommand } from '../support/run-command.js';

/** The problems that the settings are refused for; none where they are taken. */
function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

describe('a password in DATABASE_URL', () => {
  const addressWith = (password: string) => `postgres://portico:${password}@db.example.com:5433/books`;

  test.each([
    ['hunter2@word', '%40 for @'],
    ['@hunter2', '%40 for @'],
    ['hunter2#word', '%23 for #'],
    ['hunter2/word', '%2F for /'],
    ['hunter2?word', '%3F for ?'],
    ['hunter2 word', '%20 for a blank'],
    ['hunter2%word', '%25 for %'],
    ['hunter2%', '%25 for %'],
    ['hunter2%e4word', '%25 for %'],
    ['hunter2%00word', '%25 for %'],
    ['12#hunter2', '%23 for #'],
    ['12/hunter2@word?', '%40 for @ and %2F for / and %3F for ?'],
  ])(
    'that is not escaped is named by its character alone, to each command: %s',
    async (password, escapes) => {
      const settings = { DATABASE_URL: addressWith(password) };
      const { code, stdout, stderr } = await runCommand(['migrate'], { settings });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr.trim().split('\n').slice(1)).toEqual([
        `  - DATABASE_URL: found a value; wanted ${escapes} in its user name and password: percent-encoded`,
      ]);
    },
  );

  test.each([
    ['postgres://h/db?user=x&password=hunter2@b', '%40 for @ in its values'],
    ['postgres://h?user=x&password=@hunter2#', '%40 for @ and %23 for # in its values'],
    ['postgres:///db?host=/run/pg&password=hunter2%', '%25 for % in its values'],
    ['postgres://u:p@/db?host=/run/pg&password=hunter2 x', '%20 for a blank in its values'],
    [
      'postgres://u:hunter2#x@h/db?password=hunter2%e4',
      '%23 for # in its user name and password, and %25 for % in its values',
    ],
    ['postgres://u:hunter2?a=b@h/db', '%3F for ? in its user name and password'],
    ['postgres://u:p@h/my db#', '%23 for # and %20 for a blank in its host and database'],
  ])('is named with the part that it is in: %s', (address, where) => {
    const problems = problemsOf({ DATABASE_URL: address });
    expect(problems).toEqual([`DATABASE_URL: found a value; wanted ${where}: percent-encoded`]);
  });

  test('arrives whole or is refused, whatever it is, and no part of it becomes a host', () => {
    const password = fc.oneof(
      fc.string({ unit: ANY_CHARACTER }),
      fc.string({ unit: fc.constantFrom(...'@:/?#%[]\\ &=+;,aé1€😀') }),
    );
    fc.assert(
      fc.property(password, (raw) => {
        const seenBy = (address: string) => {
          const { user, password = '', host, port, database } = new pg.Client(address);
          // The driver reads an empty password as none.
          return { user, password: password ?? '', host, port, database };
        };
        const place = { user: 'portico', host: 'db.example.com', port: 5433, database: 'books' };
        const wellFormed = Buffer.from(raw).toString();
        const escaped = addressWith(encodeURIComponent(wellFormed));
        if (!raw.includes('\0')) {
          expect(problemsOf({ DATABASE_URL: escaped })).toEqual([]);
          expect(seenBy(escaped)).toEqual({ ...place, password: wellFormed });
        }
        const problems = problemsOf({ DATABASE_URL: addressWith(raw) });
        if (problems.length === 0)
          expect(seenBy(addressWith(raw))).toEqual({ ...place, password: decodeURIComponent(raw) });
        else expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL: found a value; wanted /)]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'embedded',
    'postgres://db.example.com/books',
    'postgresql://portico@db.example.com',
    'postgres://portico:p:w@[fd00::1]:5432/books?sslmode=verify-full',
    'postgres:///books?host=/var/run/postgresql&user=portico',
    'postgres://portico:pw@%2Fvar%2Frun%2Fpostgresql/books',
    'postgres://portico%40server:p%40%23%25%2F%3F@db.example.com/books',
  ])('can be anything in an address that is well-formed: %s', (address) => {
    expect(problemsOf({ DATABASE_URL: address })).toEqual([]);
  });

  test.each(['postgres://portico:hunter2', 'postgres://portico:1:hunter2@', 'postgres://u:hunter2@a b/c'])(
    'is not shown where the rest is wrong: %s',
    (address) => {
      const problems = problemsOf({ DATABASE_URL: address });
      expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL: found a value; wanted /)]);
      expect(problems.join()).not.toContain('hunter2');
    },
  );
});

test.each([
  'APP_BASE_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'AUDIT_ANCHOR',
  'CORS_ORIGINS',
  'DB_HOST',
  'SMTP_HOST',
  'HOST_OF_ERP',
])('%s takes no user name and shows no password', (name) => {
  const erp = { ERP_KIND: 'postgres', ERP_DATABASE: 'd', ERP_USER: 'u', ERP_PASSWORD: 'p' };
  for (const address of [
    'https://u:hunter2@host.example.com',
    'https://u:12/hunter2@host.example.com',
    'https://u:12#hunter2@host.example.com',
    'https://u:12?hunter2@host.example.com',
    'https://u:hunter2 x@host.example.com',
    'https://hunter2@host.example.com',
    'postgres://u:hunter2@host.example.com/',
    'u:hunter2@host.example.com',
    'https:/u:hunter2@host.example.com',
    'https:u:hunter2@host.example.com',
    'https:\\\\u:hunter2@host.example.com',
    'https//u:hunter2@host.example.com',
    ' https://u:hunter2@host.example.com',
    '//u:hunter2@host.example.com',
  ]) {
    const setting = name === 'HOST_OF_ERP' ? { ...erp, ERP_HOST: address } : { [name]: address };
    const problems = problemsOf({ EMAIL_FROM: 'a@b.example', ...setting });
    expect(problems).toEqual([
      expect.stringMatching(`^${name === 'HOST_OF_ERP' ? 'ERP_HOST' : name}: found a value; wanted `),
    ]);
    expect(problems.join()).not.toContain('hunter2');
  }
});

describe('the server of the ERP', () => {
  const settings = (kind: string, host: string, more: Record<string, string> = {}) => ({
    ...{ ERP_KIND: kind, ERP_HOST: host, ERP_DATABASE: 'd', ERP_USER: 'u', ERP_PASSWORD: 'p', ...more },
  });
  const addressOf = (...found: Parameters<typeof settings>) => {
    const { erp } = parseConfig(settings(...found));
    if (erp.kind === 'embedded') throw new Error('embedded');
    const { host, port, instance } = erp;
    return { host, port, instance };
  };

  test.each([
    ['erp.example.com', 'erp.example.com', undefined, undefined],
    ['ERP_01', 'ERP_01', undefined, undefined],
    ['10.0.0.5', '10.0.0.5', undefined, undefined],
    ['erp.example.com,1433', 'erp.example.com', 1433, undefined],
    ['erp.example.com, 1433 ', 'erp.example.com', 1433, undefined],
    ['erp.example.com:1433', 'erp.example.com', 1433, undefined],
    ['tcp:erp.example.com,1433', 'erp.example.com', 1433, undefined],
    ['TCP:erp.example.com', 'erp.example.com', undefined, undefined],
    ['erp\\PROD', 'erp', undefined, 'PROD'],
    ['tcp:erp\\PROD$1', 'erp', undefined, 'PROD$1'],
    // As in SQL Server's own clients, a port leaves nothing for the name of an instance to find.
    ['localhost\\X,1433', 'localhost', 1433, undefined],
    ['erp\\X:1433', 'erp', 1433, undefined],
    ['.', 'localhost', undefined, undefined],
    ['(local)', 'localhost', undefined, undefined],
    ['(LOCAL),1433', 'localhost', 1433, undefined],
    ['.\\SQLEXPRESS', 'localhost', undefined, 'SQLEXPRESS'],
    ['(local)\\SQLEXPRESS', 'localhost', undefined, 'SQLEXPRESS'],
    ['::1', '::1', undefined, undefined],
    ['[::1]', '::1', undefined, undefined],
    ['[::1],1433', '::1', 1433, undefined],
    ['[::1]:1433', '::1', 1433, undefined],
    ['::1,1433', '::1', 1433, undefined],
    ['tcp:fd00::1\\PROD', 'fd00::1', undefined, 'PROD'],
  ])('is named as users of SQL Server write it: %s', (text, host, port, instance) => {
    expect(addressOf('mssql', text)).toEqual({ host, port, instance });
  });

  test.each([
    ['erp.example.com', 'erp.example.com', undefined],
    ['erp.example.com:5433', 'erp.example.com', 5433],
    ['10.0.0.5:5433', '10.0.0.5', 5433],
    ['::1', '::1', undefined],
    ['[::1]', '::1', undefined],
    ['[fd00::1]:5433', 'fd00::1', 5433],
    ['/var/run/postgresql', '/var/run/postgresql', undefined],
  ])('on PostgreSQL is a host, with its port or without: %s', (text, host, port) => {
    expect(addressOf('postgres', text)).toEqual({ host, port, instance: undefined });
    const { database } = parseConfig({ DB_HOST: text, DB_PASSWORD: 'p' });
    expect(database).toMatchObject({ host, port: port ?? 5432 });
  });

  test.each([
    ['mssql', '(localdb)\\MSSQLLocalDB'],
    ['mssql', 'np:\\\\erp\\pipe\\sql\\query'],
    ['mssql', '\\\\erp'],
    ['mssql', '\\PROD'],
    ['mssql', 'erp\\'],
    ['mssql', 'erp\\PROD\\X'],
    ['mssql', 'erp\\an instance'],
    ['mssql', 'erp,'],
    ['mssql', 'erp,0'],
    ['mssql', 'erp,65536'],
    ['mssql', 'erp,1433,1434'],
    ['mssql', 'erp;Database=d'],
    ['mssql', 'tcp:'],
    ['mssql', 'mssql://erp'],
    ['mssql', '[erp],1433'],
    ['mssql', '[::1'],
    ['mssql', '/var/run/sql'],
    ['postgres', 'erp\\PROD'],
    ['postgres', 'erp,5432'],
    ['postgres', 'erp:'],
    ['postgres', 'erp:0'],
    ['postgres', '[::1]5432'],
    ['postgres', '(local)'],
    ['postgres', '.'],
    ['postgres', 'postgres://erp/db'],
    ['postgres', 'a.example.com b.example.com'],
  ])('that makes no sense to %s is refused: %s', (kind, host) => {
    expect(problemsOf(settings(kind, host))).toEqual([
      expect.stringMatching(/^ERP_HOST: found ".*"; wanted the name or address of a server, such as /),
    ]);
  });

  test.each([
    ['erp,1433', { ERP_PORT: '1433' }, null],
    ['erp\\PROD', { ERP_INSTANCE: 'prod' }, null],
    ['erp', { ERP_INSTANCE: 'PROD' }, null],
    [
      'erp,1433',
      { ERP_PORT: '1434' },
      'ERP_PORT: found 1434, and 1433 in ERP_HOST; wanted only one of the two',
    ],
    [
      'erp\\PROD',
      { ERP_PORT: '1433' },
      'ERP_PORT: found 1433 together with an instance in ERP_HOST; wanted only one of the two',
    ],
    [
      'erp,1433',
      { ERP_INSTANCE: 'PROD' },
      'ERP_INSTANCE: found "PROD" together with a port in ERP_HOST; wanted only one of the two',
    ],
    [
      'erp\\PROD',
      { ERP_INSTANCE: 'TEST' },
      'ERP_INSTANCE: found "TEST", and "PROD" in ERP_HOST; wanted only one of the two',
    ],
    [
      'erp',
      { ERP_INSTANCE: 'PROD', ERP_PORT: '1433' },
      'ERP_PORT: found 1433 together with ERP_INSTANCE; wanted only one of the two',
    ],
  ])('is not named twice, differently: %s with %j', (host, more, problem) => {
    expect(problemsOf(settings('mssql', host, more))).toEqual(problem === null ? [] : [problem]);
  });

  test('has no instance on PostgreSQL, and the local database one port', () => {
    expect(problemsOf(settings('postgres', 'erp', { ERP_INSTANCE: 'PROD' }))).toEqual([
      'ERP_INSTANCE: found "PROD"; wanted none with ERP_KIND=postgres',
    ]);
    expect(problemsOf({ DB_HOST: 'db:5433', DB_PORT: '5432' })).toEqual([
      'DB_PORT: found 5432, and 5433 in DB_HOST; wanted only one of the two',
    ]);
    expect(problemsOf({ DB_HOST: 'db:5433', DB_PORT: '5433' })).toEqual([]);
  });
});
