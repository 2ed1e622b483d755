import { randomBytes } from 'node:crypto';
import { emptyDatabase } from './empty-database.js';
import { POSTGRES_URL } from './postgres-server.mjs';

/** What production wants to know of mail. */
export const MAIL_SERVER = { SMTP_HOST: 'mail.invalid', EMAIL_FROM: 'no-reply@portal.example.com' };

/** The settings of a start in production: on an empty database where the tests have a server, else embedded. */
export async function emptyProduction(): Promise<{
  settings: Record<string, string>;
  drop(): Promise<void>;
}> {
  const database = POSTGRES_URL ? await emptyDatabase() : { url: 'embedded', drop: async () => {} };
  const settings = {
    NODE_ENV: 'production',
    SECRET_KEY: randomBytes(48).toString('base64'),
    APP_BASE_URL: 'https://portal.example.com',
    DATABASE_URL: database.url,
    ERP_KIND: 'embedded',
    ...MAIL_SERVER,
  };
  return { settings, drop: database.drop };
}
