import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { MailReport } from '../features/mail/delivery/deliver-mail.js';
import { composeApiKeys } from './api-keys.js';
import { composeAudit } from './audit.js';
import { composeCustomers } from './customers.js';
import { composeExports, exportsEnded } from './exports.js';
import { openFileStore } from './file-store.js';
import { prepareLogins } from './first-logins.js';
import { composeFreight } from './freight.js';
import { composeIdentity } from './identity.js';
import { composeInventory } from './inventory.js';
import { composeInvoices } from './invoices.js';
import { composeLive } from './live.js';
import { composeMail } from './mail.js';
import type { Close } from './open-sources.js';
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

/** The features, composed in the order in which they need each other. */
export type FeatureParts = Awaited<ReturnType<typeof composeParts>>;

/**
 * Composes the features on the two sources.
 *
 * @param closers receives a function for each part that was started, so that it is closed even if a later part fails
 */
export async function composeParts(config: Config, input: FeaturesInput, closers: Close[]) {
  const { dataSource, erp, logger, now, onMail } = input;
  const secretKeys = secretKeysOf(config);
  const auditing = await composeAudit(config.audit, { dataSource, logger, now });
  closers.push(auditing.stop);
  const { audit } = auditing;
  const mail = composeMail(config, { ...{ dataSource, secretKeys, logger }, onAttempt: onMail });
  const { outbox, jobs } = mail;
  const identity = composeIdentity(config, { dataSource, secretKeys, audit, outbox, jobs, logger, now });
  await prepareLogins(config, { ...input, hasher: identity.signIn.hasher, audit });
  const inventory = composeInventory(erp, config.erpMapping, secretKeys, logger);
  const invoices = composeInvoices(config, { ...{ erp, logger, now }, cursors: inventory.cursors });
  const live = composeLive(config.live, { dataSource, inventory, logger });
  closers.push(live.stop);
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
    ...{ dataSource, audit, inventory, invoices, now },
    auditEntries: auditing.entries,
  });
  closers.push(() => exportsEnded(exports));
  return { auditing, mail, identity, inventory, invoices, live, userAdmin, apiKeys, crm, freight, exports };
}
