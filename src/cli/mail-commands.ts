import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readMail } from '../config.js';
import { PREVIEW_FORMATS, type PreviewFormat } from './preview-formats.js';
import type { Run } from './terminal.js';

/** The commands about mails. */
export function addMailCommands(program: Command, run: Run): void {
  program
    .command('mail')
    .description('about the mails that are sent')
    .command('preview')
    .description('print a mail as these settings have it written, filled in with a sample')
    .argument('<name>', 'such as password-reset; any other word lists them')
    .addOption(new Option('--format <format>').choices(PREVIEW_FORMATS).default('html'))
    .option('--out <file>', 'write it there instead')
    .action(async (name: string, { format, out }: { format: PreviewFormat; out?: string }) => {
      const settings = readMail(run.environment);
      const { previewMail } = await import('./mail-preview.js');
      const shown = await previewMail(settings, name, format);
      if (out === undefined) run.terminal.stdout.write(shown);
      else writeFileSync(out, shown);
    });
}
