import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { queryOnce } from '../compare/databases.mjs';
import { checked } from '../compare/questions.mjs';
import { PAGE_SQL } from '../compare/stock.mjs';

const ERP = fileURLToPath(new URL('../compare/tds-process.mjs', import.meta.url));

/** The demo's customers with more than 500 rows. */
const CUSTOMERS = `select owner_name as name from erp.stock group by owner_name having count(*) > 500 order by 1`;
const DIRECTIONS = ['ASC', 'DESC'];

async function startErp() {
  const child = fork(ERP);
  const [{ settings }] = await once(child, 'message');
  const end = async () => {
    child.send('end');
    await once(child, 'exit');
  };
  return { settings, end };
}

/** Each customer's stock from either end. The demo's codes are compared byte by byte, as in the test ERP. */
async function questionsOf(url, first) {
  const questions = [];
  for (const { name } of await queryOnce(url, CUSTOMERS)) {
    for (const direction of DIRECTIONS) {
      const order = `order by item_code collate "C" ${direction}, stock_no`;
      const rows = await queryOnce(url, PAGE_SQL.replace('order by item_code, stock_no', order), [
        name,
        first,
        0,
      ]);
      questions.push({
        kind: 'directed',
        variables: { customers: [name], first, direction },
        expected: { hasNextPage: rows.length > first, nodes: rows.slice(0, first) },
      });
    }
  }
  return questions;
}

async function measurePages(bench, erp, first) {
  const questions = await questionsOf(bench.databases.demoErpUrl, first);
  return bench.withPeers(['portico', 'bare-mssql'], erp, async (servers) => {
    const subjects = await bench.measureAll(servers, (server) => checked(server, questions), {
      database: null,
    });
    const title = `mssql: a page of ${first} rows through the driver mssql, from a test server of its protocol`;
    return { title, base: 'portico', subjects };
  });
}

export const mssql = {
  name: 'mssql',
  about: 'pages of 50 and 500 rows from an ERP on SQL Server; the CPU of the test ERP is not counted',
  async run(bench) {
    const erp = await startErp();
    try {
      return [await measurePages(bench, erp, 50), await measurePages(bench, erp, 500)];
    } finally {
      await erp.end();
    }
  },
};
