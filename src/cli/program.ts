import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { parseConfig } from '../config.js';
import { PACKAGE_ROOT } from '../shared/package-root.js';
import { addAccountsCommands } from './accounts-commands.js';
import { addAuditCommands } from './audit-commands.js';
import { addErpCommands } from './erp-commands.js';
import { addMailCommands } from './mail-commands.js';
import { Run, type Terminal } from './terminal.js';

// Each command imports its own modules when it runs, because loading code takes most of the start-up time.

/**
 * Runs the command that the arguments name.
 *
 * @param args without the program's own name
 * @returns the exit code of the process
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const run = new Run(terminal);
  try {
    await createProgram(run).parseAsync(args, { from: 'user' });
    return run.exitCode;
  } catch (error) {
    // Commander has already printed its message.
    if (error instanceof CommanderError) return error.exitCode;
    terminal.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function createProgram(run: Run): Command {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const { stdout, stderr } = run.terminal;
  const program = new Command('portico')
    .description(
      'Customer portal for companies that keep their stock in an ERP. Settings are environment variables.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  addServiceCommands(program, run);
  addAccountsCommands(program, run);
  addAuditCommands(program, run);
  addErpCommands(program, run);
  addMailCommands(program, run);
  addSchemaCommands(program, run);
  return program;
}

/** Adds the commands about the service and all its data. */
function addServiceCommands(program: Command, run: Run): void {
  program
    .command('start')
    .description('migrate the database and run the service until SIGTERM')
    .action(async () => {
      const config = parseConfig(run.environment);
      const { start } = await import('./start.js');
      await start(config);
    });

  program
    .command('migrate')
    .description('bring the database up to date and exit')
    .action(async () => {
      const config = parseConfig(run.environment);
      const { withDatabase } = await import('./with-database.js');
      await withDatabase(config, async (_dataSource, migrated) => {
        run.say(migrated.length > 0 ? `ran ${migrated.join(', ')}` : 'nothing to do');
      });
    });

  program
    .command('backup')
    .description(
      'write the embedded databases and the generated secret key to a file; works while the service runs',
    )
    .argument('<file>', 'a new file, such as portico.tar.gz')
    .action(async (file: string) => {
      const config = parseConfig(run.environment);
      const { backup } = await import('./backup.js');
      const bytes = await backup(config, file);
      run.say(`wrote ${file}, ${(bytes / 1_000_000).toFixed(1)} MB`);
    });

  program
    .command('restore')
    .description('restore a backup to a data folder that has no embedded databases yet')
    .argument('<file>', 'a file that backup wrote')
    .action(async (file: string) => {
      const config = parseConfig(run.environment);
      const { restore } = await import('./backup.js');
      await restore(config, file);
      run.say(`restored ${file} to ${config.dataDir}`);
    });
}

function addSchemaCommands(program: Command, run: Run): void {
  program
    .command('emit-schema')
    .description('write the GraphQL schema with its directives')
    .option('--out <file>', 'the file to write', join(PACKAGE_ROOT, 'schema', 'schema.graphql'))
    .option('--check', 'write nothing; fail if the file is not up to date', false)
    .action(async (options: { out: string; check: boolean }) => {
      const { emitSchema } = await import('./emit-schema.js');
      await emitSchema(options);
    });

  program
    .command('subgraph-schema')
    .description('print the schema as a subgraph, from which a federation is composed')
    .action(async () => {
      const { subgraphSchema } = await import('./emit-schema.js');
      run.terminal.stdout.write(await subgraphSchema());
    });
}
