import type { HistoryFilter, HistoryKind } from '../../schema/operations.generated.js';
import { demoInvoices, demoPayments } from '../../src/erp/demo/demo-invoices.js';
import { boundsOfDay, dayIn } from '../../src/shared/day-in.js';
import { TIME_ZONE } from './quotes.js';
import type { TestApp } from './start-app.js';

/** What truly happened, as the tables and the ERP's generator have it. */
export interface Happening {
  /** As the API names it. */
  id: string;
  kind: HistoryKind;
  at: number;
  on: string | null;
  /** At one time: what comes first, and its place among its like. */
  rank: number;
  key: string | number;
  customerId: string | null;
  erpCustomer: string | null;
  /** What a search looks through. */
  text: string;
}

/** Whose history it is; null is everybody's. */
export interface Whose {
  customerId: string | null | 'nobody';
  erpCustomers: readonly string[] | null;
}

const midnights = new Map<string, number>();
function midnight(day: string): number {
  const known = midnights.get(day) ?? boundsOfDay(TIME_ZONE, day).from.getTime();
  midnights.set(day, known);
  return known;
}

const joined = (...parts: unknown[]) =>
  parts
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();

/** What the ERP has: it never changes. */
const ERP: readonly Happening[] = [
  ...[...demoPayments()].map(
    (row): Happening => ({
      ...{
        id: `PAYMENT:${row.entryNo}`,
        kind: 'PAYMENT',
        at: midnight(row.payDate),
        on: row.payDate,
        rank: 1,
      },
      ...{ key: row.entryNo, customerId: null, erpCustomer: row.debtorName },
      text: joined(row.receiptNo, row.invoiceNo, row.bankRef),
    }),
  ),
  ...[...demoInvoices()].map(
    (row): Happening => ({
      ...{
        id: `INVOICE:${row.docNo}`,
        kind: 'INVOICE',
        at: midnight(row.issueDate),
        on: row.issueDate,
        rank: 2,
      },
      ...{ key: row.docNo, customerId: null, erpCustomer: row.debtorName },
      text: joined(row.invoiceNo, row.customerRef, row.invoiceText),
    }),
  ),
];

/** What the tables have now. */
async function localHappenings(app: TestApp): Promise<Happening[]> {
  const rows = await app.database(
    `select 'QUOTE' as kind, e.id, e.at, q.customer_id, array[q.reference, q.customer_reference, e.note] as texts
     from quote_event e, quote q where q.id = e.quote_id
     union all
     select case when e.reason is not null or e.kind = 'STATUS' and e.to_status = 'DELIVERED' then 'DELIVERY' else 'BOOKING' end,
       e.id, e.at, c.customer_id, array[c.number, c.customer_reference, e.note]
     from connote_event e, connote c where c.id = e.connote_id
     union all
     select 'PHOTO', p.id, p.taken_at, c.customer_id, array[c.number, c.customer_reference, p.note]
     from connote_photo p, connote c where c.id = p.connote_id and (p.kind in ('BEFORE', 'AFTER') or p.proof_of is not null)
     union all
     select 'REWARD', e.id, e.at, e.customer_id,
       array[q.reference, q.customer_reference, c.number, c.customer_reference, e.note]
     from reward_entry e left join quote q on q.id = e.quote_id left join connote c on c.id = e.connote_id`,
  );
  return rows.map((row) => ({
    ...{
      id: `${row['kind']}:${row['id']}`,
      kind: row['kind'] as HistoryKind,
      at: Number(row['at']),
      on: null,
    },
    ...{ rank: 0, key: String(row['id']), customerId: String(row['customer_id']), erpCustomer: null },
    text: joined(...(row['texts'] as (string | null)[])),
  }));
}

function inOrder(a: Happening, b: Happening): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.rank !== b.rank) return a.rank - b.rank;
  // The newest id first, but the ERP's lowest number.
  return a.rank === 0 ? (a.key < b.key ? 1 : -1) : Number(a.key) - Number(b.key);
}

function matches({ kind, at, on, text }: Happening, { kinds, from, to, search }: HistoryFilter): boolean {
  const day = on ?? dayIn(TIME_ZONE, new Date(at));
  return (
    (kinds == null || kinds.includes(kind)) &&
    (from == null || day >= from) &&
    (to == null || day <= to) &&
    (search ?? '')
      .toLowerCase()
      .split(' ')
      .every((word) => text.includes(word))
  );
}

/** The history that somebody must see, in order. */
export async function trueHistory(
  app: TestApp,
  { customerId, erpCustomers }: Whose,
  filter: HistoryFilter = {},
): Promise<Happening[]> {
  const local = (await localHappenings(app)).filter(
    (one) => customerId === null || one.customerId === customerId,
  );
  const erp = ERP.filter(
    ({ erpCustomer }) => erpCustomers === null || erpCustomers.includes(erpCustomer ?? ''),
  );
  return [...local, ...erp].filter((one) => matches(one, filter)).sort(inOrder);
}

/** A day on which an ERP customer was invoiced, and paid. */
export function aBusyDay(erpCustomer: string): string {
  const days = (kind: HistoryKind) =>
    ERP.filter((one) => one.kind === kind && one.erpCustomer === erpCustomer).map(({ on }) => on ?? '');
  const paid = new Set(days('PAYMENT'));
  const day = days('INVOICE').find((one) => paid.has(one));
  if (day === undefined) throw new Error(`${erpCustomer} was never invoiced and paid on one day`);
  return day;
}
