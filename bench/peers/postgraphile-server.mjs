// Not type-checked (tsconfig.json): the types of this package's parts redefine those of the browser.
import { createServer } from 'node:http';
import './with-resolvers.mjs';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { ERP_URL, ERP_POOL_MAX } = process.env;
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: ERP_URL,
      schemas: ['items'],
      poolConfig: { max: Number(ERP_POOL_MAX) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};

const instance = postgraphile(preset);
await instance.getSchema();
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`URL http://127.0.0.1:${server.address().port}\n`);
});
