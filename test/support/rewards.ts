import { randomBytes } from 'node:crypto';
import {
  AdjustRewardsDocument,
  RedeemRewardsDocument,
  ReturnRewardsDocument,
  RewardsDocument,
  type RewardsQueryVariables,
  UpdateConnoteStatusDocument,
} from '../../schema/operations.generated.js';
import { type As, startFreight } from './connotes.js';
import { link, store } from './quotes.js';
import type { TestApp } from './start-app.js';

/** A row of the ledger as it is stored. */
interface StoredEntry {
  ordinal: number;
  kind: string;
  points: number;
  balance: number;
}

/** What is done with the points of customers, and what that leaves behind. */
export class Rewards {
  constructor(
    readonly app: TestApp,
    private readonly driverId: string,
  ) {}

  /** A new customer, to whom customer1 belongs from now on. @returns its id */
  async newCustomer(): Promise<string> {
    const [row] = await this.app.database(
      "insert into customer (first_name, last_name, source) values ('Ada', 'Byron', 'API') returning id",
    );
    const id = String(row?.['id']);
    await link(this.app, 'customer1', id);
    return id;
  }

  /** A QUOTED quote of a customer. @returns its id */
  async quote(customerId: string, totalAmount = '90.00', validUntil = '2999-12-31'): Promise<string> {
    const [id = ''] = await store(this.app, customerId, [{ totalAmount, validUntil }]);
    return id;
  }

  /** Has a connote of a customer delivered, by driver1. @returns its id */
  async deliver(
    customerId: string,
    totalAmount: string,
    { app = this.app, currency = 'AUD', at = null as string | null } = {},
  ): Promise<string> {
    const address = '{"suburb": "Sydney", "state": "NSW", "country": "AU"}';
    const [row] = await this.app.database(
      `insert into connote (number, customer_id, driver_id, status, service, pickup, delivery, items, weight_kg,
         chargeable_weight_kg, currency, total_amount, tracking_token)
       values ('CN-STORED-' || $1, $2, $3, 'IN_TRANSIT', 'STANDARD', $4, $4, '[]', 10, 10, $5, $6, $1) returning id`,
      [randomBytes(12).toString('hex'), customerId, this.driverId, address, currency, totalAmount],
    );
    const id = String(row?.['id']);
    const input = { id, to: 'DELIVERED' as const, at, proof: { receivedBy: 'Kim' } };
    const { errors } = await app.ask(UpdateConnoteStatusDocument, { input }, 'driver1');
    if (errors.length > 0) throw new Error(`not delivered: ${JSON.stringify(errors)}`);
    return id;
  }

  read(variables: RewardsQueryVariables = {}, as: As | null = 'customer1', app = this.app) {
    return app.ask(RewardsDocument, variables, as);
  }

  /** The same of what somebody may read. */
  async must(variables: RewardsQueryVariables = {}, as: As = 'customer1') {
    const { data, errors } = await this.read(variables, as);
    if (!data) throw new Error(`not read: ${JSON.stringify(errors)}`);
    return data.rewards;
  }

  redeem(
    quoteId: string,
    points: number,
    { version = null as number | null, as = 'customer1' as As | null, app = this.app } = {},
  ) {
    return app.ask(RedeemRewardsDocument, { input: { quoteId, points, version } }, as);
  }

  takeBack(quoteId: string, { as = 'customer1' as As | null, app = this.app } = {}) {
    return app.ask(ReturnRewardsDocument, { quoteId }, as);
  }

  adjust(
    customerId: string,
    points: number,
    { note = 'A late delivery', as = 'admin1' as As | null, app = this.app } = {},
  ) {
    return app.ask(AdjustRewardsDocument, { input: { customerId, points, note } }, as);
  }

  /** Puts points that expire on another day into the ledger, which `adjust` can't. */
  async gain(customerId: string, points: number, expiresOn: string): Promise<void> {
    await this.app.database(
      `insert into reward_entry (customer_id, ordinal, kind, points, balance, note, at, expires_on)
       select $1, coalesce(max(ordinal), 0) + 1, 'ADJUSTED', $2::int, coalesce(sum(points), 0) + $2::int, 'For the test', now(), $3::date
       from reward_entry where customer_id = $1`,
      [customerId, points, expiresOn],
    );
  }

  /** The whole ledger, oldest first. */
  async ledger(customerId: string): Promise<StoredEntry[]> {
    const rows = await this.app.database(
      'select ordinal, kind, points, balance from reward_entry where customer_id = $1 order by ordinal',
      [customerId],
    );
    return rows as unknown as StoredEntry[];
  }
}

/** A service in which a unit of currency earns 1.5 points, and a point is worth 0.03 for 30 days. */
export async function startRewards() {
  const freight = await startFreight({
    REWARDS_POINTS_PER_UNIT: '1.5',
    REWARDS_POINT_VALUE: '0.03',
    REWARDS_EXPIRE_DAYS: '30',
  });
  return { ...freight, rewards: new Rewards(freight.app, freight.driver1) };
}
