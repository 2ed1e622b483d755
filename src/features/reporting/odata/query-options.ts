import type { Expression } from '../../inventory/expression/inventory.expression.js';
import { parseFilter } from './filter.js';
import type { EntitySet, Property } from './model.js';
import { ODataError, quoted } from './odata-error.js';
import { type OrderTerm, parseOrderBy, parseSelect } from './properties.js';
import { parseSearch } from './search.js';

/** The maximum length of a query option, in characters. */
const MAX_LENGTH = 20_000;

/** A query option as it came: its name, and its value percent-decoded. */
export type RawOption = readonly [name: string, value: string];

/** What a request for an entity set asks for. */
export interface QueryOptions<Entity> {
  /** $filter and $search together; null if there is neither. */
  where: Expression | null;
  orderBy: OrderTerm[];
  select: readonly Property<Entity>[];
  top: number | null;
  skip: number;
  count: boolean;
  skipToken: string | null;
}

/** The name of an option is read in any case, and also without its $ (OData 4.01 Protocol, 11.2.1). */
const SUPPORTED = [
  'filter',
  'search',
  'orderby',
  'select',
  'top',
  'skip',
  'count',
  'format',
  'skiptoken',
] as const;
const UNSUPPORTED: ReadonlySet<string> = new Set([
  ...['apply', 'compute', 'deltatoken', 'expand', 'id', 'index', 'levels', 'schemaversion'],
]);
type OptionName = (typeof SUPPORTED)[number];

/**
 * Reads the query options of a request. An option without a $ that OData doesn't know is ignored.
 *
 * @throws ODataError 400 if one is wrong, unknown or given twice; 501 if one isn't supported
 */
export function parseQueryOptions<Entity>(
  options: Iterable<RawOption>,
  set: EntitySet<Entity>,
): QueryOptions<Entity> {
  const given = givenOptions(options);
  const read = <T>(name: OptionName, parse: (text: string) => T): T | null => {
    const text = given.get(name);
    return text === undefined ? null : parse(text);
  };
  if (given.has('search') && !set.searchable) {
    throw new ODataError(501, `a search in ${set.name} is not supported`, '$search');
  }
  const conditions = [read('filter', (text) => parseFilter(text, set)), read('search', parseSearch)].filter(
    (condition) => condition !== null,
  );
  return {
    where: conditions.length > 1 ? { all: conditions } : (conditions[0] ?? null),
    orderBy: read('orderby', (text) => parseOrderBy(text, set)) ?? [],
    select: read('select', (text) => parseSelect(text, set)) ?? set.properties,
    top: read('top', (text) => parseNumber(text, '$top')),
    skip: read('skip', (text) => parseNumber(text, '$skip')) ?? 0,
    count: read('count', parseCount) ?? false,
    skipToken: given.get('skiptoken') ?? null,
  };
}

/** The name of a system query option, without its $ and in small letters; null for any other option. */
export function systemOptionOf(name: string): OptionName | null {
  const plain = plainName(name);
  return SUPPORTED.find((supported) => supported === plain) ?? null;
}

function givenOptions(options: Iterable<RawOption>): Map<OptionName, string> {
  const given = new Map<OptionName, string>();
  for (const [name, value] of options) {
    const known = systemOptionOf(name);
    if (!known) {
      refuse(name);
      continue;
    }
    if (given.has(known)) throw new ODataError(400, 'found twice; wanted once', `$${known}`);
    if (value.length > MAX_LENGTH) {
      throw new ODataError(
        400,
        `found ${value.length} characters; wanted at most ${MAX_LENGTH}`,
        `$${known}`,
      );
    }
    given.set(known, value);
  }
  return given;
}

const plainName = (name: string): string => name.replace(/^\$/, '').toLowerCase();

/** Refuses an option that would change the answer. */
function refuse(name: string): void {
  const plain = plainName(name);
  // Without its $, a name such as id may be a client's own.
  if (name.startsWith('$') && UNSUPPORTED.has(plain)) {
    throw new ODataError(501, `the query option $${plain} is not supported`);
  }
  if (name.startsWith('$')) {
    const names = SUPPORTED.map((supported) => `$${supported}`).join(', ');
    throw new ODataError(400, `found the query option ${quoted(name)}; wanted one of ${names}`);
  }
  if (name.startsWith('@')) throw new ODataError(501, 'a parameter alias is not supported');
}

function parseNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new ODataError(400, `found ${quoted(text)}; wanted a whole number from 0 to 999999999`, option);
}

function parseCount(text: string): boolean {
  const value = text.toLowerCase();
  if (value === 'true' || value === 'false') return value === 'true';
  throw new ODataError(400, `found ${quoted(text)}; wanted true or false`, '$count');
}
