import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readMail } from '../config.js';
import { PREVIEW_FORMATS, type PreviewFormat } from './preview-formats.js';
import type { Run } from './terminal.js';

/** Adds the commands about mails. */
export function addMailCommands(program: Command, run: Run): void {
  program
    .command('mail')
    .description('preview the mails')
    .command('preview')
    .description('print a mail with the brand and addresses of these settings, filled in with sample data')
    .argument('<name>', 'the mail, such as password-reset; an unknown name lists all mails')
    .addOption(new Option('--format <format>').choices(PREVIEW_FORMATS).default('html'))
    .option('--out <file>', 'write to this file instead of standard output')
    .action(async (name: string, { format, out }: { format: PreviewFormat; out?: string }) => {
      const settings = readMail(run.environment);
      const { previewMail } = await import('./mail-preview.js');
      const shown = await previewMail(settings, name, format);
      if (out === undefined) run.terminal.stdout.write(shown);
      else writeFileSync(out, shown);
    });
}
