import { baseUrlOf } from '../composition/base-url.js';
import type { Config } from '../config.js';
import { Jobs } from '../db/jobs.js';
import { AuditLog } from '../features/audit/audit-log.js';
import { CustomerStore } from '../features/customers/customer.store.js';
import { ConnoteStore } from '../features/freight/connotes/connote.store.js';
import { type Seeded, seedDemoFreight } from '../features/freight/demo/seed-demo-freight.js';
import { ProofStore } from '../features/freight/proof/proof.store.js';
import { QuoteStore } from '../features/freight/quotes/quote.store.js';
import { RewardStore } from '../features/freight/rewards/reward.store.js';
import { DEMO_PASSWORD, DEMO_USERS } from '../features/identity/demo-users.js';
import { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { seedDemoUsers } from '../features/identity/seed-demo-users.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import { COMMAND_LINE } from '../shared/origin.js';
import { table } from './table.js';
import { withDatabase } from './with-database.js';

/**
 * Adds the demo logins and the demo freight that don't exist yet, and prints what was created and what was found.
 *
 * @param options `reset` removes the demo freight first
 * @throws Error in production
 */
export async function seed(
  config: Config,
  options: { reset: boolean },
  say: (line: string) => void,
): Promise<void> {
  if (config.production)
    throw new Error('The password of the demo logins is public; they are not allowed in production.');
  const hasher = new PasswordHasher(config.passwordHashing);
  await withDatabase(config, async (dataSource) => {
    const common = { users: new PortalUserStore(dataSource), audit: new AuditLog(), origin: COMMAND_LINE };
    const added = await seedDemoUsers(dataSource, { ...common, hasher });
    const freight = await seedDemoFreight(
      {
        ...common,
        dataSource,
        customers: new CustomerStore(dataSource),
        quotes: new QuoteStore(dataSource),
        connotes: new ConnoteStore(),
        proofs: new ProofStore(dataSource),
        rewards: new RewardStore(dataSource),
        jobs: new Jobs(dataSource),
        settings: { ...config.freight, rewards: config.rewards, baseUrl: baseUrlOf(config) },
        now: () => new Date(),
      },
      options,
    );
    printSeeded(freight, added, say);
  });
}

function printSeeded(
  freight: readonly Seeded[],
  added: readonly string[],
  say: (line: string) => void,
): void {
  const outcome = (created: boolean) => (created ? 'created' : 'found');
  const shipments = freight.map(({ name, status, created }) => [name, status, outcome(created)]);
  const logins = DEMO_USERS.map(({ username, role, sees }) => [
    ...[username, DEMO_PASSWORD, role, `sees ${sees}`],
    outcome(added.includes(username)),
  ]);
  for (const line of [...table(shipments), '', ...table(logins)]) say(line);
}
