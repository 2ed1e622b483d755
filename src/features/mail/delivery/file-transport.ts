import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateName } from '../templates/mail-templates.js';
import { compileEml } from './compile-eml.js';
import type { MailParties, MailTransport, OutgoingMail } from './mail-transport.js';

/** Mails as .eml files in a folder, for whoever has no mail server: one file for each, however often it is sent. */
export class FileTransport implements MailTransport {
  constructor(
    private readonly folder: string,
    private readonly parties: MailParties,
  ) {}

  async send(mail: OutgoingMail): Promise<void> {
    const message = await compileEml(mail, this.parties);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, nameOf(mail));
    // Whole under its name or not at all: somebody may look for it just now.
    await writeFile(`${file}.tmp`, message, { mode: 0o600 });
    await rename(`${file}.tmp`, file);
  }
}

/** In the order of time; without colons, which not every file system has. */
function nameOf({ id, template, createdAt }: OutgoingMail): string {
  return `${createdAt.toISOString().replaceAll(':', '-')}-${templateName(template)}-${id}.eml`;
}
