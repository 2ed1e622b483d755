import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateName } from '../templates/mail-templates.js';
import { compileEml } from './compile-eml.js';
import type { MailParties, MailTransport, OutgoingMail } from './mail-transport.js';

/**
 * Writes mails as .eml files to a folder, for installations without a mail server. A mail that is sent again replaces
 * its file.
 */
export class FileTransport implements MailTransport {
  constructor(
    private readonly folder: string,
    private readonly parties: MailParties,
  ) {}

  async send(mail: OutgoingMail): Promise<void> {
    const message = await compileEml(mail, this.parties);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, fileNameOf(mail));
    // Written under another name first, so that a reader never sees an incomplete file.
    await writeFile(`${file}.tmp`, message, { mode: 0o600 });
    await rename(`${file}.tmp`, file);
  }
}

/** The file name: sorts by time, and has no colons, because some file systems do not allow them. */
function fileNameOf({ id, template, createdAt }: OutgoingMail): string {
  return `${createdAt.toISOString().replaceAll(':', '-')}-${templateName(template)}-${id}.eml`;
}
