import { expect } from 'vitest';
import type { ErpReport } from '../../src/erp/check/erp-report.js';
import type { Section } from '../../src/erp/check/section.js';
import { runCommand } from './run-command.js';
import type { Finished } from './spawn-portico.js';

const STACK = /^ {4}at /m;

/** A report with short ways to what is in it. */
export interface ReadReport extends ErpReport {
  section(title: string): Section;
  /** All that is said but about times, which are the machine's affair. */
  findings: Section['findings'];
  /** What a section says at a level. */
  texts(title: string, level: Section['findings'][number]['level']): string[];
}

/** Runs `portico erp check`, which never shows a stack or the password. */
export async function checkErp(settings: Record<string, string>, ...more: string[]): Promise<Finished> {
  const finished = await runCommand(['erp', 'check', ...more], { settings });
  const output = finished.stdout + finished.stderr;
  expect(output).not.toMatch(STACK);
  if (settings['ERP_PASSWORD'] !== undefined && settings['ERP_PASSWORD'] !== settings['ERP_USER']) {
    expect(output).not.toContain(settings['ERP_PASSWORD']);
  }
  return finished;
}

/** The same as a document, whose exit code says the same. */
export async function reportOf(settings: Record<string, string>): Promise<ReadReport> {
  const { code, stdout, stderr } = await checkErp(settings, '--json');
  expect(stderr).toBe('');
  const document = JSON.parse(stdout) as ErpReport;
  expect(code).toBe(document.ok ? 0 : 1);
  const section = (title: string) => {
    const found = document.sections.find((one) => one.title === title);
    if (!found) throw new Error(`no section ${title}: ${stdout}`);
    return found;
  };
  const texts: ReadReport['texts'] = (title, wanted) =>
    section(title).findings.flatMap(({ level, text }) => (level === wanted ? [text] : []));
  const findings = document.sections.flatMap((one) => (one.title === 'times' ? [] : one.findings));
  return { ...document, findings, section, texts };
}
