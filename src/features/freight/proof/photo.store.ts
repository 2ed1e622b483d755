import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { ConnoteRecord } from '../connotes/connote.entity.js';
import type { ConnoteStatus } from '../connotes/connote-transitions.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';
import { PhotoRecord } from './photo.entity.js';

/** A photo to add. */
export type NewPhoto = Omit<PhotoRecord, 'id' | 'ordinal' | 'proofOf'>;

/** A connote that a photo may be added to. */
export interface PhotoTarget {
  number: string;
  status: ConnoteStatus;
  /** How many photos it has that no proof uses. */
  unused: number;
}

const UNUSED = '(select count(*)::int from connote_photo p where p.connote_id = c.id and p.proof_of is null)';
const DELETED_AT_ONCE = 100;

/** The photos of connotes. */
export class PhotoStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A connote in scope as the target of a photo; null if there is none. Given a transaction, reads in it. */
  async target(
    scope: FreightScope,
    connoteId: string,
    tx: Tx = this.dataSource.manager,
  ): Promise<PhotoTarget | null> {
    const query = tx
      .createQueryBuilder(ConnoteRecord, 'c')
      .select(['c.number as number', 'c.status as status'])
      .addSelect(UNUSED, 'unused')
      .where('c.id = :connoteId', { connoteId });
    return (await restrictConnotes(query, scope, 'c').getRawOne<PhotoTarget>()) ?? null;
  }

  /** Adds a photo. */
  insert(tx: Tx, photo: NewPhoto): Promise<PhotoRecord> {
    return tx.save(PhotoRecord, tx.create(PhotoRecord, photo));
  }

  /** The photos of connotes that a viewer with this scope may see, in the order of the uploads. */
  ofConnotes(scope: FreightScope, connoteIds: readonly string[]): Promise<PhotoRecord[]> {
    return this.#visible(scope)
      .andWhere('p.connote_id in (:...connoteIds)', { connoteIds })
      .orderBy('p.ordinal')
      .getMany();
  }

  /** A photo of a connote that a viewer with this scope may see; null if there is none. */
  find(scope: FreightScope, connoteId: string, id: string): Promise<PhotoRecord | null> {
    return this.#visible(scope)
      .andWhere('p.connote_id = :connoteId and p.id = :id', { connoteId, id })
      .getOne();
  }

  /**
   * Makes photos part of the proof of their connote. The caller has locked the connote and added the proof.
   *
   * @returns the ids of those that are photos of this connote, of one of these kinds, and in no proof yet
   */
  async use(
    tx: Tx,
    connoteId: string,
    ids: readonly string[],
    kinds: readonly string[],
  ): Promise<Set<string>> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update connote_photo set proof_of = connote_id
       where connote_id = $1 and id = any($2) and proof_of is null and kind = any($3) returning id`,
      [connoteId, ids, kinds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Deletes some of the photos that were uploaded before a time and that no proof uses, but not those that somebody is
   * about to use.
   *
   * @returns the keys of their files; none if there is nothing left to delete
   */
  async deleteUnused(tx: Tx, before: Date): Promise<string[]> {
    const [rows] = await tx.query<[{ photo_key: string; thumbnail_key: string }[], number]>(
      `delete from connote_photo where id in (
         select id from connote_photo where proof_of is null and taken_at < $1
         order by taken_at limit ${DELETED_AT_ONCE} for update skip locked
       ) returning photo_key, thumbnail_key`,
      [before],
    );
    return rows.flatMap((row) => [row.photo_key, row.thumbnail_key]);
  }

  /** Customers and the warehouse see a photo only once it is part of the proof: until then the driver may change their mind. */
  #visible(scope: FreightScope): SelectQueryBuilder<PhotoRecord> {
    const query = this.dataSource
      .getRepository(PhotoRecord)
      .createQueryBuilder('p')
      .innerJoin(ConnoteRecord, 'c', 'c.id = p.connote_id');
    const seesUnused = scope.kind === 'ALL' || scope.kind === 'DRIVER';
    return restrictConnotes(seesUnused ? query : query.where('p.proof_of is not null'), scope, 'c');
  }
}
