import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { ConnoteRecord } from '../connotes/connote.entity.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';
import { ProofRecord } from './proof.entity.js';

/** Proofs of delivery. */
export class ProofStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a proof. The connote has none yet, because it was not delivered. */
  async insert(tx: Tx, { connoteId, receivedBy, note, at, byId, signatureKey }: ProofRecord): Promise<void> {
    await tx.query(
      `insert into delivery_proof (connote_id, received_by, note, at, by_id, signature_key)
       values ($1, $2, $3, $4, $5, $6)`,
      [connoteId, receivedBy, note, at, byId, signatureKey],
    );
  }

  /** The proofs of those of the connotes that are in scope. */
  ofConnotes(scope: FreightScope, connoteIds: readonly string[]): Promise<ProofRecord[]> {
    const query = this.dataSource
      .getRepository(ProofRecord)
      .createQueryBuilder('d')
      .innerJoin(ConnoteRecord, 'c', 'c.id = d.connote_id')
      .where('d.connote_id in (:...connoteIds)', { connoteIds });
    return restrictConnotes(query, scope, 'c').getMany();
  }

  /** The keys of all files of connotes. The caller has locked the connotes, so that there are no more soon. */
  async fileKeys(tx: Tx, connoteIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ key: string }[]>(
      `select signature_key as key from delivery_proof where connote_id = any($1) and signature_key is not null
       union all
       select unnest(array[photo_key, thumbnail_key]) from connote_photo where connote_id = any($1)`,
      [connoteIds],
    );
    return rows.map(({ key }) => key);
  }
}
