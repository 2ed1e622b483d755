import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { violatedUniqueConstraint } from '../../db/unique-violation.js';
import { ROLE_IDS, type Viewer } from '../../shared/auth.js';
import { conflict } from '../../shared/errors.js';
import { type ListPage, SavedViewRecord } from './saved-view.entity.js';

/** Whose views, on which page. */
export interface OwnerAndPage {
  ownerId: string;
  page: ListPage;
}

const BY_NAME = new Intl.Collator('en', { numeric: true });

/** The table of saved views. */
export class SavedViewStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The views on a page that a viewer sees: the own ones, and those shared with the viewer's role. */
  async seenBy({ userId, role }: Viewer, page: ListPage): Promise<SavedViewRecord[]> {
    const views = await this.dataSource.getRepository(SavedViewRecord).find({
      where: [
        { ownerId: userId, page },
        { sharedWithRole: ROLE_IDS[role], page },
      ],
    });
    return views.sort((a, b) => rankOf(a, userId) - rankOf(b, userId) || byName(a, b));
  }

  /** A view as it is now; null if there is none with this id. */
  find(tx: Tx, id: string): Promise<SavedViewRecord | null> {
    return tx.findOneBy(SavedViewRecord, { id });
  }

  /** Locks a login until the transaction ends, so that its views are changed one after the other. */
  async lockOwner(tx: Tx, ownerId: string): Promise<void> {
    await tx.query('select from portal_user where id = $1 for no key update', [ownerId]);
  }

  /** How many views an owner has on a page. */
  count(tx: Tx, { ownerId, page }: OwnerAndPage): Promise<number> {
    return tx.countBy(SavedViewRecord, { ownerId, page });
  }

  /** Makes the default of an owner on a page a view like the others, unless it is the view with this id. */
  async unsetDefault(tx: Tx, { ownerId, page }: OwnerAndPage, exceptId: string | null): Promise<void> {
    await tx.query(
      `update saved_view set is_default = false, version = version + 1, updated_at = now()
       where owner_id = $1 and page = $2 and is_default and id is distinct from $3`,
      [ownerId, page, exceptId],
    );
  }

  /** Inserts or updates a view. @throws CONFLICT if another view of its owner on the page has the name */
  async save(tx: Tx, view: SavedViewRecord): Promise<SavedViewRecord> {
    try {
      return await tx.save(SavedViewRecord, view);
    } catch (error) {
      if (violatedUniqueConstraint(error) !== 'saved_view_name') throw error;
      throw conflict({
        path: 'input.name',
        message: `"${view.name}" is the name of another view on this page`,
        reason: 'TAKEN',
      });
    }
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.delete(SavedViewRecord, { id });
  }
}

/** The own default comes first, then defaults of others that are shared. */
function rankOf({ isDefault, ownerId }: SavedViewRecord, viewerId: string): number {
  if (!isDefault) return 2;
  return ownerId === viewerId ? 0 : 1;
}

const byName = (a: SavedViewRecord, b: SavedViewRecord) =>
  BY_NAME.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
