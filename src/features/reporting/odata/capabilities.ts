import { FUNCTIONS } from './functions.js';
import { type EntitySet, KEY } from './model.js';

/** What metadata says about an entity set or the container of all. */
export interface Annotation {
  /** The qualified name of the term, with the alias of its vocabulary. */
  term: string;
  value: AnnotationValue;
}

/** The value of an annotation: a constant, names of properties, members of an enumeration, or a record of such values. */
export type AnnotationValue =
  | string
  | boolean
  | { path: string }
  | { paths: readonly string[] }
  | { member: string }
  | { texts: readonly string[] }
  | { record: Readonly<Record<string, AnnotationValue>> }
  | { records: readonly Readonly<Record<string, AnnotationValue>>[] };

/** What the service as a whole supports. */
export const CONTAINER_ANNOTATIONS: readonly Annotation[] = [
  {
    term: 'Capabilities.ConformanceLevel',
    value: { member: 'Capabilities.ConformanceLevelType/Minimal' },
  },
  { term: 'Capabilities.FilterFunctions', value: { texts: FUNCTIONS } },
  { term: 'Capabilities.SupportedFormats', value: { texts: ['application/json'] } },
  { term: 'Capabilities.BatchSupported', value: false },
  { term: 'Capabilities.AsynchronousRequestsSupported', value: false },
  { term: 'Capabilities.CrossJoinSupported', value: false },
];

/** What an entity set supports. */
export function annotationsOf({ description, properties, searchable }: EntitySet): Annotation[] {
  const computed = properties.filter(({ column }) => column === null).map(({ name }) => name);
  const isFilterable = (name: string) => !computed.includes(name);
  const restriction = (name: string, values: Record<string, AnnotationValue>): Annotation => ({
    term: `Capabilities.${name}`,
    value: { record: values },
  });
  return [
    { term: 'Core.Description', value: description },
    { term: 'Capabilities.TopSupported', value: true },
    { term: 'Capabilities.SkipSupported', value: true },
    restriction('CountRestrictions', { Countable: true }),
    restriction('ExpandRestrictions', { Expandable: false }),
    restriction('SearchRestrictions', { Searchable: searchable }),
    restriction('SortRestrictions', { Sortable: true, NonSortableProperties: { paths: computed } }),
    restriction('FilterRestrictions', {
      ...{ Filterable: true, NonFilterableProperties: { paths: computed } },
      ...(isFilterable(KEY) && {
        FilterExpressionRestrictions: {
          records: [{ Property: { path: KEY }, AllowedExpressions: 'MultiValue' }],
        },
      }),
    }),
    restriction('InsertRestrictions', { Insertable: false }),
    restriction('UpdateRestrictions', { Updatable: false }),
    restriction('DeleteRestrictions', { Deletable: false }),
  ];
}
