import type { Command } from 'commander';
import { parseConfig } from '../config.js';
import type { AuditExportOptions } from './audit-export.js';
import type { Run } from './terminal.js';

/** Adds the commands about the audit log. */
export function addAuditCommands(program: Command, run: Run): void {
  const audit = program.command('audit').description('verify or export the audit log');

  audit
    .command('verify')
    .description(
      'check that the log has not been altered, and that all of it is chained; exits with code 1 otherwise',
    )
    .option('--head <head...>', 'a former last entry of the log to compare with, as <sequence>:<hash>', [])
    .action(async ({ head }: { head: string[] }) => {
      const { auditVerify, readHead } = await import('./audit-verify.js');
      // Parsed first, so that a typing error is reported without opening the database.
      const heads = head.map(readHead);
      if (!(await auditVerify(parseConfig(run.environment), heads, run.say))) run.exitCode = 1;
    });

  audit
    .command('export')
    .description('print the log as lines of JSON, oldest entry first')
    .option(
      '--from <time>',
      'only entries from this time on: a time such as 2026-11-30T10:15:00Z, or a day in UTC',
    )
    .option('--to <time>', 'only entries before this time')
    .option('--after <sequence>', 'only entries after the one with this sequence')
    .option('--out <file>', 'write to this new file instead of standard output')
    .action(async (options: AuditExportOptions) => {
      const config = parseConfig(run.environment);
      const { auditExport } = await import('./audit-export.js');
      await auditExport(config, options, run.terminal.stdout);
    });
}
