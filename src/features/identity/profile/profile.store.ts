import type { Tx } from '../../../db/in-transaction.js';
import { unauthenticated } from '../../../shared/errors.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';

/** Locks the viewer's own login until the transaction ends. @throws UNAUTHENTICATED if it is not active any more */
export async function lockOwnLogin(tx: Tx, id: string): Promise<PortalUserRecord> {
  const lock = { mode: 'for_no_key_update' } as const;
  const user = await tx.findOne(PortalUserRecord, { where: { id, active: true }, lock });
  if (!user) throw unauthenticated();
  return user;
}

/** Changes the display name of a login. This increments its version. */
export async function changeDisplayName(tx: Tx, id: string, displayName: string | null): Promise<void> {
  await tx.update(PortalUserRecord, { id }, { displayName });
}
