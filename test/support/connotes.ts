import {
  BookShipmentDocument,
  type BookShipmentInput,
  ConnoteDocument,
  PriceConnoteDocument,
  UpdateConnoteStatusDocument,
  type UpdateConnoteStatusInput,
} from '../../schema/operations.generated.js';
import { Accounts } from './accounts.js';
import { trailWhere } from './audit-trail.js';
import { Crm } from './crm.js';
import { link, TIME_ZONE } from './quotes.js';
import { type AnsweredError, type DemoUser, startTestApp, type TestApp } from './start-app.js';

export type As = DemoUser | { token: string };

/** A booking from Sydney to Melbourne without a quote. */
export const aBooking = (more: Partial<BookShipmentInput> = {}): BookShipmentInput => ({
  pickup: {
    suburb: 'Sydney',
    state: 'NSW',
    postcode: '2000',
    contactName: 'Pat',
    contactPhone: '02 5550 1234',
  },
  delivery: { suburb: 'Melbourne', state: 'VIC', postcode: '3000', street: '1 Collins St' },
  weightKg: '100',
  ...more,
});

/** What an answer was refused for: its codes, and the messages about fields. */
export const refusal = ({ errors }: { errors: AnsweredError[] }) =>
  errors.map(({ message, extensions }) => [extensions.code, message]);

/** What is done with connotes, and what that leaves behind. */
export class Connotes {
  /** @param whose the customer whose connotes `reach` books, and the driver who gets them */
  constructor(
    private readonly app: TestApp,
    private readonly whose: { customerId: string; driverId: string },
  ) {}

  tryBook(input: BookShipmentInput, as: As = 'customer1') {
    return this.app.ask(BookShipmentDocument, { input }, as);
  }

  async book(more: Partial<BookShipmentInput> = {}, as: As = 'customer1') {
    const { data, errors } = await this.tryBook(aBooking(more), as);
    if (!data) throw new Error(`not booked: ${JSON.stringify(errors)}`);
    return data.bookShipment.connote;
  }

  price(id: string, totalAmount = '450', version: number | null = null) {
    return this.app.ask(PriceConnoteDocument, { input: { id, totalAmount, version } }, 'operations1');
  }

  move(input: UpdateConnoteStatusInput, as: As) {
    return this.app.ask(UpdateConnoteStatusDocument, { input }, as);
  }

  /** A new connote of the customer that was moved along to a status. @returns its id and number */
  async reach(status: 'DRAFT' | 'PENDING' | 'CONFIRMED' | 'ALLOCATED' | 'IN_TRANSIT' | 'DELIVERED') {
    const { id, number } = await this.book(
      { customerId: this.whose.customerId, draft: status === 'DRAFT' },
      'operations1',
    );
    const steps = [
      ['CONFIRMED', 'operations1', {}],
      ['ALLOCATED', 'operations1', { driverId: this.whose.driverId }],
      ['IN_TRANSIT', 'driver1', {}],
      ['DELIVERED', 'driver1', { proof: { receivedBy: 'Kim' } }],
    ] as const;
    const last = steps.findIndex(([to]) => to === status);
    if (last >= 0) await this.price(id);
    for (const [to, as, more] of steps.slice(0, last + 1)) {
      const { errors } = await this.move({ id, to, ...more }, as);
      if (errors.length > 0) throw new Error(`not ${to}: ${JSON.stringify(errors)}`);
    }
    return { id, number };
  }

  /** A connote as somebody sees it; null if they don't. */
  async read(id: string, as: As = 'operations1') {
    const { data, errors } = await this.app.ask(ConnoteDocument, { id }, as);
    if (!data) throw new Error(`not read: ${JSON.stringify(errors)}`);
    return data.connote ?? null;
  }

  /** The same of one that is there. */
  async must(id: string, as: As = 'operations1') {
    const connote = await this.read(id, as);
    if (!connote) throw new Error(`there is no ${id}`);
    return connote;
  }

  /** What was written down of a connote. */
  trail(id: string) {
    return trailWhere(this.app, 'target_id = $1', id);
  }

  /** The subjects of mails about a connote, oldest first. */
  async subjects(number: string): Promise<string[]> {
    const rows = await this.app.database(
      'select subject from mail where subject like $1 order by created_at, subject',
      [`%${number}%`],
    );
    return rows.map((row) => String(row['subject']));
  }
}

/** A service with two customers, to whom customer1 and customer2 belong, and two drivers. */
export async function startFreight(
  settings: Record<string, string> = {},
  local?: Parameters<typeof startTestApp>[1],
) {
  const app = await startTestApp({ FREIGHT_TIME_ZONE: TIME_ZONE, ...settings }, local);
  const crm = new Crm(app);
  const acme = await crm.without({
    ...{ company: 'Acme Beverages', email: 'ada@acme.example', phone: '+61 2 5550 0000' },
  });
  const zenith = await crm.without({ company: 'Zenith Pharma' });
  await link(app, 'customer1', acme);
  await link(app, 'customer2', zenith);
  const accounts = new Accounts(app);
  const driver1 = await accounts.idOf('driver1');
  const { id, username, password } = await accounts.made({ role: 'DRIVER', displayName: 'Dana Driver' });
  const driver2 = { id, token: await app.tokenOf(username, password) };
  const connotes = new Connotes(app, { customerId: acme, driverId: driver1 });
  return { app, crm, accounts, connotes, acme, zenith, driver1, driver2 };
}

/** Puts a quote of two pallets from Perth to Darwin into the database. @returns its id */
export async function storeBookable(app: TestApp, customerId: string, status = 'APPROVED'): Promise<string> {
  const [row] = await app.database(
    `insert into quote (customer_id, reference, status, total_amount, valid_until, service, origin, destination,
       items, weight_kg, cubic_weight_kg, chargeable_weight_kg, currency, customer_reference)
     values ($1, 'QT-STORED-' || gen_random_uuid(), $2, 1300, '2999-12-31', 'EXPRESS',
       '{"company": null, "street": null, "suburb": "Perth", "state": "WA", "postcode": "6000", "country": "AU",
         "contactName": null, "contactPhone": null}',
       '{"company": null, "street": null, "suburb": "Darwin", "state": "NT", "postcode": null, "country": "AU",
         "contactName": null, "contactPhone": null}',
       '[{"description": null, "packaging": "PALLET", "quantity": 2, "weightKg": "50.5", "lengthCm": null,
         "widthCm": null, "heightCm": null, "dangerousGoods": null}]',
       101.0, null, 101.0, 'NZD', 'PO 17')
     returning id`,
    [customerId, status],
  );
  return String(row?.['id']);
}
