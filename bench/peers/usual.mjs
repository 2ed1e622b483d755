import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { GRAPHQL } from './documents.mjs';
import { settingsOf } from './settings.mjs';
import { signIn } from './sign-in.mjs';

const SERVER = fileURLToPath(new URL('../dist/usual.js', import.meta.url));

/** What Portico does for each request, written the usual way. */
export const usual = {
  name: 'usual',
  about: 'Apollo Server, TypeGraphQL, TypeORM and DataLoader, with sessions, limits and a log',
  spawn: (world) => startServer(SERVER, { env: { ...settingsOf(world), WITH: 'sessions,limits,log' } }),
  async start(world) {
    const server = await this.spawn(world);
    return { ...server, ...GRAPHQL, headers: await signIn(server.url) };
  },
};

/** The same without these three. */
export const plain = {
  name: 'plain',
  about: 'the same without sessions, limits and a log',
  async start(world) {
    return { ...(await startServer(SERVER, { env: settingsOf(world) })), ...GRAPHQL, headers: {} };
  },
};
