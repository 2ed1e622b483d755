import { QueryFailedError } from 'typeorm';

/** PostgreSQL's error codes for a lock that was not free in time, and for a deadlock. */
const CODES = ['55P03', '40P01'];

/** Whether a query failed because of another transaction's lock. */
export const isLockNotFree = (error: unknown): boolean =>
  error instanceof QueryFailedError && CODES.includes((error.driverError as { code?: string }).code ?? '');
