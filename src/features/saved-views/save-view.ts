import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { ROLE_IDS, type Viewer } from '../../shared/auth.js';
import { conflict, forbidden, staleVersion } from '../../shared/errors.js';
import { FieldProblems } from '../../shared/field-problems.js';
import { limitReached, tooLong } from '../../shared/refusal-reasons.js';
import { UNPRINTABLE } from '../../shared/unprintable.js';
import { lockView, type SavedViewDependencies } from './lock-view.js';
import { SavedViewRecord } from './saved-view.entity.js';
import type { SavedViewStore } from './saved-view.store.js';
import type { SaveViewInput } from './saved-view.type.js';

const MAX_NAME = 100;
const MAX_QUERY = 2_000;
/** The maximum number of views of one owner on one page. */
const MAX_VIEWS = 100;

/**
 * Adds a view, or replaces the one with the given id. If it becomes its owner's default on the page, the former default
 * stops being one in the same transaction.
 *
 * @throws FORBIDDEN if a viewer who isn't an admin shares it; BAD_USER_INPUT naming every invalid field; NOT_FOUND;
 * CONFLICT if the version is outdated, the name is taken, or there are too many views
 */
export function saveView(
  { dataSource, views }: SavedViewDependencies,
  input: SaveViewInput,
  viewer: Viewer,
): Promise<SavedViewRecord> {
  const { sharedWith = null } = input;
  if (sharedWith !== null && viewer.role !== 'ADMIN') throw forbidden();
  const fields = { ...readFields(input), sharedWithRole: sharedWith === null ? null : ROLE_IDS[sharedWith] };
  return inTransaction(dataSource, async (tx) => {
    const view = input.id
      ? await viewToReplace(tx, views, { id: input.id, input, viewer })
      : await newView(tx, views, { ownerId: viewer.userId, page: input.page });
    if (fields.isDefault) await views.unsetDefault(tx, view, input.id ?? null);
    return views.save(tx, Object.assign(view, fields));
  });
}

async function viewToReplace(
  tx: Tx,
  views: SavedViewStore,
  { id, input, viewer }: { id: string; input: SaveViewInput; viewer: Viewer },
): Promise<SavedViewRecord> {
  const view = await lockView(tx, views, { id, viewer, path: 'input.id' });
  const { version = null, page } = input;
  if (version !== null && version !== view.version) {
    throw staleVersion('view', { found: version, current: view.version });
  }
  if (page === view.page) return view;
  const problems = new FieldProblems();
  problems.add('input.page', page, `${view.page}, on which the view is`, {
    reason: 'MISMATCH',
    params: { wanted: view.page },
  });
  problems.assertNone();
  return view;
}

async function newView(
  tx: Tx,
  views: SavedViewStore,
  place: Pick<SavedViewRecord, 'ownerId' | 'page'>,
): Promise<SavedViewRecord> {
  await views.lockOwner(tx, place.ownerId);
  if ((await views.count(tx, place)) < MAX_VIEWS) return tx.create(SavedViewRecord, place);
  const message = `found ${MAX_VIEWS} views on this page; wanted fewer: delete one first`;
  throw conflict({ path: 'input.page', message, ...limitReached(MAX_VIEWS) });
}

function readFields(input: SaveViewInput) {
  const problems = new FieldProblems();
  const { query, isDefault } = input;
  const name = problems.requiredText('input.name', input.name, { maxLength: MAX_NAME });
  const wanted = `at most ${MAX_QUERY} characters that can be printed`;
  if (query.length > MAX_QUERY) {
    problems.add('input.query', `${query.length} characters`, wanted, tooLong(MAX_QUERY));
  } else if (UNPRINTABLE.test(query)) {
    problems.add('input.query', "a character that can't be printed", wanted, { reason: 'UNPRINTABLE' });
  }
  if (typeof input.version === 'number' && typeof input.id !== 'string') {
    problems.add('input.version', 'a version without an id', 'both of a view to replace, or neither', {
      reason: 'NOT_ALLOWED',
    });
  }
  problems.assertNone();
  return { name, query, isDefault };
}
