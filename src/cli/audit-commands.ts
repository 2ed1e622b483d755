import type { Command } from 'commander';
import { parseConfig } from '../config.js';
import type { AuditExportOptions } from './audit-export.js';
import type { Run } from './terminal.js';

/** The commands about the audit log. */
export function addAuditCommands(program: Command, run: Run): void {
  const audit = program.command('audit').description('about the audit log');

  audit
    .command('verify')
    .description('say whether the log is what was written; ends with 1 where it is not')
    .option('--head <head...>', 'what the log once ended with, as <sequence>:<hash>', [])
    .action(async ({ head }: { head: string[] }) => {
      const { auditVerify, readHead } = await import('./audit-verify.js');
      // Read first: what is typed wrong needs no database.
      const heads = head.map(readHead);
      if (!(await auditVerify(parseConfig(run.environment), heads, run.say))) run.exitCode = 1;
    });

  audit
    .command('export')
    .description('print the log as lines of JSON, oldest first')
    .option('--from <time>', 'from this time on, such as 2026-11-30T10:15:00Z, or a day in UTC')
    .option('--to <time>', 'before this time')
    .option('--after <sequence>', 'beyond this entry')
    .option('--out <file>', 'to a new file instead of standard output')
    .action(async (options: AuditExportOptions) => {
      const config = parseConfig(run.environment);
      const { auditExport } = await import('./audit-export.js');
      await auditExport(config, options, run.terminal.stdout);
    });
}
