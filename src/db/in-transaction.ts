import type { DataSource, EntityManager } from 'typeorm';

/** The handle that every query of a transaction goes through. */
export type Tx = EntityManager;

/**
 * Runs the work in one transaction, so that all of it takes effect or none. Every query of the work must go through
 * `tx`: a query on another connection could wait forever for the transaction that it is meant to be part of.
 */
export function inTransaction<T>(dataSource: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return dataSource.transaction(work);
}
