import { randomBytes } from 'node:crypto';
import { erpSettings, newDatabase, TEMPLATES } from './postgres-server.mjs';

/** What production wants to know of mail. */
export const MAIL_SERVER = { SMTP_HOST: 'mail.invalid', EMAIL_FROM: 'no-reply@portal.example.com' };

/** The settings of a start in production, on an empty database. */
export async function emptyProduction(): Promise<{
  settings: Record<string, string>;
  drop(): Promise<void>;
}> {
  const [database, erp] = [await newDatabase(), await newDatabase(TEMPLATES.erp)];
  const settings = {
    NODE_ENV: 'production',
    SECRET_KEY: randomBytes(48).toString('base64'),
    APP_BASE_URL: 'https://portal.example.com',
    DATABASE_URL: database.url,
    ...erpSettings(erp.name),
    ...MAIL_SERVER,
  };
  const drop = async () => {
    await database.drop();
    await erp.drop();
  };
  return { settings, drop };
}
