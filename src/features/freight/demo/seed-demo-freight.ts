import type { Tx } from '../../../db/in-transaction.js';
import { seedOnce } from '../../../db/seed-lock.js';
import {
  DEMO_CONNOTES,
  DEMO_CUSTOMER_LOGIN,
  DEMO_DRIVER_LOGIN,
  DEMO_QUOTES,
  DEMO_STAFF_LOGIN,
} from './demo-freight.js';
import type { DemoFreightDependencies } from './demo-freight-dependencies.js';
import { findDemoCustomer } from './find-demo-customer.js';
import { insertDemoConnote, insertDemoQuote } from './insert-demo-freight.js';
import { removeDemoFreight } from './remove-demo-freight.js';

const CONNOTES = 'select number as name, status from connote where number = any($1)';
const CONNOTES_BY_NUMBER = new Map(DEMO_CONNOTES.map((demo) => [demo.number, demo]));
const QUOTES = 'select reference as name, status from quote where reference = any($1)';
const QUOTES_BY_REFERENCE = new Map(DEMO_QUOTES.map((demo) => [demo.reference, demo]));

/** A quote or a connote of the demo after a seeding. */
export interface Seeded {
  /** Its reference or number. */
  name: string;
  status: string;
  /** Whether this seeding created it. */
  created: boolean;
}

/**
 * Creates the demo freight that doesn't exist yet, and the customer that it belongs to. What exists is left as it is.
 *
 * @param reset removes exactly this freight first, with what was done to it
 * @returns all of it; empty if the demo logins that it needs don't exist
 */
export async function seedDemoFreight(
  dependencies: DemoFreightDependencies,
  { reset = false }: { reset?: boolean } = {},
): Promise<Seeded[]> {
  return seedOnce(dependencies.dataSource, async (tx) => {
    const [customer, driver, staff] = await Promise.all(
      [DEMO_CUSTOMER_LOGIN, DEMO_DRIVER_LOGIN, DEMO_STAFF_LOGIN].map((name) =>
        dependencies.users.findByLogin(name),
      ),
    );
    if (!customer || !driver || !staff) return [];
    if (reset) await removeDemoFreight(tx, dependencies);
    const customerId = await findDemoCustomer(tx, dependencies, customer.id);
    const people = { customerId, bookerId: customer.id, driverId: driver.id, staffId: staff.id };
    const connotes = await seedMissing(tx, CONNOTES, CONNOTES_BY_NUMBER, (demo) =>
      insertDemoConnote(tx, dependencies, demo, people),
    );
    const quotes = await seedMissing(tx, QUOTES, QUOTES_BY_REFERENCE, (demo) =>
      insertDemoQuote(tx, dependencies, demo, people),
    );
    return [...connotes, ...quotes];
  });
}

/** Adds those that are missing. @param found the names and statuses of those that there are, as SQL */
async function seedMissing<Demo extends { status: string }>(
  tx: Tx,
  found: string,
  demos: ReadonlyMap<string, Demo>,
  insert: (demo: Demo) => Promise<void>,
): Promise<Seeded[]> {
  const rows = await tx.query<{ name: string; status: string }[]>(found, [[...demos.keys()]]);
  const statuses = new Map(rows.map(({ name, status }) => [name, status]));
  const seeded: Seeded[] = [];
  for (const [name, demo] of demos) {
    const status = statuses.get(name);
    if (status === undefined) await insert(demo);
    seeded.push({ name, status: status ?? demo.status, created: status === undefined });
  }
  return seeded;
}
