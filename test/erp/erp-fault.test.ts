import sql from 'mssql';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { ErpStatementError } from '../../src/erp/erp.js';
import { classifyFault, isTransient } from '../../src/erp/erp-fault.js';
import type { ErpFault } from '../../src/erp/known-fault.js';

/** An error as SQL Server's driver gives it for a number and severity. */
const ofServer = (number: number, severity: number) =>
  new sql.RequestError(
    Object.assign(new Error('as the server says'), { code: 'EREQUEST', info: { number, class: severity } }),
  );
const ofPostgres = (code: string) => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });
const ofSystem = (code: string) => Object.assign(new Error(`read ${code}`), { code });

describe('what SQL Server says', () => {
  test.each([1205, 40197, 40501, 40613, 49918, 49919, 49920, 10928, 10929, 10053, 10054, 10060, 233, 64])(
    'with %d is worth asking again, however the adapter takes it',
    (number) => {
      expect(isTransient(ofServer(number, 16))).toBe(true);
      expect(isTransient(new ErpStatementError(ofServer(number, 16)))).toBe(true);
    },
  );

  test.each<[number, ErpFault]>([
    [18456, 'login'],
    [1222, 'locked'],
    [229, 'denied'],
    [208, 'statement'],
    [8134, 'statement'],
  ])('with %d is not', (number, fault) => {
    expect(classifyFault(new ErpStatementError(ofServer(number, 14)))).toBe(fault);
    expect(isTransient(new ErpStatementError(ofServer(number, 14)))).toBe(false);
  });

  test('of a login by its driver is told from a line that broke', () => {
    expect(classifyFault(new sql.ConnectionError(ofSystem('ELOGIN')))).toBe('unknown-login');
    const lost = Object.assign(new Error('Connection lost', { cause: ofSystem('ECONNRESET') }), {
      code: 'ESOCKET',
    });
    expect(classifyFault(new sql.RequestError(lost))).toBe('lost');
    const nobody = Object.assign(new Error('Failed to connect', { cause: ofSystem('ECONNREFUSED') }), {
      code: 'ESOCKET',
    });
    expect(classifyFault(new sql.ConnectionError(nobody))).toBe('silent');
    expect(classifyFault(ofServer(823, 24))).toBe('silent');
  });
});

describe('what PostgreSQL says', () => {
  test.each(['40001', '40P01', '57P01', '57P02', '57P03', '08000', '08006', '08P01'])(
    'with %s is worth asking again',
    (code) => expect(isTransient(ofPostgres(code))).toBe(true),
  );

  test.each<[string, ErpFault]>([
    ['28P01', 'login'],
    ['28000', 'login'],
    ['42501', 'denied'],
    ['42703', 'statement'],
    ['22012', 'statement'],
  ])('with %s is not', (code, fault) => {
    expect(classifyFault(new ErpStatementError(ofPostgres(code)))).toBe(fault);
    expect(isTransient(new ErpStatementError(ofPostgres(code)))).toBe(false);
  });

  test('of a line that broke has no code', () => {
    expect(classifyFault(new Error('Connection terminated unexpectedly'))).toBe('lost');
    expect(classifyFault(ofPostgres('57014'))).toBe('silent');
  });
});

test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ECONNCLOSED', 'ECLOSE'])(
  'a socket lost with %s is worth asking again',
  (code) => expect(isTransient(ofSystem(code))).toBe(true),
);

test('a deadline that passed, nobody there, and what goes round in circles is not', () => {
  const circle = new Error('circle');
  circle.cause = circle;
  const late = new DOMException('too late', 'TimeoutError');
  for (const error of [late, ofSystem('ECONNREFUSED'), ofSystem('ENOTFOUND'), circle, null, 'text']) {
    expect(classifyFault(error)).toBe('silent');
    expect(isTransient(error)).toBe(false);
  }
});
