import { BulkheadRejectedError } from 'cockatiel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CheckErpDocument } from '../../../schema/operations.generated.js';
import type { ErpReport } from '../../../src/erp/check/erp-report.js';
import { ErpGate } from '../../../src/erp/gate.js';
import { checkWatched } from '../../support/check-watched-erp.js';
import { startTestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { noFaults } from '../../support/tds-server/faults.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const TOTALS = /grouping sets/i;
const ROWS = /no_row_id/;

let stock: DemoStock;
let server: TdsServer;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 100 });
  server = await TdsServer.start((statement) => stock.answer(statement));
});
afterEach(() => {
  server.faults = noFaults();
});
afterAll(async () => {
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

describe('an admin is not told that all is well', () => {
  /** What the portal says of an ERP that doesn't answer some statements. */
  async function checkWithout(statements: RegExp) {
    const app = await startTestApp({ ...server.settings, ERP_QUERY_TIMEOUT_MS: '5000' });
    try {
      server.faults.hangOnStatement = ({ sql }) => statements.test(sql);
      const { data, errors } = await app.ask(CheckErpDocument, {}, 'admin1');
      expect(errors).toEqual([]);
      const section = (title: string) => data?.checkErp.sections.find((one) => one.title === title);
      return { ok: data?.checkErp.ok, section };
    } finally {
      await app.stop();
    }
  }

  test('of an ERP that is too slow for a page, and the other times are measured', async () => {
    const { ok, section } = await checkWithout(TOTALS);
    expect(ok).toBe(false);
    expect(section('times')?.findings).toEqual([
      { level: 'PROBLEM', text: 'totals: no answer before the deadline (ERP_QUERY_TIMEOUT_MS)' },
    ]);
    const names = section('times')?.facts.flatMap(({ name, value }) =>
      /^\d.* ms$/.test(value) ? [name] : [],
    );
    expect(names).toEqual(['page', 'deep page', 'count', 'customers']);
  });

  test('where a topic got no answer', async () => {
    const { ok, section } = await checkWithout(ROWS);
    expect(ok).toBe(false);
    expect(section('rows')?.findings).toEqual([
      { level: 'WARNING', text: 'the ERP cannot be reached, or does not answer in time' },
    ]);
    expect(section('times')?.findings).toEqual([]);
  });
});

describe('the ERP is not blamed for what it was not asked:', () => {
  const saidOf = ({ sections }: ErpReport) =>
    sections.flatMap(({ title, findings }) =>
      findings.flatMap(({ level, text }) =>
        ['times', 'indexes'].includes(title) ? [`${level} ${title} ${text}`] : [],
      ),
    );
  const NOT_ASKED = 'not asked: too many other queries wait for the ERP';
  const OVER = 'not finished: the time for the whole check was over';

  /** Fails unless the check is incomplete, and says of each query from that of the totals on why. */
  function mustSay(why: string, report: ErpReport) {
    expect(report.ok).toBe(false);
    expect(saidOf(report)).toEqual([
      `warning times totals: ${why}`,
      `warning times customers: ${why}`,
      `warning indexes ${why}`,
    ]);
  }

  test('where too many other queries waited', async () => {
    let isFull = false;
    const before = (sql: string) => {
      isFull ||= TOTALS.test(sql);
      if (isFull) throw new BulkheadRejectedError(1, 0);
    };
    mustSay(NOT_ASKED, await checkWatched(server.settings, { before }));
  });

  test('where another query had the only turn', async () => {
    const events = { retried: () => {}, rejected: () => {}, circuit: () => {} };
    const gate = new ErpGate({ deadlineMs: 3_000, concurrent: 1, queued: 9 }, events);
    let isTaken = false;
    const before = (sql: string) => {
      if (isTaken || !TOTALS.test(sql)) return;
      isTaken = true;
      gate.inTurn(new AbortController().signal, () => new Promise(() => {})).catch(() => {});
    };
    mustSay(NOT_ASKED, await checkWatched(server.settings, { before, gate }));
  });

  test('where the time for the check was over', async () => {
    const over = new AbortController();
    const before = (sql: string) => {
      if (TOTALS.test(sql)) over.abort(new DOMException('the deadline has passed', 'TimeoutError'));
    };
    mustSay(OVER, await checkWatched(server.settings, { before, overall: over.signal }));
  });

  test('and what depends on an answer that did not come is said to be skipped', async () => {
    const before = (sql: string) => {
      if (/names/.test(sql)) throw new BulkheadRejectedError(1, 0);
    };
    const report = await checkWatched(server.settings, { before });
    expect(report.ok).toBe(false);
    expect(saidOf(report)).toContain('warning times skipped: the customers are not known');
  });
});
