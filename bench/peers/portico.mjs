import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { GRAPHQL } from './documents.mjs';
import { signIn } from './sign-in.mjs';

const MAIN = fileURLToPath(new URL('../../dist/portico/main.js', import.meta.url));

/** Only what production wants to know, and rates that don't refuse the load. */
function settingsOf({ portal, erp, secret }) {
  const any = '1000000';
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    SECRET_KEY: secret,
    APP_BASE_URL: 'https://portal.example.com',
    SMTP_HOST: 'mail.invalid',
    EMAIL_FROM: 'no-reply@portal.example.com',
    DATABASE_URL: portal.url,
    ...erp.settings,
    RATE_LIMIT_PER_ADDRESS: any,
    RATE_LIMIT_PER_USER: any,
    RATE_LIMIT_PUBLIC_MUTATIONS: any,
    METRICS_TOKEN: METRICS,
  };
}

const METRICS = randomBytes(12).toString('hex');

/** Portico as it ships. */
export const portico = {
  name: 'portico',
  about: 'Portico as shipped, in production, signed in as an admin',
  spawn: (world) =>
    startServer(MAIN, {
      args: ['start'],
      env: settingsOf(world),
      address: /GraphQL +(http:\S+)\/graphql\n/,
    }),
  async start(world) {
    const server = await this.spawn(world);
    return { ...server, ...GRAPHQL, headers: await signIn(server.url) };
  },
  /** How many queries it has sent to the ERP for viewers. */
  async erpQueries({ url }) {
    const response = await fetch(new URL('/metrics', url), {
      headers: { authorization: `Bearer ${METRICS}` },
    });
    const counts = [...(await response.text()).matchAll(/^portico_erp_query_seconds_count\{.*\} (\d+)$/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  },
};
