import { type Command, Option } from 'commander';
import { readConfig } from '../config.js';
import type { ReviewOptions } from './accounts-review.js';

/** The commands about accounts. */
export function addAccountsCommands(program: Command): void {
  program
    .command('accounts')
    .description('about the logins')
    .command('review')
    .description('list the logins that somebody should look at; changes nothing')
    .addOption(new Option('--days <days>', 'how long a login may go unused').default('90'))
    .option('--json', 'print one JSON document', false)
    .option('--fail', 'end with 1 where there are any', false)
    .action(async ({ fail, ...options }: ReviewOptions & { fail: boolean }) => {
      const config = readConfig();
      const { accountsReview } = await import('./accounts-review.js');
      const found = await accountsReview(config, options, (text) => process.stdout.write(`${text}\n`));
      if (fail && found > 0) process.exitCode = 1;
    });
}
