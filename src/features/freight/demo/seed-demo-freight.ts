import type { Tx } from '../../../db/in-transaction.js';
import { seedOnce } from '../../../db/seed-lock.js';
import {
  DEMO_CONNOTES,
  DEMO_CUSTOMER_LOGIN,
  DEMO_DRIVER_LOGIN,
  DEMO_QUOTES,
  DEMO_STAFF_LOGIN,
} from './demo-freight.js';
import type { DemoFreightDependencies, DemoPeople } from './demo-freight-dependencies.js';
import { findDemoCustomer } from './find-demo-customer.js';
import { insertDemoConnote, insertDemoQuote } from './insert-demo-freight.js';
import { removeDemoFreight } from './remove-demo-freight.js';

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
    return [
      ...(await seedConnotes(tx, dependencies, people)),
      ...(await seedQuotes(tx, dependencies, people)),
    ];
  });
}

async function seedConnotes(
  tx: Tx,
  dependencies: DemoFreightDependencies,
  people: DemoPeople,
): Promise<Seeded[]> {
  const numbers = DEMO_CONNOTES.map(({ number }) => number);
  const known = await statusesOf(
    tx,
    'select number as name, status from connote where number = any($1)',
    numbers,
  );
  const seeded: Seeded[] = [];
  for (const demo of DEMO_CONNOTES) {
    const status = known.get(demo.number);
    if (status === undefined) await insertDemoConnote(tx, dependencies, demo, people);
    seeded.push({ name: demo.number, status: status ?? demo.status, created: status === undefined });
  }
  return seeded;
}

async function seedQuotes(
  tx: Tx,
  dependencies: DemoFreightDependencies,
  people: DemoPeople,
): Promise<Seeded[]> {
  const references = DEMO_QUOTES.map(({ reference }) => reference);
  const known = await statusesOf(
    tx,
    'select reference as name, status from quote where reference = any($1)',
    references,
  );
  const seeded: Seeded[] = [];
  for (const demo of DEMO_QUOTES) {
    const status = known.get(demo.reference);
    if (status === undefined) await insertDemoQuote(tx, dependencies, demo, people);
    seeded.push({ name: demo.reference, status: status ?? demo.status, created: status === undefined });
  }
  return seeded;
}

async function statusesOf(tx: Tx, sql: string, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; status: string }[]>(sql, [names]);
  return new Map(rows.map(({ name, status }) => [name, status]));
}
