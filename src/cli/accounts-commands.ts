import { type Command, Option } from 'commander';
import { parseConfig, readPasswordHashing } from '../config.js';
import { ROLES } from '../shared/auth.js';
import type { ReviewOptions } from './accounts-review.js';
import type { CreateUserOptions } from './create-user.js';
import type { Run } from './terminal.js';

/** Adds the commands about logins. */
export function addAccountsCommands(program: Command, run: Run): void {
  program
    .command('seed')
    .description('add the demo logins and the demo freight that are missing; not allowed in production')
    .option('--reset', 'remove the demo quotes and connotes first, with everything done to them', false)
    .action(async (options: { reset: boolean }) => {
      const config = parseConfig(run.environment);
      const { seed } = await import('./seed.js');
      await seed(config, options, run.say);
    });

  program
    .command('create-user')
    .description('add a login; the password is prompted for, or read from standard input')
    .requiredOption('--username <name>', 'user name, without @')
    .requiredOption('--email <address>')
    .addOption(new Option('--role <role>').choices(ROLES).default('CUSTOMER'))
    .option('--display-name <name>')
    .option('--erp-customer <name...>', 'exact name in the ERP of a customer whose stock the login sees', [])
    .option('--all-erp-customers', 'let a login with the role CUSTOMER see the stock of all customers', false)
    .option('--must-change-password', 'require a new password at the first sign-in', false)
    .action(async (options: CreateUserOptions) => {
      const config = parseConfig(run.environment);
      const { createUserFromTerminal } = await import('./create-user.js');
      const id = await createUserFromTerminal(config, options, run.terminal);
      run.say(`created ${options.username} (${options.role}), id ${id}`);
    });

  program
    .command('hash-password')
    .description('print the argon2id hash of a password; it is prompted for, or read from standard input')
    .action(async () => {
      const settings = readPasswordHashing(run.environment);
      const { hashPassword } = await import('./hash-password.js');
      run.say(await hashPassword(settings, run.terminal));
    });

  addImportCommand(program, run);
  addReviewCommand(program, run);
}

function addImportCommand(program: Command, run: Run): void {
  program
    .command('import-users')
    .description("add an older portal's users from a CSV file, with their password hashes")
    .argument('<file>', 'a CSV file in UTF-8; the first line names the columns')
    .option('--delimiter <character>', 'the character between two fields, or "tab"', ',')
    .option('--dry-run', 'report what would happen to each row, without saving anything', false)
    .action(async (file: string, { delimiter, dryRun }: { delimiter: string; dryRun: boolean }) => {
      const [{ readUsersCsv }, { importUsers }, { withDatabase }] = await Promise.all([
        import('./read-users-csv.js'),
        import('./import-users.js'),
        import('./with-database.js'),
      ]);
      // Read before the database is opened: a file that is wrong as a whole changes nothing.
      const rows = readUsersCsv(file, delimiter === 'tab' ? '\t' : delimiter);
      await withDatabase(parseConfig(run.environment), async (dataSource) => {
        const counts = await importUsers(dataSource, { rows, dryRun, say: run.say });
        if (counts['not added'] > 0) run.exitCode = 1;
      });
    });
}

function addReviewCommand(program: Command, run: Run): void {
  program
    .command('accounts')
    .description('review the logins')
    .command('review')
    .description('list the logins that need attention; changes nothing')
    .addOption(new Option('--days <days>', 'a login unused for longer than this is listed').default('90'))
    .option('--json', 'print one JSON document', false)
    .option('--fail', 'exit with code 1 if any login is listed', false)
    .action(async ({ fail, ...options }: ReviewOptions & { fail: boolean }) => {
      const config = parseConfig(run.environment);
      const { accountsReview } = await import('./accounts-review.js');
      const found = await accountsReview(config, options, run.say);
      if (fail && found > 0) run.exitCode = 1;
    });
}
