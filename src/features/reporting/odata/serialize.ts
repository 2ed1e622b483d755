import type { JsonFormat } from './format.js';
import { entitySegment } from './key.js';
import {
  ENTITY_SETS,
  type EntitySet,
  KEY,
  NAMESPACE,
  type Property,
  type PropertyType,
  type PropertyValue,
} from './model.js';

/** What an answer needs apart from its entities. */
export interface Answer<Entity> {
  /** The absolute URL of the service, with a slash at its end. */
  root: string;
  set: EntitySet<Entity>;
  select: readonly Property<Entity>[];
  format: JsonFormat;
}

/** A page of a collection. */
export interface CollectionPage<Entity> {
  entities: readonly Entity[];
  /** The number of entities on all pages; null if it isn't asked for. */
  count: number | null;
  nextLink: string | null;
}

const NUMBERS: ReadonlySet<PropertyType> = new Set(['Edm.Decimal', 'Edm.Int64']);
/** Types that JSON tells apart by itself, or that are the default. */
const EVIDENT: ReadonlySet<PropertyType> = new Set(['Edm.String']);

/** A page as JSON. A number is written with all its digits, never by way of a float. */
export function serializeCollection<Entity>(answer: Answer<Entity>, page: CollectionPage<Entity>): string {
  const { format } = answer;
  return object([
    ...contextOf(answer, ''),
    ...(page.count === null ? [] : [member('@odata.count', number(String(page.count), format))]),
    member('value', `[${page.entities.map((entity) => object(membersOf(answer, entity))).join(',')}]`),
    ...(page.nextLink === null ? [] : [member('@odata.nextLink', JSON.stringify(page.nextLink))]),
  ]);
}

/** One entity as JSON. */
export function serializeEntity<Entity>(answer: Answer<Entity>, entity: Entity): string {
  return object([...contextOf(answer, '/$entity'), ...membersOf(answer, entity)]);
}

/** The service document: the entity sets that there are. */
export function serviceDocument(root: string, { metadata }: JsonFormat): string {
  const value = ENTITY_SETS.map(({ name }) => ({ name, kind: 'EntitySet', url: name }));
  return JSON.stringify({ ...(metadata !== 'none' && { '@odata.context': `${root}$metadata` }), value });
}

/** The context URL names the selected properties, unless all are. */
function contextOf<Entity>({ root, set, select, format }: Answer<Entity>, suffix: string): string[] {
  if (format.metadata === 'none') return [];
  const isWhole = select.length === set.properties.length;
  const names = isWhole ? '' : `(${select.map(({ name }) => name).join(',')})`;
  return [member('@odata.context', JSON.stringify(`${root}$metadata#${set.name}${names}${suffix}`))];
}

function membersOf<Entity>({ root, set, select, format }: Answer<Entity>, entity: Entity): string[] {
  const isFull = format.metadata === 'full';
  return [
    ...(isFull ? identityOf(root, set, entity) : []),
    ...select.flatMap(({ name, type, read }) => [
      ...(isFull && !EVIDENT.has(type)
        ? [member(`${name}@odata.type`, JSON.stringify(type.replace('Edm.', '#')))]
        : []),
      member(name, written(read(entity), type, format)),
    ]),
  ];
}

/** The type of an entity and its own URL. */
function identityOf<Entity>(root: string, set: EntitySet<Entity>, entity: Entity): string[] {
  const key = set.properties.find(({ name }) => name === KEY)?.read(entity);
  return [
    member('@odata.type', JSON.stringify(`#${NAMESPACE}.${set.typeName}`)),
    member('@odata.id', JSON.stringify(`${root}${entitySegment(set.name, String(key))}`)),
  ];
}

function written(value: PropertyValue, type: PropertyType, format: JsonFormat): string {
  if (value === null) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  return NUMBERS.has(type) ? number(value, format) : JSON.stringify(value);
}

/** @throws Error if the text is no number in JSON: it would spoil the answer */
function number(text: string, { numbersAsText }: JsonFormat): string {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) throw new Error(`${JSON.stringify(text)} is not a decimal`);
  return numbersAsText ? JSON.stringify(text) : text;
}

const member = (name: string, json: string): string => `${JSON.stringify(name)}:${json}`;
const object = (members: readonly string[]): string => `{${members.join(',')}}`;
