import type { ErpSettings } from '../config.js';
import { checkColumns } from '../erp/check/check-columns.js';
import { checkConnection } from '../erp/check/check-connection.js';
import { checkCustomers } from '../erp/check/check-customers.js';
import { checkIndexes } from '../erp/check/check-indexes.js';
import { checkLogin } from '../erp/check/check-login.js';
import { checkRows } from '../erp/check/check-rows.js';
import { checkSession } from '../erp/check/check-session.js';
import { isTimeout } from '../erp/check/describe-failure.js';
import type { Section } from '../erp/check/section.js';
import type { Erp } from '../erp/erp.js';
import { ErpSql } from '../erp/erp-sql.js';
import { timeQueries } from './erp-check-times.js';

/** The results of checking an ERP, one section per topic. */
export interface ErpReport {
  /** False if there is a problem that has to be fixed. */
  ok: boolean;
  /** Why the ERP couldn't be queried; null if it could. */
  unreachable: string | null;
  sections: Section[];
}

/** What a check may take, and how it says what went wrong. */
export interface CheckOptions {
  /** Called for each query. */
  deadline: () => AbortSignal;
  describe: (error: unknown) => string;
}

/** Checks whether the portal can work with an ERP. */
export async function checkErp(erp: Erp, settings: ErpSettings, options: CheckOptions): Promise<ErpReport> {
  try {
    const connection = await checkConnection(erp, settings.erp, options.deadline());
    const sections = [connection, ...(await furtherSections(erp, settings, options))];
    const ok = sections.every(({ findings }) => findings.every(({ level }) => level !== 'problem'));
    return { ok, unreachable: null, sections };
  } catch (error) {
    return { ok: false, unreachable: options.describe(error), sections: [] };
  }
}

async function furtherSections(
  erp: Erp,
  settings: ErpSettings,
  { deadline, describe }: CheckOptions,
): Promise<Section[]> {
  const { erpMapping: mapping, erpGuard, erp: server } = settings;
  const sections: Section[] = [];
  const step = async <T extends { section: Section }>(title: string, work: () => Promise<T>) => {
    try {
      const done = await work();
      sections.push(done.section);
      return done;
    } catch (error) {
      const level = isTimeout(error) ? 'warning' : 'problem';
      sections.push({ title, facts: {}, findings: [{ level, text: describe(error) }] });
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
  if (!mapped?.columns) return sections;

  const { columns } = mapped;
  const erpSql = new ErpSql(erp.dialect, mapping, columns);
  await step('rows', () => sectionOnly(checkRows(erp, erpSql, deadline)));
  const customer = (await step('customers', () => checkCustomers(erp, erpSql, deadline)))?.largest;
  if (customer)
    await step('times', () => sectionOnly(timeQueries(erp, { mapping, columns, customer }, deadline)));
  await step('indexes', () =>
    sectionOnly(checkIndexes(erp, { mapping, columns: columns.inventory }, deadline)),
  );
  return sections;
}
