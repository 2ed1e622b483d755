import type { Request, Response } from 'express';
import type { RequestIdentity } from '../../features/identity/sessions/authenticate.js';
import type { InventorySources } from '../../features/inventory/inventory.loader.js';
import { toItem } from '../../features/inventory/inventory-item.js';
import { contentTypeOf, type JsonFormat, preferredPageSize } from '../../features/reporting/odata/format.js';
import { type EntitySet, INVENTORY, INVENTORY_GROUPS } from '../../features/reporting/odata/model.js';
import { ODataError, quoted } from '../../features/reporting/odata/odata-error.js';
import {
  parseQueryOptions,
  type RawOption,
  systemOptionOf,
} from '../../features/reporting/odata/query-options.js';
import {
  type CollectionPage,
  serializeCollection,
  serializeEntity,
} from '../../features/reporting/odata/serialize.js';
import { type FeedRequest, MAX_PAGE_SIZE } from '../../features/reporting/odata-feed/feed-request.js';
import { countGroups, readGroups } from '../../features/reporting/odata-feed/read-groups.js';
import { countInventory, readInventory } from '../../features/reporting/odata-feed/read-inventory.js';
import { PorticoError } from '../../shared/errors.js';
import { requestSignal } from '../disconnect-signal.js';
import { sendText } from './odata-answers.js';
import { jsonFormatOf, type ODataTarget, optionsIn } from './odata-request.js';

/** The most entities that $skip may leave out: the ERP reads them all. Links to next pages go as far as there are rows. */
const MAX_SKIP = 10_000;

/** What answering a request for entities needs. */
export interface EntitySources {
  inventory: InventorySources;
  identity: RequestIdentity;
  root: string;
}

/** A request and its response. */
export interface Exchange {
  request: Request;
  response: Response;
}

/** How an entity set is read. */
interface Feed<Entity> {
  set: EntitySet<Entity>;
  read(request: FeedRequest<Entity>): Promise<CollectionPage<Entity>>;
  count(request: FeedRequest<Entity>): Promise<number>;
}

/** Answers with the entities, the entity or the number of entities that the path names. */
export function answerEntities(
  sources: EntitySources,
  target: ODataTarget,
  exchange: Exchange,
): Promise<void> {
  const { set } = target.resource;
  if (set === INVENTORY.name) {
    const feed = { set: INVENTORY, read: readInventory, count: countInventory };
    return target.resource.key === null
      ? answerSet(sources, feed, target, exchange)
      : answerItem(sources, target.resource.key, exchange);
  }
  if (set === INVENTORY_GROUPS.name && target.resource.key === null) {
    return answerSet(
      sources,
      { set: INVENTORY_GROUPS, read: readGroups, count: countGroups },
      target,
      exchange,
    );
  }
  throw set === INVENTORY_GROUPS.name
    ? new ODataError(501, `one entity of ${set} is not supported: use $filter`)
    : new PorticoError(
        'NOT_FOUND',
        `There is no ${quoted(set)} here; the service document names what there is.`,
      );
}

async function answerSet<Entity>(
  sources: EntitySources,
  feed: Feed<Entity>,
  { count }: ODataTarget,
  { request, response }: Exchange,
): Promise<void> {
  const feedRequest = feedRequestOf(sources, feed.set, { request, response });
  if (count) {
    const found = await feed.count(feedRequest);
    return sendText(request, response, { type: 'text/plain;charset=utf-8', text: String(found) });
  }
  const format = jsonFormatOf(request, feedRequest.given);
  const page = await feed.read(feedRequest);
  if (preferredPageSize(request.get('prefer')) !== null) {
    response.set('preference-applied', `odata.maxpagesize=${feedRequest.pageSize}`);
  }
  const { root, options } = feedRequest;
  const answer = { root, set: feed.set, select: options.select, format };
  return send(request, response, format, serializeCollection(answer, page));
}

async function answerItem(sources: EntitySources, key: string, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { root, options, scope, signal, given } = feedRequestOf(sources, INVENTORY, exchange);
  refuseCollectionOptions(given);
  const format = jsonFormatOf(request, given);
  const row = await sources.inventory.store.item(scope, key, signal);
  if (!row) throw new PorticoError('NOT_FOUND', 'There is no such item, or it is outside your scope.');
  const answer = { root, set: INVENTORY, select: options.select, format };
  return send(request, response, format, serializeEntity(answer, toItem(row, sources.inventory.onUnshown)));
}

/** One entity could be answered without these, but then it might not be what the client asks for. */
function refuseCollectionOptions(given: readonly RawOption[]): void {
  for (const [name] of given) {
    const option = systemOptionOf(name);
    if (option !== null && option !== 'select' && option !== 'format')
      throw new ODataError(400, 'found with one entity; wanted only with an entity set', `$${option}`);
  }
}

function feedRequestOf<Entity>(
  { inventory, identity, root }: EntitySources,
  set: EntitySet<Entity>,
  { request, response }: Exchange,
): FeedRequest<Entity> {
  const given = optionsIn(request);
  const options = parseQueryOptions(given, set);
  if (options.skip > MAX_SKIP) {
    const wanted = `wanted at most ${MAX_SKIP}; follow @odata.nextLink to read on`;
    throw new ODataError(400, `found ${options.skip}; ${wanted}`, '$skip');
  }
  const pageSize = Math.min(preferredPageSize(request.get('prefer')) ?? MAX_PAGE_SIZE, MAX_PAGE_SIZE);
  const { erpScope: scope } = identity;
  return { inventory, scope, signal: requestSignal(response), root, given, options, pageSize };
}

const send = (request: Request, response: Response, format: JsonFormat, text: string): Promise<void> =>
  sendText(request, response, { type: contentTypeOf(format), text });
