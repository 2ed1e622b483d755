import { sql } from 'kysely';
import type { Erp, ErpRow } from '../erp.js';
import type { ErpSql } from '../erp-sql.js';
import { columnOf } from '../mapped-column.js';
import { type Finding, quoteSome, type Section } from './section.js';
import { type PlacedName, similarCustomerNames } from './similar-customer-names.js';

/** Exact comparisons look at this many characters of a name: see the dialect of SQL Server. */
const MAX_COMPARED_LENGTH = 400;
const MAX_GROUPS = 5;

interface CustomerRows extends PlacedName {
  rows: number;
}

/** Checks that customers can be told apart by their names, and finds the one with the most rows. */
export async function checkCustomers(
  erp: Erp,
  erpSql: ErpSql,
  deadline: () => AbortSignal,
): Promise<{ section: Section; largest: CustomerRows | null; names: ReadonlySet<string> }> {
  const withRows = (await erp.read(customersQuery(erpSql, 'inventory'), deadline())).flatMap(
    ({ customer_name: name, item_count: rows, place = null }) =>
      name === null || name === undefined ? [] : [{ name, place, rows: Number(rows) }],
  );
  const known = new Set(withRows.map(({ name }) => name));
  const mapped = await erp.read(customersQuery(erpSql, 'customers'), deadline());
  const others = mapped.flatMap(({ customer_name: name }) =>
    name && !known.has(name) ? [{ name, place: null }] : [],
  );
  const all = [...withRows, ...others];
  const [largest = null] = [...withRows].sort((a, b) => b.rows - a.rows);
  const facts = {
    customers: withRows.length,
    withoutInventory: others.length,
    largest: largest && `${JSON.stringify(largest.name)}, ${largest.rows} rows`,
  };
  return {
    section: { title: 'customers', facts, findings: [...namelessFindings(mapped), ...findingsOf(all)] },
    largest,
    names: new Set(all.map(({ name }) => name)),
  };
}

/** A customer without a name can't be assigned to a login, and a list of customers can't show it. */
function namelessFindings(rows: readonly ErpRow[]): Finding[] {
  const none = rows.some(({ customer_name: name }) => !name);
  return none ? [{ level: 'problem', text: 'customer_name is null or empty in some row' }] : [];
}

function findingsOf(all: readonly PlacedName[]): Finding[] {
  const alike = similarCustomerNames(all);
  const more = alike.length - MAX_GROUPS;
  const long = all
    .filter(({ name }) => name.length > MAX_COMPARED_LENGTH)
    .map(({ name }) => `${name.slice(0, 40)}…`);
  const blank = all.map(({ name }) => name).filter((name) => name !== name.trim());
  const findings: Finding[] = alike.slice(0, MAX_GROUPS).map((names) => ({
    level: 'problem',
    text: `these names differ only by case or blanks, or the server treats them as equal: ${quoteSome(names, 6)}`,
  }));
  if (more > 0) findings.push({ level: 'problem', text: `${more} more groups of such names` });
  if (long.length > 0) {
    findings.push({
      level: 'warning',
      text: `names of more than ${MAX_COMPARED_LENGTH} characters: ${quoteSome(long)}`,
    });
  }
  if (blank.length > 0) {
    findings.push({ level: 'warning', text: `names that begin or end with blanks: ${quoteSome(blank)}` });
  }
  return findings;
}

function customersQuery(erpSql: ErpSql, which: 'inventory' | 'customers') {
  const dialect = which === 'inventory' ? erpSql.dialect : erpSql.customersDialect;
  const name = dialect.shown('customer_name', sql`max(${columnOf('customer_name')})`);
  const exactNames = erpSql[which]()
    .select([name.as('customer_name'), sql`count(*)`.as('item_count')])
    .groupBy(dialect.exact('customer_name'));
  const place = sql`dense_rank() over (order by ${sql.ref('names.customer_name')})`.as('place');
  return erpSql.db.selectFrom(exactNames.as('names')).selectAll('names').select(place).compile();
}
