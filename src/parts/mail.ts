import type { DataSource } from 'typeorm';
import { Jobs } from '../db/jobs.js';
import { Outbox } from '../features/mail/outbox.js';
import { PayloadCipher } from '../features/mail/payload-cipher.js';
import type { SecretKeys } from './secret-key.js';

/** The outbox, and the jobs that work it off. */
export function mailParts({ dataSource, secretKeys }: { dataSource: DataSource; secretKeys: SecretKeys }) {
  const jobs = new Jobs(dataSource);
  const outbox = new Outbox(jobs, new PayloadCipher(secretKeys), ({ template }) => template);
  return { jobs, outbox };
}
