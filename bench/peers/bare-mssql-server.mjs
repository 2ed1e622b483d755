import { createServer } from 'node:http';
import sql from 'mssql';

const {
  ERP_HOST: host,
  ERP_PORT,
  ERP_DATABASE: database,
  ERP_USER: user,
  ERP_PASSWORD: password,
} = process.env;
const pool = await new sql.ConnectionPool({
  ...{ server: host, port: Number(ERP_PORT), database, user, password },
  options: { encrypt: false, useUTC: true },
  pool: { max: Number(process.env.ERP_POOL_MAX) },
}).connect();

const COLUMNS = `cast(stock_no as varchar(20)) as id, item_code as [partNumber], item_text as description, whse as warehouse,
  bin_code as bin, lot_no as lot, hold_code as status, uom as unit,
  cast(qty_on_hand - qty_allocated as varchar(60)) as [quantityAvailable],
  cast(expiry_date as varchar(10)) as [expiresOn]`;

/** A decimal in its shortest form. The server prints all digits. */
const shortest = (printed) => (printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed);

async function page({ customers, first, direction }) {
  const { recordset } = await pool
    .request()
    .input('customer', sql.NVarChar(120), customers[0])
    .input('rows', sql.Int, first + 1)
    .query(`select ${COLUMNS} from erp.stock where owner_name = @customer
      order by item_code ${direction}, stock_no offset 0 rows fetch next @rows rows only`);
  const nodes = recordset.slice(0, first);
  for (const node of nodes) node.quantityAvailable = shortest(node.quantityAvailable);
  return { nodes, pageInfo: { endCursor: String(nodes.length), hasNextPage: recordset.length > first } };
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const text = JSON.stringify(await page(JSON.parse(body)));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`URL http://127.0.0.1:${server.address().port}\n`);
});
