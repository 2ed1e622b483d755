import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkErp, reportOf } from '../support/check-erp.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { noFaults } from '../support/tds-server/faults.js';
import { LOGIN, TdsServer } from '../support/tds-server/tds-server.js';

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

const check = (settings: Record<string, string>) => checkErp({ ...server.settings, ...settings });

describe('an ERP that cannot be asked is one sentence:', () => {
  const sentence = async (settings: Record<string, string>, wanted: RegExp) => {
    const { code, stdout, stderr } = await check(settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(wanted);
  };

  test('the wrong password', () =>
    sentence(
      { ERP_PASSWORD: 'not the password' },
      /^The ERP can't be checked: the ERP refuses the login: Login failed/,
    ));

  test('which a document has too', async () => {
    const { ok, unreachable, sections } = await reportOf({
      ...server.settings,
      ERP_PASSWORD: 'not the password',
    });
    expect({ ok, sections }).toEqual({ ok: false, sections: [] });
    expect(unreachable).toBe(`the ERP refuses the login: Login failed for user '${LOGIN.user}'.`);
  });

  test.each(['127.0.0.1,PORT', 'tcp:127.0.0.1\\PROD, PORT', '127.0.0.1:PORT'])(
    'the wrong password at a server that is written as %s',
    (name) => {
      const place = { ERP_HOST: name.replace('PORT', server.settings['ERP_PORT'] ?? ''), ERP_PORT: '' };
      return sentence({ ...place, ERP_PASSWORD: 'not the password' }, /refuses the login: Login failed/);
    },
  );

  test('a server that is down', () =>
    sentence(
      { ERP_PORT: '1' },
      /^The ERP can't be checked: no server listens at the address of the ERP: .*127\.0\.0\.1:1/,
    ));

  test('a server that hangs at the login', async () => {
    server.faults.hangAtPrelogin = true;
    await sentence({ ERP_QUERY_TIMEOUT_MS: '500' }, /^The ERP can't be checked: /);
  });

  test('a server that hangs at a question', async () => {
    server.faults.hangOnStatement = () => true;
    await sentence({ ERP_QUERY_TIMEOUT_MS: '500' }, /no answer within 0\.5 s \(ERP_QUERY_TIMEOUT_MS\)/);
  });

  test('settings that are missing', async () => {
    const { code, stdout, stderr } = await check({ ERP_HOST: '' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/ERP_HOST: missing/);
  });
});

test('a question that takes too long is told, and the others are asked all the same', async () => {
  server.faults.hangOnStatement = ({ sql }) => /grouping sets/i.test(sql);
  const { ok, section, texts } = await reportOf({
    ...server.settings,
    ERP_QUERY_TIMEOUT_MS: '10000',
  });
  expect(ok).toBe(false);
  expect(texts('times', 'problem')).toEqual(['totals: no answer before the deadline (ERP_QUERY_TIMEOUT_MS)']);
  expect(section('times').facts).toMatchObject({ totalsMs: null, customersMs: expect.any(Number) });
});

test('a topic that got no answer makes the check incomplete, and a script is told so, too', async () => {
  server.faults.hangOnStatement = ({ sql }) => sql.includes('no_row_id');
  const { code, stdout } = await check({ ERP_QUERY_TIMEOUT_MS: '5000' });
  expect(stdout).toMatch(/^The check is incomplete: 0 problems, \d warnings?\.$/m);
  expect(stdout).toMatch(/^ROWS\n +warning +no answer within 5 s/m);
  expect(code).toBe(1);
});
