import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErpDialectName } from '../erp/erp.js';
import { type ErpMapping, RELATION_NAMES, type Relation } from '../erp/mapping.js';
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
  ERP_INVOICES_SQL: selectOrFile.optional(),
  ERP_PAYMENTS_SQL: selectOrFile.optional(),
};
type ErpMappingSettings = Checked<typeof erpMappingSettings>;
type WithKind = ErpMappingSettings & { ERP_KIND?: string | undefined };

const dialectOf = ({ ERP_KIND }: WithKind): ErpDialectName => (ERP_KIND === 'mssql' ? 'mssql' : 'postgres');

/** Removes a semicolon at the end, which is harmless and easily left in. */
const trimmed = (select: string) => select.replace(/[\s;]+$/, '');

type Setting = keyof typeof erpMappingSettings;
/** The setting that maps a relation. */
const settingOf = (which: Relation) => `ERP_${which.toUpperCase()}_SQL` as Setting;

/** Mappings that are not a single SELECT, or that need another one. */
export function erpMappingProblems(s: WithKind): string[] {
  const problems = RELATION_NAMES.map(settingOf).flatMap((name) => {
    const problem = s[name] === undefined ? null : selectProblem(trimmed(s[name]), dialectOf(s));
    return problem ? [`${name}: found something else, as ${problem}; wanted one SELECT`] : [];
  });
  return s.ERP_PAYMENTS_SQL !== undefined && s.ERP_INVOICES_SQL === undefined
    ? [...problems, 'ERP_INVOICES_SQL: missing; ERP_PAYMENTS_SQL needs it']
    : problems;
}

/**
 * The mapping of the settings. By default, the inventory query is the file in `sql/erp/` for the dialect. Invoices and
 * payments are only mapped if they are asked for, and in the demo.
 */
export function toErpMapping(s: WithKind): ErpMappingConfig {
  const isDemo = s.ERP_KIND === undefined || s.ERP_KIND === 'embedded';
  const shipped = (which: Relation) =>
    readFileSync(join(PACKAGE_ROOT, 'sql', 'erp', `${which}.${dialectOf(s)}.sql`), 'utf8');
  const mapped = (which: Relation, byDefault: boolean) => {
    const select = s[settingOf(which)] ?? (byDefault ? shipped(which) : null);
    return select === null ? null : trimmed(select);
  };
  return {
    inventory: trimmed(s.ERP_INVENTORY_SQL ?? shipped('inventory')),
    customers: mapped('customers', false),
    invoices: mapped('invoices', isDemo),
    payments: mapped('payments', isDemo && s.ERP_INVOICES_SQL === undefined),
  };
}
