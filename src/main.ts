#!/usr/bin/env node
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { addAccountsCommands } from './cli/accounts-commands.js';
import { addAuditCommands } from './cli/audit-commands.js';
import type { CreateUserOptions } from './cli/create-user.js';
import { PREVIEW_FORMATS, type PreviewFormat } from './cli/preview-formats.js';
import { readConfig, readErp, readMail, readPasswordHashing } from './config.js';
import { ROLES } from './shared/auth.js';
import { PACKAGE_ROOT } from './shared/package-root.js';

// Each command reads what it needs, and no other's: most of a start is reading code.

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

const say = (line: string) => process.stdout.write(`${line}\n`);

const program = new Command('portico')
  .description(
    'Customer portal for companies whose stock lives in an ERP. Settings come from the environment.',
  )
  .version(version);

program
  .command('start')
  .description('migrate the database and run the service until SIGTERM')
  .action(async () => {
    const config = readConfig();
    const { start } = await import('./cli/start.js');
    await start(config);
  });

program
  .command('migrate')
  .description('bring the database up to date and stop')
  .action(async () => {
    const config = readConfig();
    const { withDatabase } = await import('./cli/with-database.js');
    await withDatabase(config, async (_dataSource, migrated) => {
      say(migrated.length > 0 ? `ran ${migrated.join(', ')}` : 'nothing to do');
    });
  });

program
  .command('seed')
  .description('add the demo logins to the database; refused in production')
  .action(async () => {
    const config = readConfig();
    const { seed } = await import('./cli/seed.js');
    const added = await seed(config);
    say(added.length > 0 ? `added ${added.join(', ')}` : 'nothing to do');
  });

program
  .command('create-user')
  .description('add a login; the password is asked for, or read from standard input')
  .requiredOption('--username <name>', 'user name, without @')
  .requiredOption('--email <address>')
  .addOption(new Option('--role <role>').choices(ROLES).default('CUSTOMER'))
  .option('--display-name <name>')
  .option('--erp-customer <name...>', 'whose stock a customer sees, by the exact name in the ERP', [])
  .option('--all-erp-customers', "let a customer see every customer's stock", false)
  .option('--must-change-password', 'have a new password chosen at the first sign-in', false)
  .action(async (options: CreateUserOptions) => {
    const config = readConfig();
    const { addUser } = await import('./cli/create-user.js');
    const id = await addUser(config, options);
    say(`created ${options.username} (${options.role}), id ${id}`);
  });

program
  .command('import-users')
  .description("add an older portal's users from a CSV file, with their password hashes")
  .argument('<file>', 'in UTF-8; the first line names the columns')
  .option('--delimiter <character>', 'what stands between two fields, or "tab"', ',')
  .option('--dry-run', 'say what would become of each row, and keep nothing', false)
  .action(async (file: string, { delimiter, dryRun }: { delimiter: string; dryRun: boolean }) => {
    const [{ readUsersCsv }, { importUsers }, { withDatabase }] = await Promise.all([
      import('./cli/read-users-csv.js'),
      import('./cli/import-users.js'),
      import('./cli/with-database.js'),
    ]);
    // Read first: with a file that is wrong as a whole, nothing happens at all.
    const rows = readUsersCsv(file, delimiter === 'tab' ? '\t' : delimiter);
    await withDatabase(readConfig(), async (dataSource) => {
      const counts = await importUsers(dataSource, { rows, dryRun, say });
      if (counts['not added'] > 0) process.exitCode = 1;
    });
  });

program
  .command('backup')
  .description('write the embedded databases and the kept secret key to a file, also while the service runs')
  .argument('<file>', 'a new one, such as portico.tar.gz')
  .action(async (file: string) => {
    const config = readConfig();
    const { backup } = await import('./cli/backup.js');
    const bytes = await backup(config, file);
    say(`wrote ${file}, ${(bytes / 1_000_000).toFixed(1)} MB`);
  });

program
  .command('restore')
  .description('make the embedded databases of a backup those of a data folder that has none')
  .argument('<file>', 'as backup wrote it')
  .action(async (file: string) => {
    const config = readConfig();
    const { restore } = await import('./cli/backup.js');
    await restore(config, file);
    say(`restored ${file} to ${config.dataDir}`);
  });

program
  .command('hash-password')
  .description('print the argon2id hash of a password that is asked for, or read from standard input')
  .action(async () => {
    const settings = readPasswordHashing();
    const { hashPassword } = await import('./cli/hash-password.js');
    say(await hashPassword(settings));
  });

addAuditCommands(program);
addAccountsCommands(program);

program
  .command('erp')
  .description('about the ERP')
  .command('check')
  .description('say whether the portal can work with the ERP of these settings; needs no other settings')
  .option('--json', 'print one JSON document', false)
  .action(async ({ json }: { json: boolean }) => {
    const settings = readErp();
    const [{ checkErp }, { printErpReport }] = await Promise.all([
      import('./cli/erp-check.js'),
      import('./cli/print-erp-report.js'),
    ]);
    const report = await checkErp(settings);
    if (!report.ok) process.exitCode = 1;
    if (json) say(JSON.stringify(report, null, 2));
    else if (report.unreachable !== null) throw new Error(`The ERP can't be checked: ${report.unreachable}`);
    else say(printErpReport(report));
  });

program
  .command('mail')
  .description('about the mails that are sent')
  .command('preview')
  .description('print a mail as these settings have it written, filled in with a sample')
  .argument('<name>', 'such as password-reset; any other word lists them')
  .addOption(new Option('--format <format>').choices(PREVIEW_FORMATS).default('html'))
  .option('--out <file>', 'write it there instead')
  .action(async (name: string, { format, out }: { format: PreviewFormat; out?: string }) => {
    const settings = readMail();
    const { previewMail } = await import('./cli/mail-preview.js');
    const shown = await previewMail(settings, name, format);
    if (out === undefined) process.stdout.write(shown);
    else writeFileSync(out, shown);
  });

program
  .command('emit-schema')
  .description('write the GraphQL schema with its directives')
  .option('--out <file>', 'where to', join(PACKAGE_ROOT, 'schema', 'schema.graphql'))
  .option('--check', 'write nothing; fail where the file is not up to date', false)
  .action(async ({ out, check }: { out: string; check: boolean }) => {
    const { createSchema, printPublicSchema } = await import('./graphql/schema.js');
    const printed = printPublicSchema(await createSchema([]));
    if (!check) writeFileSync(out, printed);
    else if (readFileSync(out, 'utf8') !== printed) throw new Error(`${out} is stale: npm run schema`);
  });

program
  .command('demo-erp-sql')
  .description("print the SQL that makes the demo ERP's table and fills it")
  .addOption(new Option('--dialect <dialect>').choices(['mssql', 'postgres']).makeOptionMandatory())
  .action(async ({ dialect }: { dialect: 'mssql' | 'postgres' }) => {
    const { demoErpScript } = await import('./erp/demo/demo-erp-sql.js');
    for (const statement of demoErpScript(dialect))
      say(dialect === 'mssql' ? `${statement}\nGO` : `${statement};`);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
