import pg from 'pg';

/**
 * Whether PostgreSQL failed at a prepared statement and not at what it says, so that the same text may be sent again without
 * a name: what it reads has changed since, or the server has no statement of the name, or already another one.
 */
export function isAboutPrepared(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(0A000|26000|42P05)$/.test(error.code ?? '');
}
