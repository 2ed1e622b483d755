import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  DeleteViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  type SaveViewInput,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { trailOf } from '../../support/audit-trail.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

type As = DemoUser | { token: string } | null;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(() => app.database('delete from saved_view'));

const save = (input: Partial<SaveViewInput>, as: As = 'customer1') =>
  app.ask(
    SaveViewDocument,
    { input: { page: 'INVENTORY', name: 'Soon', query: 'sort=expiry', ...input } },
    as,
  );
async function saved(input: Partial<SaveViewInput>, as: As = 'customer1') {
  const { data, errors } = await save(input, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveView;
}
async function seen(as: As = 'customer1', page: SaveViewInput['page'] = 'INVENTORY') {
  const { data } = await app.ask(SavedViewsDocument, { page }, as);
  return data?.savedViews ?? [];
}
const names = async (as: As) => (await seen(as)).map(({ name }) => name);
const remove = (id: string, as: As = 'customer1') => app.ask(DeleteViewDocument, { id }, as);
const refusal = ({ errors }: Awaited<ReturnType<typeof save>> | Awaited<ReturnType<typeof remove>>) =>
  [errors[0]?.extensions.code, errors[0]?.extensions.fields?.[0]?.path].filter((part) => part !== undefined);

describe('a user’s own views', () => {
  test('are listed on their page, the default first and then by name, and nobody else sees them', async () => {
    for (const name of ['Lot 10', 'Lot 9', 'älter']) await saved({ name });
    const last = await saved({ name: 'Zuletzt', isDefault: true, query: 'q=%C3%BC&sort=bin' });
    await saved({ page: 'QUOTES' });
    expect(await names('customer1')).toEqual(['Zuletzt', 'älter', 'Lot 9', 'Lot 10']);
    expect((await seen())[0]).toEqual({
      ...{ id: last.id, page: 'INVENTORY', name: 'Zuletzt', query: 'q=%C3%BC&sort=bin' },
      ...{ isDefault: true, sharedWith: null, mine: true, version: 1 },
    });
    for (const other of ['customer2', 'admin1', 'driver1'] as const) expect(await seen(other)).toEqual([]);
  });

  test('keep their number when they are edited, and an outdated edit is refused', async () => {
    const { id } = await saved({});
    expect(await saved({ id, version: 1, name: 'Later' })).toMatchObject({ id, name: 'Later', version: 2 });
    const stale = await save({ id, version: 1, name: 'Never' });
    expect(refusal(stale)).toEqual(['CONFLICT', 'input.version']);
    expect(await names('customer1')).toEqual(['Later']);
    expect((await remove(id)).data).toEqual({ deleteView: true });
    expect(refusal(await remove(id))).toEqual(['NOT_FOUND', 'id']);
  });

  test('can’t be read, changed or deleted by anybody else, not even by an admin', async () => {
    const { id } = await saved({});
    for (const other of ['customer2', 'admin1', 'operations1'] as const) {
      expect(refusal(await save({ id, name: 'Mine now' }, other))).toEqual(['NOT_FOUND', 'input.id']);
      expect(refusal(await remove(id, other))).toEqual(['NOT_FOUND', 'id']);
    }
    expect(refusal(await save({}, null))).toEqual(['UNAUTHENTICATED']);
    expect(await names('customer1')).toEqual(['Soon']);
  });

  test.each<[string, Partial<SaveViewInput>, string]>([
    ['a name of blanks', { name: ' ' }, 'input.name'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, 'input.name'],
    ['a name with a line break', { name: 'a\nb' }, 'input.name'],
    ['a query of 2,001 characters', { query: 'x'.repeat(2_001) }, 'input.query'],
    ['a query with NUL', { query: 'a=\0' }, 'input.query'],
    ['a version without an id', { version: 1 }, 'input.version'],
  ])('are refused with %s', async (_what, input, path) => {
    expect(refusal(await save(input))).toEqual(['BAD_USER_INPUT', path]);
    expect(await seen()).toEqual([]);
  });

  test('have a name once on a page, and stay on their page', async () => {
    const { id } = await saved({});
    expect(refusal(await save({}))).toEqual(['CONFLICT', 'input.name']);
    await saved({ page: 'QUOTES' });
    await saved({}, 'customer2');
    expect(refusal(await save({ id, page: 'QUOTES', name: 'Other' }))).toEqual([
      'BAD_USER_INPUT',
      'input.page',
    ]);
  });

  test('are 100 on a page at most, also when the last ones are added at once', async () => {
    await app.database(
      `insert into saved_view (owner_id, page, name, query)
       select id, 'INVENTORY', 'View ' || n, '' from portal_user, generate_series(1, 99) n
       where username = 'customer1'`,
    );
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => save({ name })));
    expect(answers.map((answer) => refusal(answer).join(' ')).sort()).toEqual([
      '',
      'CONFLICT input.page',
      'CONFLICT input.page',
    ]);
    expect(await seen()).toHaveLength(100);
  });
});

describe('the default of a page', () => {
  test('is one at most: a new one takes the place of the former one, which then has a new version', async () => {
    const first = await saved({ name: 'First', isDefault: true });
    const second = await saved({ name: 'Second', isDefault: true });
    expect(await seen()).toMatchObject([
      { name: 'Second', isDefault: true },
      { name: 'First', isDefault: false, version: 2 },
    ]);
    await saved({ id: second.id, name: 'Second', isDefault: true });
    expect(refusal(await save({ id: first.id, version: 1 }))).toEqual(['CONFLICT', 'input.version']);
  });

  test('is exactly one when two are saved at once', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await saved({ name });
    const views = await seen();
    const answers = await Promise.all(views.map(({ id, name }) => save({ id, name, isDefault: true })));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await seen()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  test('stays when the name of the new one is taken', async () => {
    await saved({ name: 'First', isDefault: true });
    await saved({ name: 'Second' });
    expect(refusal(await save({ name: 'Second', isDefault: true }))).toEqual(['CONFLICT', 'input.name']);
    expect((await seen())[0]).toMatchObject({ name: 'First', isDefault: true, version: 1 });
  });
});

describe('a shared view', () => {
  test('is given to a role by an admin, and seen by that role alone, after its own default', async () => {
    await saved({ name: 'B', isDefault: true, sharedWith: 'CUSTOMER' }, 'admin1');
    await saved({ name: 'A' }, 'customer1');
    await saved({ name: 'C', isDefault: true }, 'customer1');
    expect(await names('customer1')).toEqual(['C', 'B', 'A']);
    expect(await seen('customer2')).toMatchObject([{ name: 'B', sharedWith: 'CUSTOMER', mine: false }]);
    expect(await seen('admin1')).toMatchObject([{ name: 'B', mine: true }]);
    for (const role of ['operations1', 'driver1', 'warehouse1'] as const)
      expect(await seen(role)).toEqual([]);
  });

  test('is not given by anybody else, and the attempt is in the audit log', async () => {
    for (const role of ['customer1', 'operations1', 'driver1', 'warehouse1'] as const) {
      const answer = await save({ sharedWith: 'ADMIN' }, role);
      expect(refusal(answer)).toEqual(['FORBIDDEN']);
      expect(await trailOf(app, answer)).toMatchObject([
        { action: 'AUTHORIZATION_DENIED', actor: role, target: 'saveView' },
      ]);
    }
    expect(await app.database('select from saved_view')).toEqual([]);
  });

  test('is changed and deleted by its owner and by admins, not by those it is shared with', async () => {
    const { id } = await saved({ sharedWith: 'CUSTOMER' }, 'admin1');
    expect(refusal(await save({ id }, 'customer1'))).toEqual(['NOT_FOUND', 'input.id']);
    expect(refusal(await remove(id, 'customer1'))).toEqual(['NOT_FOUND', 'id']);
    const accounts = new Accounts(app);
    const { username, password } = await accounts.made({ role: 'ADMIN' });
    const token = async () => ({ token: await app.tokenOf(username, password) });
    expect(await saved({ id, name: 'Ours', sharedWith: 'CUSTOMER' }, await token())).toMatchObject({
      mine: false,
    });
    expect(await names('customer1')).toEqual(['Ours']);
    expect((await remove(id, await token())).data).toEqual({ deleteView: true });
  });

  test('stays when its owner is deactivated, and an owner who is no admin any more can only withdraw it', async () => {
    const accounts = new Accounts(app);
    const { id: ownerId, username, password } = await accounts.made({ role: 'ADMIN' });
    const owner = { token: await app.tokenOf(username, password) };
    const { id } = await saved({ sharedWith: 'DRIVER' }, owner);
    await app.database('update portal_user set role_id = 1 where id = $1', [ownerId]);
    expect(refusal(await save({ id, query: 'changed', sharedWith: 'DRIVER' }, owner))).toEqual(['FORBIDDEN']);
    await app.database('update portal_user set active = false where id = $1', [ownerId]);
    expect(await seen('driver1')).toMatchObject([{ name: 'Soon', query: 'sort=expiry' }]);
    await app.database('update portal_user set active = true where id = $1', [ownerId]);
    expect(await saved({ id }, owner)).toMatchObject({ sharedWith: null });
    expect(await seen('driver1')).toEqual([]);
  });
});
