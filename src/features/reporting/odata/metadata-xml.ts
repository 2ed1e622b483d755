import { escapeMarkup } from '../../../shared/escape-markup.js';
import {
  type Annotation,
  type AnnotationValue,
  annotationsOf,
  CONTAINER_ANNOTATIONS,
} from './capabilities.js';
import { DECIMAL_FACETS, VOCABULARIES, vocabularyUrl } from './metadata-json.js';
import { CONTAINER, ENTITY_SETS, type EntitySet, KEY, NAMESPACE, type Property } from './model.js';

type Attributes = Readonly<Record<string, string>>;

/** The metadata as CSDL XML (OData 4.0, which more clients read than 4.01). */
export function metadataXml(): string {
  const references = Object.entries(VOCABULARIES).map(([alias, name]) =>
    element('edmx:Reference', { Uri: `${vocabularyUrl(name)}.xml` }, [
      element('edmx:Include', { Namespace: name, Alias: alias }),
    ]),
  );
  const sets = ENTITY_SETS.map((set: EntitySet) =>
    element(
      'EntitySet',
      { Name: set.name, EntityType: `${NAMESPACE}.${set.typeName}` },
      annotationsOf(set).map(annotation),
    ),
  );
  const container = element('EntityContainer', { Name: CONTAINER }, [
    ...sets,
    ...CONTAINER_ANNOTATIONS.map(annotation),
  ]);
  const schema = element(
    'Schema',
    { xmlns: 'http://docs.oasis-open.org/odata/ns/edm', Namespace: NAMESPACE },
    [...ENTITY_SETS.map(entityType), container],
  );
  const edmx = element(
    'edmx:Edmx',
    { 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx', Version: '4.0' },
    [...references, element('edmx:DataServices', {}, [schema])],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${edmx}\n`;
}

function entityType({ typeName, properties }: EntitySet): string {
  const key = element('Key', {}, [element('PropertyRef', { Name: KEY })]);
  return element('EntityType', { Name: typeName }, [key, ...properties.map(propertyOf)]);
}

function propertyOf({ name, type, nullable }: Property): string {
  return element('Property', {
    Name: name,
    Type: type,
    ...(!nullable && { Nullable: 'false' }),
    ...(type === 'Edm.Decimal' && {
      Precision: String(DECIMAL_FACETS.precision),
      Scale: DECIMAL_FACETS.scale,
    }),
    ...(type === 'Edm.DateTimeOffset' && { Precision: '3' }),
  });
}

function annotation({ term, value }: Annotation): string {
  const { attributes, children } = written(value);
  return element('Annotation', { Term: term, ...attributes }, children);
}

/** A value, as attributes or children of the element that has it. */
function written(value: AnnotationValue): { attributes: Attributes; children: readonly string[] } {
  const attribute = (name: string, text: string) => ({ attributes: { [name]: text }, children: [] });
  const collection = (children: string[]) => ({
    attributes: {},
    children: [element('Collection', {}, children)],
  });
  if (typeof value === 'boolean') return attribute('Bool', String(value));
  if (typeof value === 'string') return attribute('String', value);
  if ('path' in value) return attribute('PropertyPath', value.path);
  if ('member' in value) return attribute('EnumMember', value.member);
  if ('paths' in value)
    return collection(value.paths.map((path) => element('PropertyPath', {}, [escapeMarkup(path)])));
  if ('texts' in value)
    return collection(value.texts.map((text) => element('String', {}, [escapeMarkup(text)])));
  if ('records' in value) return collection(value.records.map(record));
  return { attributes: {}, children: [record(value.record)] };
}

function record(values: Readonly<Record<string, AnnotationValue>>): string {
  const properties = Object.entries(values).map(([name, value]) => {
    const { attributes, children } = written(value);
    return element('PropertyValue', { Property: name, ...attributes }, children);
  });
  return element('Record', {}, properties);
}

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  const open = `<${name}${list.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}
