import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { ConnoteRecord } from '../connotes/connote.entity.js';
import type { ConnoteStatus } from '../connotes/connote-transitions.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';
import { DELIVERY_PHOTO_KINDS, PhotoRecord, SERVICE_PHOTO_KINDS } from './photo.entity.js';

/** A photo to add. */
export type NewPhoto = Omit<PhotoRecord, 'id' | 'ordinal' | 'proofOf'>;

/** A connote that a photo may be added to. */
export interface PhotoTarget {
  number: string;
  status: ConnoteStatus;
  /** How many photos it has for a proof that does not use them yet. */
  unused: number;
  /** How many it has before and after a service. */
  ofService: number;
}

const inList = (kinds: readonly string[]) => `(${kinds.map((kind) => `'${kind}'`).join(', ')})`;
/** Written out, as the index of unused photos has it. */
const FOR_A_PROOF = `kind in ${inList(DELIVERY_PHOTO_KINDS)}`;
const OF_SERVICE = `kind in ${inList(SERVICE_PHOTO_KINDS)}`;
const countOf = (condition: string) =>
  `(select count(*)::int from connote_photo p where p.connote_id = c.id and ${condition})`;
const DELETED_AT_ONCE = 100;

/** Where the files of a deleted photo are. */
interface FileKeys {
  photo_key: string;
  thumbnail_key: string;
}

const keysOf = (rows: readonly FileKeys[]): string[] =>
  rows.flatMap((row) => [row.photo_key, row.thumbnail_key]);

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
      .addSelect(countOf(`p.proof_of is null and p.${FOR_A_PROOF}`), 'unused')
      .addSelect(countOf(`p.${OF_SERVICE}`), 'ofService')
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

  /** A photo of any connote in scope; null if there is none. */
  byId(tx: Tx, scope: FreightScope, id: string): Promise<PhotoRecord | null> {
    return this.#visible(scope, tx).andWhere('p.id = :id', { id }).getOne();
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
   * Deletes some of the photos for a proof that were uploaded before a time and that none uses, but not those that
   * somebody is about to use.
   *
   * @returns the keys of their files; none if there is nothing left to delete
   */
  async deleteUnused(tx: Tx, before: Date): Promise<string[]> {
    const [rows] = await tx.query<[FileKeys[], number]>(
      `delete from connote_photo where id in (
         select id from connote_photo where proof_of is null and ${FOR_A_PROOF} and taken_at < $1
         order by taken_at limit ${DELETED_AT_ONCE} for update skip locked
       ) returning photo_key, thumbnail_key`,
      [before],
    );
    return keysOf(rows);
  }

  /** Deletes a photo that no proof uses. The caller has locked its connote. @returns the keys of its files */
  async delete(tx: Tx, id: string): Promise<string[]> {
    const [rows] = await tx.query<[FileKeys[], number]>(
      'delete from connote_photo where id = $1 returning photo_key, thumbnail_key',
      [id],
    );
    return keysOf(rows);
  }

  /**
   * Customers and the warehouse see photos before and after a service at once. One for a proof they see only once the
   * proof uses it: until then the driver may change their mind.
   */
  #visible(scope: FreightScope, tx: Tx = this.dataSource.manager): SelectQueryBuilder<PhotoRecord> {
    const query = tx
      .getRepository(PhotoRecord)
      .createQueryBuilder('p')
      .innerJoin(ConnoteRecord, 'c', 'c.id = p.connote_id');
    const seesUnused = scope.kind === 'ALL' || scope.kind === 'DRIVER';
    const shown = seesUnused ? query : query.where(`(p.proof_of is not null or p.${OF_SERVICE})`);
    return restrictConnotes(shown, scope, 'c');
  }
}
