import { describe, expect, test } from 'vitest';
import {
  contentTypeOf,
  formatOf,
  type JsonFormat,
  preferredPageSize,
} from '../../../../src/features/reporting/odata/format.js';
import { metadataJson } from '../../../../src/features/reporting/odata/metadata-json.js';
import { metadataXml } from '../../../../src/features/reporting/odata/metadata-xml.js';
import { ENTITY_SETS, INVENTORY, INVENTORY_GROUPS } from '../../../../src/features/reporting/odata/model.js';
import {
  serializeCollection,
  serializeEntity,
  serviceDocument,
} from '../../../../src/features/reporting/odata/serialize.js';

const ITEM = {
  ...{
    id: "4'7",
    erpCustomer: { name: 'Acme' },
    partNumber: 'P-1',
    description: 'say "hi"\u2028',
    warehouse: null,
  },
  ...{ bin: null, lot: null, status: null, unit: 'EA', unshown: [] },
  ...{
    quantityOnHand: '1234567890123456.0123456789',
    quantityAllocated: '0',
    quantityAvailable: '-0.0000000001',
  },
  ...{ receivedOn: '2026-03-29', expiresOn: null, lastMovedAt: new Date('2026-03-29T02:30:00.003Z') },
};
const MINIMAL: JsonFormat = { metadata: 'minimal', numbersAsText: false };
const answer = (format: JsonFormat = MINIMAL) => ({
  ...{ root: 'https://a.test/odata/v4/', set: INVENTORY, select: INVENTORY.properties, format },
});

describe('an answer', () => {
  test('has every digit of its numbers', () => {
    const json = serializeCollection(answer(), { entities: [ITEM], count: 7, nextLink: 'https://a.test/n' });
    expect(json).toContain('"QuantityOnHand":1234567890123456.0123456789,');
    expect(json).toContain('"QuantityAvailable":-0.0000000001,');
    expect(JSON.parse(json)).toMatchObject({
      '@odata.context': 'https://a.test/odata/v4/$metadata#Inventory',
      '@odata.count': 7,
      '@odata.nextLink': 'https://a.test/n',
      value: [
        {
          ...{ Id: "4'7", ErpCustomer: 'Acme', Description: 'say "hi"\u2028', Warehouse: null },
          ...{ ReceivedOn: '2026-03-29', ExpiresOn: null, LastMovedAt: '2026-03-29T02:30:00.003Z' },
        },
      ],
    });
  });

  test('has them as texts for a client that would round them', () => {
    const json = serializeCollection(answer({ ...MINIMAL, numbersAsText: true }), {
      ...{ entities: [ITEM], count: 7, nextLink: null },
    });
    expect(JSON.parse(json)).toMatchObject({
      ...{ '@odata.count': '7', value: [{ QuantityOnHand: '1234567890123456.0123456789' }] },
    });
  });

  test('says as much about itself as is asked for', () => {
    const full = JSON.parse(serializeEntity(answer({ ...MINIMAL, metadata: 'full' }), ITEM));
    expect(full).toMatchObject({
      '@odata.context': 'https://a.test/odata/v4/$metadata#Inventory/$entity',
      '@odata.type': '#Portico.InventoryItem',
      '@odata.id': "https://a.test/odata/v4/Inventory('4''7')",
      'QuantityOnHand@odata.type': '#Decimal',
    });
    const none = serializeEntity(answer({ ...MINIMAL, metadata: 'none' }), ITEM);
    expect(none).not.toContain('@odata');
    const select = INVENTORY.properties.filter(({ name }) => name === 'Bin');
    expect(JSON.parse(serializeEntity({ ...answer(), select }, ITEM))).toEqual({
      ...{ '@odata.context': 'https://a.test/odata/v4/$metadata#Inventory(Bin)/$entity', Bin: null },
    });
  });

  test('about a group has a key of all that it is grouped by', () => {
    const group = {
      ...{ erpCustomer: { name: 'Acme' }, partNumber: 'P', warehouse: null, status: 'HOLD', unit: 'EA' },
      ...{ bin: null, lot: null, expiresMonth: null, itemCount: 3, earliestExpiry: null },
      ...{ quantityOnHand: '1', quantityAllocated: '0', quantityAvailable: '1' },
    };
    const { properties } = INVENTORY_GROUPS;
    const json = serializeEntity({ ...answer(), set: INVENTORY_GROUPS, select: properties }, group);
    expect(JSON.parse(json)).toMatchObject({ Id: '["Acme","P",null,"HOLD","EA"]', ItemCount: 3 });
  });

  test('is never spoilt by a value that is no number', () => {
    expect(() => serializeEntity(answer(), { ...ITEM, quantityOnHand: '1}' })).toThrow(/not a decimal/);
  });

  test('to the root names the entity sets', () => {
    expect(JSON.parse(serviceDocument('https://a.test/', MINIMAL))).toEqual({
      '@odata.context': 'https://a.test/$metadata',
      value: ['Inventory', 'InventoryGroups'].map((name) => ({ name, kind: 'EntitySet', url: name })),
    });
  });
});

describe('the format', () => {
  test.each([
    [null, undefined, 'minimal', false],
    [null, '*/*', 'minimal', false],
    [null, 'application/xml;q=0.9, application/json;odata.metadata=full', 'full', false],
    [null, 'application/json;q=0.1, application/json;IEEE754Compatible=true', 'minimal', true],
    [null, 'APPLICATION/JSON; odata.metadata="none"; IEEE754Compatible=true', 'none', true],
    ['json', 'text/html', 'minimal', false],
    ['application/json;metadata=full', undefined, 'full', false],
  ] as const)('of $format %s and Accept %s', (format, accept, metadata, numbersAsText) => {
    expect(formatOf(format, accept)).toEqual({ metadata, numbersAsText });
  });

  test('is refused if it is not JSON', () => {
    expect(formatOf(null, 'text/html')).toBeNull();
    expect(formatOf(null, 'application/json;q=0')).toBeNull();
    expect(formatOf(null, 'application/json;odata.metadata=most')).toBeNull();
    expect(() => formatOf('atom', undefined)).toThrow(/^\$format: the format "atom"/);
  });

  test('is told with the answer', () => {
    expect(contentTypeOf({ metadata: 'full', numbersAsText: true })).toBe(
      'application/json;odata.metadata=full;IEEE754Compatible=true;charset=utf-8',
    );
  });

  test.each([
    ['odata.maxpagesize=50', 50],
    ['return=minimal, maxpagesize="7"', 7],
    ['odata.maxpagesize=0', null],
    ['odata.maxpagesize=-1', null],
    [undefined, null],
  ])('of pages by Prefer %s is %s entities', (prefer, size) => {
    expect(preferredPageSize(prefer)).toBe(size);
  });
});

describe('the metadata', () => {
  test('names the same properties in XML and JSON', () => {
    const [xml, json] = [metadataXml(), JSON.parse(metadataJson())];
    for (const { name, typeName, properties } of ENTITY_SETS) {
      const [, type = ''] = new RegExp(`<EntityType Name="${typeName}">(.*?)</EntityType>`).exec(xml) ?? [];
      const inXml = [...type.matchAll(/<Property Name="(\w+)" Type="([\w.]+)"/g)].map(
        ([, ...found]) => found,
      );
      expect(inXml).toEqual(properties.map((property) => [property.name, property.type]));
      const inJson = Object.entries<{ $Type?: string }>(json.Portico[typeName]).filter(
        ([key]) => !key.startsWith('$'),
      );
      expect(inJson.map(([key, { $Type = 'Edm.String' }]) => [key, $Type])).toEqual(inXml);
      expect(json.Portico.Container[name]).toMatchObject({
        ...{ $Type: `Portico.${typeName}`, '@Capabilities.ExpandRestrictions': { Expandable: false } },
      });
    }
    expect(xml).toContain('Type="Edm.Decimal" Nullable="false" Precision="38" Scale="variable"');
    expect(xml).toContain('<Annotation Term="Capabilities.BatchSupported" Bool="false"/>');
    expect(xml.match(/<\w[^>]*[^/]>/g)?.length).toBe(xml.match(/<\/\w/g)?.length);
  });
});
