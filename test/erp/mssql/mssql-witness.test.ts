import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlockVictim, type ResultSet, SqlError } from '../../support/tds-server/sql-types.js';
import { LOGIN, TdsServer } from '../../support/tds-server/tds-server.js';

/** Every type that the server can send, and a NULL. */
const TYPES: ResultSet = {
  columns: [
    { name: 'bit', type: { name: 'bit' } },
    { name: 'int', type: { name: 'int' } },
    { name: 'bigint', type: { name: 'bigint' } },
    { name: 'decimal', type: { name: 'decimal', precision: 38, scale: 10 } },
    { name: 'date', type: { name: 'date' } },
    { name: 'datetime', type: { name: 'datetime' } },
    { name: 'datetime2', type: { name: 'datetime2', scale: 3 } },
    { name: 'varchar', type: { name: 'varchar', length: 20 } },
    { name: 'nvarchar', type: { name: 'nvarchar', length: 20 } },
    { name: 'max', type: { name: 'nvarchar', length: 'max' } },
    { name: 'bytes', type: { name: 'varbinary', length: 20 } },
    { name: 'nothing', type: { name: 'int' } },
  ],
  rows: [
    [
      '1',
      '-2147483648',
      '9223372036854775807',
      '-1234567890123456789012345678.0123456789',
      '2026-03-29',
      '1899-12-31 23:59:59.997',
      '2026-03-29 02:30:00.123',
      'Größe €',
      'Żółć 🍋',
      'long',
      'cafe',
      null,
    ],
  ],
};

let server: TdsServer;
beforeAll(async () => {
  server = await TdsServer.start(({ sql }) => {
    if (sql.startsWith('types')) return TYPES;
    if (sql.startsWith('deadlock')) throw deadlockVictim();
    throw new SqlError(208, "Invalid object name 'nowhere'.", 16, 3);
  });
});
afterAll(async () => {
  await server.stop();
  expect(server.failures).toEqual([]);
});

const TSQL = process.env['TSQL_PATH'] || 'tsql';
const installed = spawnSync(TSQL, ['-C']).status === 0;
/** A client of another make tells whether this is MS-TDS, or only what one driver takes for it. */
function testWithTsql(name: string, run: () => Promise<void>): void {
  if (installed) test(name, run);
  else test.todo(`${name} (skipped: no FreeTDS at ${TSQL})`);
}

async function tsql(password: string, input: string): Promise<string> {
  const where = ['-H', '127.0.0.1', '-p', String(server.port), '-U', LOGIN.user, '-D', LOGIN.database];
  const client = spawn(TSQL, [...where, '-P', password, '-o', 'q'], {
    env: { ...process.env, TDSVER: '7.4', LC_ALL: 'C.UTF-8' },
  });
  client.stdin.end(input);
  const [out, errors] = await Promise.all([text(client.stdout), text(client.stderr)]);
  return out + errors;
}

testWithTsql('FreeTDS logs in and reads every type', async () => {
  const printed = await tsql(LOGIN.password, 'types\ngo\nexit\n');
  for (const value of [
    '-2147483648',
    '9223372036854775807',
    '-1234567890123456789012345678.0123456789',
    // It prints neither seconds nor less.
    'Mar 29 2026 12:00AM',
    'Mar 29 2026 02:30AM',
    'Dec 31 1899 11:59PM',
    'Größe €',
    'Żółć 🍋',
    'cafe',
    'NULL',
  ]) {
    expect(printed.replaceAll('  ', ' ')).toContain(value);
  }
});

testWithTsql('FreeTDS is told of errors with number, severity and state, and goes on', async () => {
  const printed = await tsql(LOGIN.password, 'nowhere\ngo\ndeadlock\ngo\ntypes\ngo\nexit\n');
  expect(printed).toContain('Msg 208 (severity 16, state 3)');
  expect(printed).toContain('Msg 1205 (severity 13, state 51)');
  expect(printed).toContain('9223372036854775807');
});

testWithTsql('FreeTDS is refused with a wrong password', async () => {
  expect(await tsql('wrong', 'types\ngo\nexit\n')).toContain('Msg 18456 (severity 14, state 1)');
});
