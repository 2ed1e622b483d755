import { type FederationEntity, problemOfId } from '../../shared/federation-entity.js';
import { toStoredId } from '../../shared/id-format.js';
import type { PortalUserLoader } from './portal-user.loader.js';

/** Logins, as the query `portalUser` reads them. */
export const PORTAL_USER_ENTITY: FederationEntity<{ loaders: { portalUsers: PortalUserLoader } }> = {
  type: 'PortalUser',
  key: 'id',
  ruledBy: 'portalUser',
  problemOf: problemOfId,
  byKey: (id, { loaders }) => loaders.portalUsers.byId(toStoredId(id)),
};
