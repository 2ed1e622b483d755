import {
  QuoteDocument,
  RequestQuoteDocument,
  type RequestQuoteInput,
} from '../../schema/operations.generated.js';
import type { AnsweredError, DemoUser, TestApp } from './start-app.js';

/** The time zone of the freight tests: days there begin 10 or 11 hours before those of UTC. */
export const TIME_ZONE = 'Australia/Sydney';

/** The codes of an answer's errors. */
export const codesOf = ({ errors }: { errors: AnsweredError[] }) =>
  errors.map(({ extensions }) => extensions.code);

/** The paths of the input that an answer complains about. */
export const pathsOf = ({ errors }: { errors: AnsweredError[] }) =>
  errors.flatMap(({ extensions }) => (extensions.fields ?? []).map(({ path }) => path));

/** The reasons of the refused fields in the errors of an answer, with their params. */
export const reasonsOf = ({ errors }: { errors: AnsweredError[] }) =>
  errors.flatMap(({ extensions }) =>
    (extensions.fields ?? []).map(({ reason, params }) => (params ? { reason, params } : { reason })),
  );

/** A request for a quote from Sydney to Melbourne. */
export const aRequest = (more: Partial<RequestQuoteInput> = {}): RequestQuoteInput => ({
  origin: { suburb: 'Sydney', state: 'NSW', postcode: '2000' },
  destination: { suburb: 'Melbourne', state: 'VIC', postcode: '3000' },
  weightKg: '100',
  ...more,
});

/** Has a login belong to a customer. */
export async function link(app: TestApp, username: string, customerId: string): Promise<void> {
  await app.database('update portal_user set customer_id = $2 where username = $1', [username, customerId]);
}

/** A quote that was requested. @returns its id */
export async function requested(app: TestApp, as: DemoUser, more: Partial<RequestQuoteInput> = {}) {
  const { data, errors } = await app.ask(RequestQuoteDocument, { input: aRequest(more) }, as);
  if (!data) throw new Error(`not requested: ${JSON.stringify(errors)}`);
  return data.requestQuote.quote.id;
}

/** A quote as staff see it. */
export async function quoteOf(app: TestApp, id: string, as: DemoUser = 'operations1') {
  const { data, errors } = await app.ask(QuoteDocument, { id, forStaff: as !== 'customer1' }, as);
  if (!data?.quote) throw new Error(`no quote: ${JSON.stringify(errors)}`);
  return data.quote;
}

/** What a quote that is put straight into the database may have. */
export interface StoredQuote {
  status?: string;
  totalAmount?: string | null;
  validUntil?: string | null;
}

/** Puts quotes of a customer into the database, each in a status. @returns their ids, in the same order */
export async function store(app: TestApp, customerId: string, quotes: readonly StoredQuote[]) {
  const rows = await app.database(
    `insert into quote (customer_id, reference, status, total_amount, valid_until, service, origin, destination,
       items, weight_kg, chargeable_weight_kg, currency)
     select $1, 'QT-STORED-' || gen_random_uuid(), q."status", q."totalAmount", q."validUntil", 'STANDARD',
       '{"suburb": "Perth", "state": "WA", "country": "AU"}', '{"suburb": "Darwin", "state": "NT", "country": "AU"}',
       '[]', 100, 100, 'AUD'
     from rows from (jsonb_to_recordset($2::jsonb) as ("status" text, "totalAmount" numeric, "validUntil" date))
       with ordinality q
     order by q.ordinality returning id`,
    [
      customerId,
      JSON.stringify(
        quotes.map(({ status = 'QUOTED', totalAmount = '300.00', validUntil = '2999-12-31' }) => ({
          ...{ status, validUntil },
          totalAmount: status === 'PENDING' ? null : totalAmount,
        })),
      ),
    ],
  );
  return rows.map((row) => String(row['id']));
}
