import { createServer } from 'node:http';
import { sendExport } from './bare-export.mjs';
import { openPools, pageOf, pageQuery } from './queries.mjs';

const { erp } = openPools();

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return sendExport(erp, response);
  let body = '';
  for await (const chunk of request) body += chunk;
  const { customers, first, after } = JSON.parse(body);
  const skip = Number(after ?? 0);
  const { rows } = await erp.query(pageQuery(customers, { first, skip }));
  const text = JSON.stringify(pageOf(rows, { first, skip }));
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`URL http://127.0.0.1:${server.address().port}\n`);
});
