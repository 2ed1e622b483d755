import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { until } from './until.js';

/** A mail as its reader's program shows it. */
export interface ReceivedMail {
  subject: string;
  to: string;
  from: string;
  text: string;
  html: string;
  messageId: string;
  file: string;
}

/** The mails to an address that lie in a folder, oldest first, once there are that many. */
export async function mailsIn(folder: string, address: string, atLeast: number): Promise<ReceivedMail[]> {
  let found: ReceivedMail[] = [];
  await until(async () => {
    const names = await readdir(folder).catch(() => []);
    const mails = await Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readMail(join(folder, name))),
    );
    found = mails.filter(({ to }) => to === address);
    return found.length >= atLeast;
  });
  return found;
}

async function readMail(file: string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(await readFile(file));
  return {
    subject: mail.subject ?? '',
    to: (mail.to ?? []).map(({ address }) => address).join(', '),
    from: mail.from?.address ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    file,
  };
}
