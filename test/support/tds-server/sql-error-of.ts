import type pg from 'pg';
import { SqlError } from './sql-types.js';

/** The number that SQL Server has for such an error. What has none is our own lack, and says so. */
export function toSqlError(error: pg.DatabaseError): SqlError {
  const message = `${error.message} (imitated)`;
  switch (error.code) {
    case '42601':
      return new SqlError(102, message, 15);
    case '42P01':
      return new SqlError(208, message);
    case '42703':
      return new SqlError(207, message);
    case '55P03':
      return new SqlError(1222, 'Lock request time out period exceeded.', 16, 51);
    case '25006':
      return new SqlError(229, message, 14, 5);
    default:
      return new SqlError(error.code?.startsWith('22') ? 8114 : 50000, message);
  }
}
