import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErpDialectName } from '../erp/erp.js';
import type { ErpMapping } from '../erp/mapping.js';
import { selectProblem } from '../erp/single-select.js';
import { PACKAGE_ROOT } from '../shared/package-root.js';
import type { Checked } from './values.js';

/** The queries that map the ERP's tables to what the portal reads. */
export type ErpMappingConfig = ErpMapping;

/** A SELECT, or the path of a file with one: a mapping is long and belongs under version control. */
const selectOrFile = z.string().transform((found, context) => {
  if (/^\s*(select\b|--|\/\*)/i.test(found)) return found;
  try {
    // Some editors start a file with a byte order mark.
    return readFileSync(found, 'utf8').replace(/^\ufeff/, '');
  } catch {
    context.addIssue({ code: 'custom', message: 'wanted one SELECT, or the path of a file with one' });
    return z.NEVER;
  }
});

/** The environment variables of the ERP mapping. */
export const erpMappingSettings = {
  ERP_INVENTORY_SQL: selectOrFile.optional(),
  ERP_CUSTOMERS_SQL: selectOrFile.optional(),
};
type ErpMappingSettings = Checked<typeof erpMappingSettings>;
type WithKind = ErpMappingSettings & { ERP_KIND?: string | undefined };

const dialectOf = ({ ERP_KIND }: WithKind): ErpDialectName => (ERP_KIND === 'mssql' ? 'mssql' : 'postgres');

/** Removes a semicolon at the end, which is harmless and easily left in. */
const trimmed = (select: string) => select.replace(/[\s;]+$/, '');

/** Mappings that are not a single SELECT. */
export function erpMappingProblems(s: WithKind): string[] {
  return (['ERP_INVENTORY_SQL', 'ERP_CUSTOMERS_SQL'] as const).flatMap((name) => {
    const problem = s[name] === undefined ? null : selectProblem(trimmed(s[name]), dialectOf(s));
    return problem ? [`${name}: found something else, as ${problem}; wanted one SELECT`] : [];
  });
}

/** The mapping of the settings. By default, the inventory query is the file in `sql/erp/` for the dialect. */
export function toErpMapping(s: WithKind): ErpMappingConfig {
  const { ERP_INVENTORY_SQL: inventory, ERP_CUSTOMERS_SQL: customers } = s;
  const defaultMapping = () =>
    readFileSync(join(PACKAGE_ROOT, 'sql', 'erp', `inventory.${dialectOf(s)}.sql`), 'utf8');
  return {
    inventory: trimmed(inventory ?? defaultMapping()),
    customers: customers === undefined ? null : trimmed(customers),
  };
}
