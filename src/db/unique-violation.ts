import { QueryFailedError } from 'typeorm';

/** PostgreSQL's error code for a value that a unique index already has. */
const UNIQUE_VIOLATION = '23505';

/** The name of the unique index or constraint that a failed query violated; null for any other error. */
export function violatedUniqueConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION ? (constraint ?? null) : null;
}

/** Whether an error of the driver itself, and not of TypeORM, is a unique violation. */
export const isUniqueViolation = (error: unknown) =>
  (error as { code?: unknown } | null)?.code === UNIQUE_VIOLATION;
