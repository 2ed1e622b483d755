import type { Erp } from '../erp.js';
import type { ErpSql } from '../erp-sql.js';
import { NEVER_NULL } from '../mapping.js';
import { checkedRows, plain } from './checked-rows.js';
import type { Section } from './section.js';

/** Checks that the rows of the inventory follow the rules in docs/erp.md. */
export async function checkRows(erp: Erp, erpSql: ErpSql, deadline: () => AbortSignal): Promise<Section> {
  const quantities = ['quantity_on_hand', 'quantity_allocated'] as const;
  const { rows, findings } = await checkedRows(erp, deadline, {
    ...{ relation: erpSql, rows: () => plain(erpSql.inventory()), neverNull: NEVER_NULL.inventory },
    ...{
      quantities,
      notNegative: quantities,
      times: ['received_on', 'expires_on', 'last_moved_at'],
      prefix: '',
    },
  });
  if (rows === 0) findings.push({ level: 'warning', text: 'the inventory is empty' });
  return { title: 'rows', facts: { rows }, findings };
}
