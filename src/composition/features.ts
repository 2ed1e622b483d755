import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import { AccessPreviewResolver } from '../features/access-preview/access-preview.resolver.js';
import { EditCustomersResolver } from '../features/customers/edit-customers.resolver.js';
import { ProvisioningResolver } from '../features/customers/provisioning/provisioning.resolver.js';
import { DashboardStore } from '../features/dashboard/dashboard.store.js';
import { seedDemoFreight } from '../features/freight/demo/seed-demo-freight.js';
import { deleteExpired } from '../features/identity/delete-expired.store.js';
import { IdentityResolver } from '../features/identity/identity.resolver.js';
import { AccountTokenResolver } from '../features/identity/links/account-token.resolver.js';
import { PortalResolver } from '../features/identity/portal/portal.resolver.js';
import { ProfileResolver } from '../features/identity/profile/profile.resolver.js';
import { SessionResolver } from '../features/identity/sessions/session.resolver.js';
import { SessionListStore } from '../features/identity/sessions/session-list.store.js';
import { LoginStateStore } from '../features/identity/sign-in/login-state.store.js';
import type { MailReport } from '../features/mail/delivery/deliver-mail.js';
import { MailResolver } from '../features/mail/mail.resolver.js';
import { ExportResolver } from '../features/reporting/exports/export.resolver.js';
import { SavedViewResolver } from '../features/saved-views/saved-view.resolver.js';
import { SavedViewStore } from '../features/saved-views/saved-view.store.js';
import { UserAdminResolver } from '../features/user-admin/user-admin.resolver.js';
import { PortalUserListStore } from '../features/users/portal-user-list.store.js';
import { everyHour } from '../shared/every-hour.js';
import { SYSTEM } from '../shared/origin.js';
import { composeApiKeys } from './api-keys.js';
import { composeAudit } from './audit.js';
import { composeCustomers } from './customers.js';
import { erpStatus } from './erp-status.js';
import { composeExports, exportsEnded } from './exports.js';
import { composeFeed } from './feed.js';
import { openFileStore } from './file-store.js';
import { prepareLogins } from './first-logins.js';
import { composeFreight } from './freight.js';
import { composeIdentity } from './identity.js';
import { composeInventory } from './inventory.js';
import { composeMail } from './mail.js';
import type { Close } from './open-sources.js';
import { portalOf } from './portal.js';
import { secretKeysOf } from './secret-key.js';
import { composeUserAdmin } from './user-admin.js';

/** What composing the features needs. */
export interface FeaturesInput {
  dataSource: DataSource;
  erp: GuardedErp;
  /** Whether to create the demo logins. */
  demo: boolean;
  logger: Logger;
  now: () => Date;
  /** Called with the outcome of each attempt to send a mail. */
  onMail: (report: MailReport) => void;
}

/**
 * Composes every feature on the two sources.
 *
 * @param closers receives a function for each part that was started, so that it is closed even if a later part fails
 * @returns what the GraphQL and HTTP servers need from the features, and the jobs, which are not started yet
 */
export async function composeFeatures(config: Config, input: FeaturesInput, closers: Close[]) {
  const { dataSource, erp, demo, logger, now, onMail } = input;
  const secretKeys = secretKeysOf(config);
  const auditing = await composeAudit(config.audit, { dataSource, logger, now });
  closers.push(auditing.stop);
  const { audit } = auditing;
  const { jobs, outbox, mails, mailList, cleanUpMail } = composeMail(config, {
    ...{ dataSource, secretKeys, logger },
    onAttempt: onMail,
  });
  for (const work of [cleanUpMail, () => deleteExpired(dataSource)]) closers.push(everyHour(work, logger));
  const identity = composeIdentity(config, { dataSource, secretKeys, audit, outbox, jobs, logger, now });
  const { hasher, sessions } = identity.signIn;
  await prepareLogins(config, { ...input, hasher, audit });
  const inventory = composeInventory(erp, config.erpMapping, secretKeys, logger);
  const userAdmin = composeUserAdmin(config, {
    ...{ dataSource, identity, audit, outbox },
    inventory: inventory.store,
  });
  const apiKeys = composeApiKeys(userAdmin, now);
  const crm = composeCustomers(config, { dataSource, userAdmin, audit, jobs, logger, now });
  const freight = composeFreight(config, {
    ...{ dataSource, audit, outbox, jobs, secretKeys, logger, now },
    customers: crm.dependencies.customers,
    files: await openFileStore(config, logger),
  });
  closers.push(freight.files.closePrinter);
  const exports = composeExports(config, {
    ...{ dataSource, audit, inventory, now },
    auditEntries: auditing.entries,
  });
  closers.push(() => exportsEnded(exports));
  if (demo) {
    await seedDemoFreight({ ...freight.dependencies, users: userAdmin.users, origin: SYSTEM });
  }
  const hourly = [
    freight.expireQuotes,
    freight.files.cleanUp,
    apiKeys.mailExpiring,
    () => exports.downloads.deleteExpired(),
  ];
  for (const work of hourly) closers.push(everyHour(work, logger));
  return {
    jobs,
    onDenied: auditing.onDenied,
    portalAccounts: crm,
    tracking: freight.tracking,
    freight: { dependencies: freight.dependencies, addresses: freight.files.addresses },
    paper: freight.files.paper,
    exports,
    feed: composeFeed(config, inventory),
    signedAccess: freight.files.signedAccess,
    resolvers: [
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
    ],
    authentication: {
      sessions: sessions.store,
      accessTokens: sessions.accessTokens,
      apiKeys: apiKeys.reader,
    },
    context: {
      loaders: {
        ...{ mailList, inventory },
        dashboard: new DashboardStore(dataSource),
        ...freight.sources,
        customers: crm.dependencies.customers,
        accounts: crm.accounts,
        apiKeys: apiKeys.keys,
        users: { store: userAdmin.users, list: new PortalUserListStore(dataSource) },
        loginStates: new LoginStateStore(dataSource),
        profiles: identity.profile,
        sessions: new SessionListStore(dataSource),
        auditEntries: auditing.entries,
      },
      erpStatus: erpStatus(erp, now),
      verifyAuditLog: auditing.verify,
    },
  };
}
