import { expect, test } from 'vitest';
import { sqlServerAt } from './sql-server.js';

test('the address of a SQL Server says all of it, percent-encoded where it must be', () => {
  const address =
    'mssql://us%40er:p%3A%2F%3Fss%25@db.example:1533/my%20erp?encrypt=false&trustServerCertificate=true&nul=false';
  expect(sqlServerAt(address)).toMatchObject({
    server: {
      host: 'db.example',
      port: 1533,
      user: 'us@er',
      password: 'p:/?ss%',
      database: 'my erp',
      encrypt: false,
      trustServerCertificate: true,
    },
    can: { nul: false, giveUp: true },
  });
  expect(sqlServerAt('mssql://sa:x@[::1]/test')).toMatchObject({
    server: { host: '::1', port: undefined, encrypt: true, trustServerCertificate: false },
    can: { nul: true, giveUp: true },
  });
});

test.each(['', 'mssql://db/test', 'mssql://sa:x@db', 'postgres://sa:x@db/test', 'db:1433'])(
  'what is no such address is refused: %j',
  (address) => expect(() => sqlServerAt(address)).toThrow(/wanted mssql:/),
);
