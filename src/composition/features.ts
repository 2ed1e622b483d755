import type { Config } from '../config.js';
import { DashboardStore } from '../features/dashboard/dashboard.store.js';
import { seedDemoFreight } from '../features/freight/demo/seed-demo-freight.js';
import { HistoryStore } from '../features/history/history.store.js';
import { deleteExpired } from '../features/identity/delete-expired.store.js';
import { SessionListStore } from '../features/identity/sessions/session-list.store.js';
import { LoginStateStore } from '../features/identity/sign-in/login-state.store.js';
import { PortalUserListStore } from '../features/users/portal-user-list.store.js';
import { everyHour } from '../shared/every-hour.js';
import { SYSTEM } from '../shared/origin.js';
import { composeErpChecks } from './erp-checks.js';
import { erpStatus } from './erp-status.js';
import { composeParts, type FeatureParts, type FeaturesInput } from './feature-parts.js';
import { composeFeed } from './feed.js';
import type { Close } from './open-sources.js';
import { resolversOf } from './resolvers.js';

/**
 * Composes every feature on the two sources.
 *
 * @param closers receives a function for each part that was started, so that it is closed even if a later part fails
 * @returns what the GraphQL and HTTP servers need from the features, and the jobs, which are not started yet
 */
export async function composeFeatures(config: Config, input: FeaturesInput, closers: Close[]) {
  const parts = await composeParts(config, input, closers);
  const { auditing, mail, identity, live, userAdmin, apiKeys, crm, freight, exports } = parts;
  const { dataSource, demo, logger } = input;
  if (demo) {
    await seedDemoFreight({ ...freight.dependencies, users: userAdmin.users, origin: SYSTEM });
  }
  const hourly = [
    mail.cleanUpMail,
    () => deleteExpired(dataSource),
    freight.expireQuotes,
    freight.expireRewards,
    freight.files.cleanUp,
    apiKeys.mailExpiring,
    () => exports.downloads.deleteExpired(),
    live.forgetUnwatched,
  ];
  for (const work of hourly) closers.push(everyHour(work, logger));
  const { sessions } = identity.signIn;
  return {
    jobs: mail.jobs,
    onDenied: auditing.onDenied,
    portalAccounts: crm,
    tracking: freight.tracking,
    freight: { dependencies: freight.dependencies, addresses: freight.files.addresses },
    paper: freight.files.paper,
    exports,
    live,
    feed: composeFeed(config, parts.inventory),
    signedAccess: freight.files.signedAccess,
    resolvers: resolversOf(config, input, parts),
    authentication: {
      sessions: sessions.store,
      accessTokens: sessions.accessTokens,
      apiKeys: apiKeys.reader,
    },
    context: contextOf(config, input, parts),
  };
}

/** What the context of each GraphQL request is made from. */
function contextOf(config: Config, { dataSource, erp, now }: FeaturesInput, parts: FeatureParts) {
  const { auditing, mail, identity, inventory, invoices, userAdmin, apiKeys, crm, freight } = parts;
  const { timeZone } = config.freight;
  return {
    loaders: {
      ...{ mails: mail.mailSources, inventory, invoices },
      dashboard: new DashboardStore(dataSource),
      ...freight.sources,
      history: {
        store: config.history.enabled ? new HistoryStore(dataSource, timeZone) : null,
        ...{ timeZone, rewards: config.rewards !== null },
      },
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
    erpChecks: composeErpChecks(config, { erp, dataSource, now, audit: auditing.audit }),
    verifyAuditLog: auditing.verify,
  };
}
