import type { DataSource, EntityManager } from 'typeorm';

/** The one handle that everything inside a transaction goes through. */
export type Tx = EntityManager;

/**
 * Runs the work in one transaction: all of it happens or nothing does. Inside, every query goes through `tx`; one
 * that doesn't would wait for the transaction it stands in.
 */
export function inTransaction<T>(dataSource: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return dataSource.transaction(work);
}
