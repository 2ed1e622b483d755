import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErpDialectName } from '../erp/erp.js';
import type { ErpMapping } from '../erp/mapping.js';
import { selectProblem } from '../erp/single-select.js';
import { PACKAGE_ROOT } from '../shared/package-root.js';
import type { Checked } from './values.js';

/** What the portal reads of the ERP's tables. */
export type ErpMappingConfig = ErpMapping;

/** A SELECT, or the file that holds one: a mapping is long, and belongs under version control. */
const selectOrFile = z.string().transform((found, context) => {
  if (/^\s*(select\b|--|\/\*)/i.test(found)) return found;
  try {
    // Some editors begin a file with a mark of its encoding.
    return readFileSync(found, 'utf8').replace(/^\ufeff/, '');
  } catch {
    context.addIssue({ code: 'custom', message: 'wanted one SELECT, or the path of a file with one' });
    return z.NEVER;
  }
});

/** The settings about what the ERP's tables look like, as the environment writes them. */
export const erpMappingSettings = {
  ERP_INVENTORY_SQL: selectOrFile.optional(),
  ERP_CUSTOMERS_SQL: selectOrFile.optional(),
};
type ErpMappingSettings = Checked<typeof erpMappingSettings>;
type WithKind = ErpMappingSettings & { ERP_KIND?: string | undefined };

const dialectOf = ({ ERP_KIND }: WithKind): ErpDialectName => (ERP_KIND === 'mssql' ? 'mssql' : 'postgres');

/** A closing semicolon does no harm, and is easily left behind. */
const trimmed = (select: string) => select.replace(/[\s;]+$/, '');

/** What isn't one SELECT. */
export function erpMappingProblems(s: WithKind): string[] {
  return (['ERP_INVENTORY_SQL', 'ERP_CUSTOMERS_SQL'] as const).flatMap((name) => {
    const problem = s[name] === undefined ? null : selectProblem(trimmed(s[name]), dialectOf(s));
    return problem ? [`${name}: found something else, as ${problem}; wanted one SELECT`] : [];
  });
}

export function toErpMapping(s: WithKind): ErpMappingConfig {
  const { ERP_INVENTORY_SQL: inventory, ERP_CUSTOMERS_SQL: customers } = s;
  const shipped = () =>
    readFileSync(join(PACKAGE_ROOT, 'sql', 'erp', `inventory.${dialectOf(s)}.sql`), 'utf8');
  return {
    inventory: trimmed(inventory ?? shipped()),
    customers: customers === undefined ? null : trimmed(customers),
  };
}
