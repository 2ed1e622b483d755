import { Column, Entity } from 'typeorm';
import { VersionedRecord } from '../../db/versioned-record.js';

/** The lists of the portal that views are saved of. */
export const LIST_PAGES = [
  'INVENTORY',
  'QUOTES',
  'CONNOTES',
  'INVOICES',
  'CUSTOMERS',
  'PORTAL_USERS',
  'AUDIT',
  'MAILS',
] as const;
/** One of these lists. */
export type ListPage = (typeof LIST_PAGES)[number];

/** Filters, order and columns of a list under a name. */
@Entity('saved_view')
export class SavedViewRecord extends VersionedRecord {
  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text')
  page!: ListPage;

  /** Unique among the views of its owner on the page. */
  @Column('text')
  name!: string;

  /** What is behind the ? of the page's address. */
  @Column('text')
  query!: string;

  /** At most one of its owner's views on the page is the default. */
  @Column('boolean', { name: 'is_default' })
  isDefault!: boolean;

  /** The role that sees it besides its owner; null for none. */
  @Column('smallint', { name: 'shared_with_role', nullable: true })
  sharedWithRole!: number | null;
}
