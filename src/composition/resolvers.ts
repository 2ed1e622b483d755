import type { Config } from '../config.js';
import { AccessPreviewResolver } from '../features/access-preview/access-preview.resolver.js';
import { EditCustomersResolver } from '../features/customers/edit-customers.resolver.js';
import { ProvisioningResolver } from '../features/customers/provisioning/provisioning.resolver.js';
import { IdentityResolver } from '../features/identity/identity.resolver.js';
import { AccountTokenResolver } from '../features/identity/links/account-token.resolver.js';
import { PortalResolver } from '../features/identity/portal/portal.resolver.js';
import { ProfileResolver } from '../features/identity/profile/profile.resolver.js';
import { SessionResolver } from '../features/identity/sessions/session.resolver.js';
import { MailResolver } from '../features/mail/mail.resolver.js';
import { ExportResolver } from '../features/reporting/exports/export.resolver.js';
import { SavedViewResolver } from '../features/saved-views/saved-view.resolver.js';
import { SavedViewStore } from '../features/saved-views/saved-view.store.js';
import { UserAdminResolver } from '../features/user-admin/user-admin.resolver.js';
import type { FeatureParts, FeaturesInput } from './feature-parts.js';
import { portalOf } from './portal.js';

/** The resolvers of every feature. */
export function resolversOf(
  config: Config,
  { dataSource, demo, now }: FeaturesInput,
  { auditing, mail, identity, live, userAdmin, apiKeys, crm, freight, exports }: FeatureParts,
) {
  const { audit } = auditing;
  const { mails, jobs } = mail;
  return [
    new IdentityResolver(identity),
    new AccountTokenResolver(identity),
    new SessionResolver(identity.signIn),
    new ProfileResolver(identity.profile),
    new PortalResolver(portalOf(config, { demo })),
    new MailResolver({ dataSource, mails, jobs, audit }),
    new UserAdminResolver(userAdmin),
    apiKeys.resolver,
    new SavedViewResolver({ dataSource, views: new SavedViewStore(dataSource) }),
    new AccessPreviewResolver({ dataSource, users: userAdmin.users, audit, now }),
    new EditCustomersResolver(crm.dependencies),
    new ProvisioningResolver(crm.dependencies, crm.batchMs),
    ...freight.resolvers,
    new ExportResolver(exports),
    live.resolver,
  ];
}
