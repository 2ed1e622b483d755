import { sql } from 'kysely';
import type { Erp } from '../erp.js';
import type { ErpSql } from '../erp-sql.js';
import type { MappedRelation } from '../mapped-relation.js';
import { NEVER_NULL } from '../mapping.js';
import { type CheckedRelation, checkedRows, plain } from './checked-rows.js';
import { type Finding, quoteSome, type Section } from './section.js';

/** What both relations have. */
type AccountColumn = 'customer_name' | 'currency';

const CURRENCY = /^[A-Z]{3}$/;
/** So many of the numbers that several invoices have are read. */
const MAX_SHARED = 20;

/**
 * Checks that invoices and payments follow the rules in docs/erp.md, as far as they are mapped.
 *
 * @param customers the names of the ERP's customers, by which they are assigned to logins
 */
export async function checkAccounts(
  erp: Erp,
  erpSql: ErpSql,
  { customers, deadline }: { customers: ReadonlySet<string>; deadline: () => AbortSignal },
): Promise<Section> {
  const section: Section = { title: 'accounts', facts: {}, findings: [] };
  const add = async <Column extends string>(
    which: 'invoices' | 'payments',
    relation: MappedRelation<Column | AccountColumn>,
    rules: Pick<CheckedRelation<Column | AccountColumn>, 'neverNull' | 'quantities' | 'times'>,
  ) => {
    if (!relation.isMapped) return;
    const prefix = `${which}.`;
    const rows = () => plain(relation.rows());
    const found = await checkedRows(erp, deadline, {
      ...{ relation, rows, prefix, notNegative: [] },
      ...rules,
    });
    section.facts[which] = found.rows;
    const names = await valuesOf(erp, relation, 'customer_name', deadline());
    const codes = await valuesOf(erp, relation, 'currency', deadline());
    section.findings.push(
      ...found.findings,
      ...strangers(prefix, names, customers),
      ...currencies(prefix, codes),
    );
  };
  const { invoices, payments } = erpSql;
  await add('invoices', invoices, {
    neverNull: NEVER_NULL.invoices,
    quantities: ['total_amount', 'tax_amount', 'open_amount'],
    times: ['issued_on', 'due_on'],
  });
  if (invoices.isMapped) section.findings.push(...(await sharedNumbers(erp, invoices, deadline())));
  await add('payments', payments, {
    neverNull: NEVER_NULL.payments,
    quantities: ['amount'],
    times: ['paid_on'],
  });
  return section;
}

/** The different values of a column, compared exactly. */
async function valuesOf(
  erp: Erp,
  relation: MappedRelation<AccountColumn>,
  column: AccountColumn,
  signal: AbortSignal,
): Promise<string[]> {
  const { dialect } = relation;
  const query = plain(relation.rows())
    .select(dialect.shown(column, sql`max(${dialect.column(column)})`).as('value'))
    .where(sql<boolean>`${dialect.column(column)} is not null`)
    .groupBy(dialect.exact(column));
  const found = await erp.read(query.compile(), signal);
  return found.flatMap(({ value }) => value ?? []);
}

/** Payments name their invoice by its number. */
async function sharedNumbers(
  erp: Erp,
  invoices: ErpSql['invoices'],
  signal: AbortSignal,
): Promise<Finding[]> {
  const { dialect } = invoices;
  const key = [dialect.exact('customer_name'), dialect.exact('invoice_number')] as const;
  const query = plain(invoices.rows())
    .select(dialect.shown('invoice_number', sql`max(${dialect.column('invoice_number')})`).as('value'))
    .groupBy(key)
    .having(sql<boolean>`count(*) > 1`)
    .orderBy(sql`count(*) desc`)
    .offset(0)
    .fetch(MAX_SHARED);
  const numbers = (await erp.read(query.compile(), signal)).flatMap(({ value }) => value ?? []);
  if (numbers.length === 0) return [];
  const text = `invoices.invoice_number is not unique for each customer: ${quoteSome(numbers)}. Each invoice of such a number shows the payments of all of them`;
  return [{ level: 'warning', text }];
}

function strangers(prefix: string, names: readonly string[], customers: ReadonlySet<string>): Finding[] {
  const unknown = names.filter((name) => !customers.has(name)).sort();
  if (unknown.length === 0) return [];
  const text = `${prefix}customer_name has names that no customer has: ${quoteSome(unknown)}. No login can be assigned to them`;
  return [{ level: 'warning', text }];
}

function currencies(prefix: string, codes: readonly string[]): Finding[] {
  const wrong = codes.filter((code) => !CURRENCY.test(code)).sort();
  if (wrong.length === 0) return [];
  return [{ level: 'warning', text: `${prefix}currency has no ISO 4217 code: ${quoteSome(wrong)}` }];
}
