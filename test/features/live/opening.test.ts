import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LiveInventory } from '../../../src/features/live/live-inventory.js';
import type { Claimed } from '../../../src/features/live/live-question.store.js';
import { FULL_SCOPE } from '../../../src/shared/auth.js';
import { firstEvent } from '../../support/first-event.js';
import { connectLive } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const SECRET = 'hunter2-secret';
const WITH_FILTER = 'subscription ($filter: InventoryFilter) { inventoryChanged(filter: $filter) { asOf } }';
const OF_NOTHING = 'subscription { inventoryChanged(filter: { lot: { equals: "NONE" } }) { asOf } }';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a subscription', () => {
  test('with wrong variables is refused as a query is, and the log has nothing of them', async () => {
    app.clear();
    const variables = { filter: { search: [SECRET] } };
    const wanted = { code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path: 'filter.search' })] };
    const query = await app.ask<never, object>(
      'query ($filter: InventoryFilter) { inventory(filter: $filter) { totalCount } }',
      variables,
      'customer1',
    );
    expect(query.errors[0]?.extensions).toMatchObject(wanted);
    const live = await connectLive(app, 'customer1');
    const watched = live.watch<never, object>(WITH_FILTER, variables);
    await watched.end();
    expect(watched.refused?.[0]?.extensions).toMatchObject(wanted);
    const ofNobody = await firstEvent(app, { query: WITH_FILTER, variables }, null);
    expect(ofNobody.errors?.[0]?.extensions).toMatchObject(wanted);
    expect(app.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    expect(app.log.join('\n')).not.toContain(SECRET);
  });

  test('may say that it has no name', async () => {
    const event = await firstEvent(app, { query: OF_NOTHING, operationName: '' }, 'customer1');
    expect(event).toEqual({ data: { inventoryChanged: { asOf: expect.any(String) } } });
  });

  test('is allowed what the session may do now, also beside an older one of it', async () => {
    const live = await connectLive(app, 'warehouse1');
    await live.watch<never, object>(OF_NOTHING, {}).atLeast(1);
    await app.database(
      "update portal_user set role_id = (select id from role where name = 'DRIVER') where username = 'warehouse1'",
    );
    const watched = live.watch<never, object>(WITH_FILTER, {});
    expect(await watched.end()).toEqual(['FORBIDDEN']);
    expect(watched.events).toEqual([]);
  });
});

test('a question whose only watcher leaves while it is claimed is given up', async () => {
  const given: Claimed[] = [];
  let claim = () => {};
  const live = new LiveInventory({
    inventory: { page: () => Promise.reject(new Error('nobody asks')) },
    questions: {
      renew: (keys: string[]) =>
        new Promise((resolve) => {
          claim = () => resolve(keys.map((key) => ({ key, claimed: true, digest: null, version: 0 })));
        }),
      giveUp: async (claimed: Claimed) => {
        given.push(claimed);
      },
    } as never,
    ...{ intervalMs: 1_000, roundMs: 1_000, maxRows: 10, onFailed: () => {} },
  });
  const { question, leave } = live.join(FULL_SCOPE, {}, () => {});
  leave();
  claim();
  await until(() => given.length > 0);
  expect(given).toEqual([{ key: question.key, claim: expect.any(String) }]);
});
