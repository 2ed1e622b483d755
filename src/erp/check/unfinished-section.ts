import { classifyFault } from '../erp-fault.js';
import { isTimeout } from './describe-failure.js';
import type { CheckOptions } from './erp-report.js';
import type { Section } from './section.js';

/** Why a query of the check wasn't answered for a reason that is not the ERP's; null if it is the ERP's. */
export function whyNotAsked(error: unknown, { isOver }: Pick<CheckOptions, 'isOver'>): string | null {
  if (isOver()) return 'not finished: the time for the whole check was over';
  if (classifyFault(error) === 'not-asked') return 'not asked: too many other queries wait for the ERP';
  return null;
}

/** A topic whose check failed, with why. It is a problem of the ERP only if the ERP itself refused or failed a query. */
export function unfinishedSection(title: string, error: unknown, options: CheckOptions): Section {
  const notAsked = whyNotAsked(error, options);
  const level = notAsked || isTimeout(error) ? 'warning' : 'problem';
  const text = notAsked ?? options.describe(error);
  return { title, facts: {}, findings: [{ level, text }], incomplete: true };
}

/** A topic that wasn't checked, because it needs what an earlier one could not find out. */
export function skippedSection(title: string, why: string): Section {
  return { title, facts: {}, findings: [{ level: 'warning', text: `skipped: ${why}` }], incomplete: true };
}
