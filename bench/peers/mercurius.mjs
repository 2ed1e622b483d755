import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { GRAPHQL } from './documents.mjs';
import { settingsOf } from './settings.mjs';

const SERVER = fileURLToPath(new URL('mercurius-server.mjs', import.meta.url));

/** A fast framework, and nothing around it. */
export const mercurius = {
  name: 'mercurius',
  about: 'Fastify and Mercurius with compiled queries and loaders, pg; no sessions, limits or log',
  async start(world) {
    return { ...(await startServer(SERVER, { env: settingsOf(world) })), ...GRAPHQL, headers: {} };
  },
};
