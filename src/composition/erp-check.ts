import type { ErpSettings } from '../config.js';
import { checkAccounts } from '../erp/check/check-accounts.js';
import { checkColumns } from '../erp/check/check-columns.js';
import { checkConnection } from '../erp/check/check-connection.js';
import { checkCustomers } from '../erp/check/check-customers.js';
import { checkIndexes } from '../erp/check/check-indexes.js';
import { checkLogin } from '../erp/check/check-login.js';
import { checkRows } from '../erp/check/check-rows.js';
import { checkSession } from '../erp/check/check-session.js';
import type { CheckOptions, ErpReport } from '../erp/check/erp-report.js';
import type { Section } from '../erp/check/section.js';
import { skippedSection, unfinishedSection, whyNotAsked } from '../erp/check/unfinished-section.js';
import type { Erp } from '../erp/erp.js';
import { ErpSql } from '../erp/erp-sql.js';
import { timeQueries } from './erp-check-times.js';

/** The topics that can only be checked with the mapping's columns. */
const AFTER_MAPPING = ['rows', 'customers', 'times', 'indexes'];

/** Checks whether the portal can work with an ERP. */
export async function checkErp(erp: Erp, settings: ErpSettings, options: CheckOptions): Promise<ErpReport> {
  try {
    const connection = await checkConnection(erp, settings.erp, options.deadline());
    const sections = [connection, ...(await furtherSections(erp, settings, options))];
    const ok = sections.every(
      ({ findings, incomplete }) => !incomplete && findings.every(({ level }) => level !== 'problem'),
    );
    return { ok, unreachable: null, sections };
  } catch (error) {
    return { ok: false, unreachable: whyNotAsked(error, options) ?? options.describe(error), sections: [] };
  }
}

async function furtherSections(erp: Erp, settings: ErpSettings, options: CheckOptions): Promise<Section[]> {
  const { deadline } = options;
  const { erpMapping: mapping, erpGuard, erp: server } = settings;
  const sections: Section[] = [];
  const step = async <T extends { section: Section }>(title: string, work: () => Promise<T>) => {
    try {
      const done = await work();
      sections.push(done.section);
      return done;
    } catch (error) {
      sections.push(unfinishedSection(title, error, options));
      return null;
    }
  };
  const sectionOnly = async (section: Promise<Section>) => ({ section: await section });

  if (server.kind === 'mssql') {
    await step('session', () =>
      sectionOnly(checkSession(erp, server.isolation ?? 'readcommitted', deadline)),
    );
  }
  await step('login', () =>
    sectionOnly(checkLogin(erp, { allowWritable: erpGuard.allowWritable, mapping }, deadline)),
  );
  const mapped = await step('mapping', () => checkColumns(erp, mapping, deadline));
  if (!mapped)
    sections.push(...AFTER_MAPPING.map((title) => skippedSection(title, 'the mapping is not known')));
  if (!mapped?.columns) return sections;

  const { columns } = mapped;
  const erpSql = new ErpSql(erp.dialect, mapping, columns);
  await step('rows', () => sectionOnly(checkRows(erp, erpSql, deadline)));
  const customers = await step('customers', () => checkCustomers(erp, erpSql, deadline));
  if (customers && (mapping.invoices !== null || mapping.payments !== null)) {
    const options = { customers: customers.names, deadline };
    await step('accounts', () => sectionOnly(checkAccounts(erp, erpSql, options)));
  }
  const customer = customers?.largest;
  if (customer)
    await step('times', () => sectionOnly(timeQueries(erp, { mapping, columns, customer }, options)));
  if (!customers) sections.push(skippedSection('times', 'the customers are not known'));
  await step('indexes', () => sectionOnly(checkIndexes(erp, { mapping, columns }, deadline)));
  return sections;
}
