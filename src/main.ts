#!/usr/bin/env node
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { addAccountsCommands } from './cli/accounts-review.js';
import { addAuditCommands } from './cli/audit-commands.js';
import { type CreateUserOptions, createUser } from './cli/create-user.js';
import { checkErp } from './cli/erp-check.js';
import { importUsers } from './cli/import-users.js';
import { PREVIEW_FORMATS, type PreviewFormat, previewMail } from './cli/mail-preview.js';
import { printErpReport } from './cli/print-erp-report.js';
import { readSecret } from './cli/read-secret.js';
import { readUsersCsv } from './cli/read-users-csv.js';
import { start } from './cli/start.js';
import { withDatabase } from './cli/with-database.js';
import { readConfig, readErp, readMail, readPasswordHashing } from './config.js';
import { demoErpScript } from './erp/demo/demo-erp-sql.js';
import { AuditLog } from './features/audit/audit-log.js';
import { PasswordHasher } from './features/identity/password-hasher.js';
import { assertGoodPassword } from './features/identity/password-policy.js';
import { seedDemoUsers } from './features/identity/seed-demo-users.js';
import { PortalUserStore } from './features/portal-users/portal-user.store.js';
import { createSchema, printPublicSchema } from './graphql/schema.js';
import { ROLES } from './shared/auth.js';
import { COMMAND_LINE } from './shared/origin.js';
import { PACKAGE_ROOT } from './shared/package-root.js';

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
  .action(() => start(readConfig()));

program
  .command('migrate')
  .description('bring the database up to date and stop')
  .action(() =>
    withDatabase(readConfig(), async (_dataSource, migrated) => {
      say(migrated.length > 0 ? `ran ${migrated.join(', ')}` : 'nothing to do');
    }),
  );

program
  .command('seed')
  .description('add the demo logins to the database; refused in production')
  .action(() => {
    const config = readConfig();
    if (config.production)
      throw new Error('Demo logins have a known password; there are none in production.');
    const hasher = new PasswordHasher(config.passwordHashing);
    return withDatabase(config, async (dataSource) => {
      const users = new PortalUserStore(dataSource);
      const adding = { users, hasher, audit: new AuditLog(), origin: COMMAND_LINE };
      const added = await seedDemoUsers(dataSource, adding);
      say(added.length > 0 ? `added ${added.join(', ')}` : 'nothing to do');
    });
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
  .action((options: CreateUserOptions) => {
    const config = readConfig();
    const hasher = new PasswordHasher(config.passwordHashing);
    return withDatabase(config, async (dataSource) => {
      const id = await createUser(dataSource, hasher, options, await readSecret('Password'));
      say(`created ${options.username} (${options.role}), id ${id}`);
    });
  });

program
  .command('import-users')
  .description("add an older portal's users from a CSV file, with their password hashes")
  .argument('<file>', 'in UTF-8; the first line names the columns')
  .option('--delimiter <character>', 'what stands between two fields, or "tab"', ',')
  .option('--dry-run', 'say what would become of each row, and keep nothing', false)
  .action((file: string, { delimiter, dryRun }: { delimiter: string; dryRun: boolean }) => {
    // Read first: with a file that is wrong as a whole, nothing happens at all.
    const rows = readUsersCsv(file, delimiter === 'tab' ? '\t' : delimiter);
    return withDatabase(readConfig(), async (dataSource) => {
      const counts = await importUsers(dataSource, { rows, dryRun, say });
      if (counts['not added'] > 0) process.exitCode = 1;
    });
  });

program
  .command('hash-password')
  .description('print the argon2id hash of a password that is asked for, or read from standard input')
  .action(async () => {
    const hasher = new PasswordHasher(readPasswordHashing());
    const password = await readSecret('Password');
    await assertGoodPassword('password', password, null);
    say(await hasher.hash(password));
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
    const report = await checkErp(readErp());
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
    const shown = await previewMail(readMail(), name, format);
    if (out === undefined) process.stdout.write(shown);
    else writeFileSync(out, shown);
  });

program
  .command('emit-schema')
  .description('write the GraphQL schema with its directives')
  .option('--out <file>', 'where to', join(PACKAGE_ROOT, 'schema', 'schema.graphql'))
  .option('--check', 'write nothing; fail where the file is not up to date', false)
  .action(async ({ out, check }: { out: string; check: boolean }) => {
    const printed = printPublicSchema(await createSchema([]));
    if (!check) writeFileSync(out, printed);
    else if (readFileSync(out, 'utf8') !== printed) throw new Error(`${out} is stale: npm run schema`);
  });

program
  .command('demo-erp-sql')
  .description("print the SQL that makes the demo ERP's table and fills it")
  .addOption(new Option('--dialect <dialect>').choices(['mssql', 'postgres']).makeOptionMandatory())
  .action(({ dialect }: { dialect: 'mssql' | 'postgres' }) => {
    for (const statement of demoErpScript(dialect))
      say(dialect === 'mssql' ? `${statement}\nGO` : `${statement};`);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
