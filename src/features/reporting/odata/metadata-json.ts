import {
  type Annotation,
  type AnnotationValue,
  annotationsOf,
  CONTAINER_ANNOTATIONS,
} from './capabilities.js';
import { CONTAINER, ENTITY_SETS, type EntitySet, KEY, NAMESPACE, type Property } from './model.js';

/** The vocabularies of the annotations, by their aliases. */
export const VOCABULARIES = {
  Core: 'Org.OData.Core.V1',
  Capabilities: 'Org.OData.Capabilities.V1',
} as const;

/** Where a vocabulary is described. */
export const vocabularyUrl = (name: string): string =>
  `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${name}`;

/** The digits of a quantity. Edm.Decimal of any other type would be a whole number. */
export const DECIMAL_FACETS = { precision: 38, scale: 'variable' } as const;

/** The metadata as CSDL JSON (OData 4.01 CSDL JSON Representation). */
export function metadataJson(): string {
  const types = ENTITY_SETS.map((set: EntitySet) => [set.typeName, entityType(set)] as const);
  const sets = ENTITY_SETS.map((set: EntitySet) => [
    set.name,
    { $Collection: true, $Type: `${NAMESPACE}.${set.typeName}`, ...annotations(annotationsOf(set)) },
  ]);
  return JSON.stringify({
    $Version: '4.01',
    $EntityContainer: `${NAMESPACE}.${CONTAINER}`,
    $Reference: Object.fromEntries(
      Object.entries(VOCABULARIES).map(([alias, name]) => [
        `${vocabularyUrl(name)}.json`,
        { $Include: [{ $Namespace: name, $Alias: alias }] },
      ]),
    ),
    [NAMESPACE]: {
      ...Object.fromEntries(types),
      [CONTAINER]: {
        $Kind: 'EntityContainer',
        ...annotations(CONTAINER_ANNOTATIONS),
        ...Object.fromEntries(sets),
      },
    },
  });
}

function entityType({ properties }: EntitySet) {
  const described = properties.map((property: Property) => [property.name, propertyOf(property)]);
  return { $Kind: 'EntityType', $Key: [KEY], ...Object.fromEntries(described) };
}

/** Edm.String is the default of a type, and false that of $Nullable. */
function propertyOf({ type, nullable }: Property) {
  return {
    ...(type !== 'Edm.String' && { $Type: type }),
    ...(nullable && { $Nullable: true }),
    ...(type === 'Edm.Decimal' && { $Precision: DECIMAL_FACETS.precision, $Scale: DECIMAL_FACETS.scale }),
    ...(type === 'Edm.DateTimeOffset' && { $Precision: 3 }),
  };
}

function annotations(list: readonly Annotation[]) {
  return Object.fromEntries(list.map(({ term, value }) => [`@${term}`, constantOf(value)]));
}

function constantOf(value: AnnotationValue): unknown {
  if (typeof value !== 'object') return value;
  if ('path' in value) return value.path;
  if ('paths' in value) return value.paths;
  if ('texts' in value) return value.texts;
  // Without the name of its type, a member is written as in a literal of CSDL JSON.
  if ('member' in value) return value.member.split('/')[1];
  if ('records' in value) return value.records.map(recordOf);
  return recordOf(value.record);
}

const recordOf = (record: Readonly<Record<string, AnnotationValue>>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, constantOf(value)]));
