import {
  BookShipmentDocument,
  type BookShipmentInput,
  ConnoteDocument,
  PriceConnoteDocument,
  UpdateConnoteStatusDocument,
  type UpdateConnoteStatusInput,
} from '../../schema/operations.generated.js';
import { trailWhere } from './audit-trail.js';
import type { AnsweredError, DemoUser, TestApp } from './start-app.js';

export type Asker = DemoUser | { token: string };

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
  #customerId = '';
  #driverId = '';

  constructor(private readonly app: TestApp) {}

  /** Whose connotes `reach` books, and who drives them. */
  use({ customerId, driverId }: { customerId: string; driverId: string }): void {
    this.#customerId = customerId;
    this.#driverId = driverId;
  }

  tryBook(input: BookShipmentInput, as: Asker = 'customer1') {
    return this.app.ask(BookShipmentDocument, { input }, as);
  }

  async book(more: Partial<BookShipmentInput> = {}, as: Asker = 'customer1') {
    const { data, errors } = await this.tryBook(aBooking(more), as);
    if (!data) throw new Error(`not booked: ${JSON.stringify(errors)}`);
    return data.bookShipment.connote;
  }

  price(id: string, totalAmount = '450', version: number | null = null) {
    return this.app.ask(PriceConnoteDocument, { input: { id, totalAmount, version } }, 'operations1');
  }

  move(input: UpdateConnoteStatusInput, as: Asker) {
    return this.app.ask(UpdateConnoteStatusDocument, { input }, as);
  }

  /** A new connote of the customer that was moved along to a status. @returns its id and number */
  async reach(status: 'DRAFT' | 'PENDING' | 'CONFIRMED' | 'ALLOCATED' | 'IN_TRANSIT' | 'DELIVERED') {
    const { id, number } = await this.book(
      { customerId: this.#customerId, draft: status === 'DRAFT' },
      'operations1',
    );
    const steps = [
      ['CONFIRMED', 'operations1', {}],
      ['ALLOCATED', 'operations1', { driverId: this.#driverId }],
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
  async read(id: string, as: Asker = 'operations1') {
    const { data, errors } = await this.app.ask(ConnoteDocument, { id }, as);
    if (!data) throw new Error(`not read: ${JSON.stringify(errors)}`);
    return data.connote ?? null;
  }

  /** The same of one that is there. */
  async must(id: string, as: Asker = 'operations1') {
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

/** Has a login belong to a customer. */
export async function linkLogin(app: TestApp, username: string, customerId: string): Promise<void> {
  await app.database('update portal_user set customer_id = $2 where username = $1', [username, customerId]);
}

/** Puts quotes from Perth to Darwin into the database. @returns their ids */
export async function storeQuotes(app: TestApp, customerId: string, status = 'APPROVED', count = 1) {
  const rows = await app.database(
    `insert into quote (customer_id, reference, status, total_amount, valid_until, service, origin, destination,
       items, weight_kg, cubic_weight_kg, chargeable_weight_kg, currency, customer_reference)
     select $1, 'QT-STORED-' || gen_random_uuid(), $2, 1300, '2999-12-31', 'EXPRESS',
       '{"company": null, "street": null, "suburb": "Perth", "state": "WA", "postcode": "6000", "country": "AU",
         "contactName": null, "contactPhone": null}',
       '{"company": null, "street": null, "suburb": "Darwin", "state": "NT", "postcode": null, "country": "AU",
         "contactName": null, "contactPhone": null}',
       '[{"description": null, "packaging": "PALLET", "quantity": 2, "weightKg": "50.5", "lengthCm": null,
         "widthCm": null, "heightCm": null, "dangerousGoods": null}]',
       101.0, null, 101.0, 'NZD', 'PO 17'
     from generate_series(1, $3) returning id`,
    [customerId, status, count],
  );
  return rows.map((row) => String(row['id']));
}
