import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { type AuthChecker, buildSchema } from 'type-graphql';
import { DataSource } from 'typeorm';
import { type Context, newContext, type Sources } from './context.js';
import { InventoryResolver } from './inventory.js';
import { limits } from './limits.mjs';
import { Assignment, PortalUser, RefreshToken, Session } from './people.js';
import { ErpCustomerResolver, PortalUserResolver } from './portal-users.js';
import { SessionResolver, sessionOf } from './sessions.js';
import { StockItem } from './stock.js';

/** Whether requests have sessions, limits and log lines. */
const withAll = process.env['WITH'] === 'sessions,limits,log';
const authChecker: AuthChecker<Context> = ({ context }, roles) =>
  !withAll || roles.includes(context.session?.user.role ?? '');

async function openSources(): Promise<Sources> {
  const { PORTAL_URL, PORTAL_POOL_MAX, ERP_URL, ERP_POOL_MAX } = process.env;
  const portal = new DataSource({
    ...{ type: 'postgres', url: PORTAL_URL, extra: { max: Number(PORTAL_POOL_MAX) } },
    entities: [PortalUser, Assignment, Session, RefreshToken],
  });
  const erp = new DataSource({
    ...{ type: 'postgres', url: ERP_URL, extra: { max: Number(ERP_POOL_MAX) } },
    entities: [StockItem],
  });
  await Promise.all([portal.initialize(), erp.initialize()]);
  return { portal, erp };
}

const sources = await openSources();
const schema = await buildSchema({
  resolvers: [InventoryResolver, PortalUserResolver, ErpCustomerResolver, SessionResolver],
  authChecker,
  validate: true,
});
const apollo = new ApolloServer<Context>({ schema, ...(withAll && limits()) });
await apollo.start();
const app = express();
if (withAll) app.use(pinoHttp({ logger: pino({ level: 'info', redact: ['req.headers.authorization'] }) }));
app.get('/readyz', async (_request, response) => {
  await Promise.all([sources.portal.query('select 1'), sources.erp.query('select 1')]);
  response.json({ status: 'ok' });
});
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(apollo, {
    context: async ({ req }) =>
      newContext(sources, withAll ? await sessionOf(sources.portal, req.headers.authorization) : null),
  }),
);
const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`URL http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
