import { type Command, Option } from 'commander';
import { readErp } from '../config.js';
import type { Run } from './terminal.js';

/** Adds the commands about the ERP. */
export function addErpCommands(program: Command, run: Run): void {
  program
    .command('erp')
    .description('check the ERP')
    .command('check')
    .description('check whether the portal can work with the ERP; needs only the ERP_… settings')
    .option('--json', 'print one JSON document', false)
    .action(async ({ json }: { json: boolean }) => {
      const settings = readErp(run.environment);
      const [{ checkErpOf }, { printErpReport }] = await Promise.all([
        import('./erp-check.js'),
        import('./print-erp-report.js'),
      ]);
      const report = await checkErpOf(settings);
      if (!report.ok) run.exitCode = 1;
      if (json) run.say(JSON.stringify(report, null, 2));
      else if (report.unreachable !== null) {
        throw new Error(`The ERP can't be checked: ${report.unreachable}`);
      } else run.say(printErpReport(report));
    });

  program
    .command('demo-erp-sql')
    .description("print the SQL that creates and fills the demo ERP's table")
    .addOption(new Option('--dialect <dialect>').choices(['mssql', 'postgres']).makeOptionMandatory())
    .action(async ({ dialect }: { dialect: 'mssql' | 'postgres' }) => {
      const { demoErpScript } = await import('../erp/demo/demo-erp-sql.js');
      for (const statement of demoErpScript(dialect))
        run.say(dialect === 'mssql' ? `${statement}\nGO` : `${statement};`);
    });
}
