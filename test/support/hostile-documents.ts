export const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
export const nest = (levels: number, open: string, close: string, core: string) =>
  open.repeat(levels) + core + close.repeat(levels);
export const nested = (levels: number, size: number | string) =>
  nest(levels, `erpCustomer { inventory(first: ${size}) { nodes { `, '} } }', 'id');
/** Fragments that each hold the next one twice. */
const doubling = (levels: number, on: string, core: string) =>
  `${many(levels, (n) => `fragment F${n} on ${on} { ...F${n + 1} ...F${n + 1} }`)} fragment F${levels} on ${on} { ${core} }`;

/** Documents that ask for too much, each by the limit that it goes beyond. */
export const HOSTILE: [limit: string, what: string, query: string, variables?: object][] = [
  ['characters', 'a comment without end', `{ viewer { role } } #${'x'.repeat(200_000)}`],
  ['tokens', 'a document without end', `{ ${'viewer { role } '.repeat(1_000)} }`],
  ['tokens', 'a document without end that is none', '] '.repeat(9_000)],
  ['depth', 'brackets that nobody closes', '{ a'.repeat(990)],
  ['depth', 'lists that nobody closes', `{ viewer(a: ${'['.repeat(1_900)}`],
  ['depth', 'fields in fields', nest(16, '{ a', '}', '')],
  [
    'depth',
    'fields in fragments in a chain',
    `{ ...F0 } ${many(150, (n) => `fragment F${n} on Query { a${n} { ...F${n + 1} } }`)}`,
  ],
  ['aliases', 'one field by many names', `{ ${many(31, (n) => `a${n}: inventoryTotals { itemCount }`)} }`],
  ['aliases', '__typename by many names', `{ viewer { ${many(31, (n) => `a${n}: __typename`)} } }`],
  ['aliases', 'many names in fragments', `{ ...F0 } ${doubling(5, 'Query', 'a: __typename')}`],
  ['directives', 'many on one field', `{ viewer { role ${'@include(if: true) '.repeat(51)} } }`],
  ['directives', 'unknown ones', `{ viewer { role ${'@a'.repeat(900)} } }`],
  ['directives', 'on the operation', `query ${'@a'.repeat(51)} { viewer { role } }`],
  ['directives', 'on variables', `query (${many(51, (n) => `$v${n}: Int @a`)}) { viewer { role } }`],
  [
    'recursion',
    'customers of stock of customers of stock',
    `{ inventory(first: 1) { nodes { ${nested(3, 1)} } } }`,
  ],
  [
    'recursion',
    'types of fields of types',
    `{ __schema { types { ${nest(4, 'fields { type { ', '} }', 'name')} } } }`,
  ],
  ['recursion', 'by another name', `{ ${nest(4, 'a: b { b: c {', '} }', 'x')} }`],
  [
    'recursion',
    'through fragments',
    '{ x { ...A } } fragment A on A { x { ...B } } fragment B on A { x { ...C } } fragment C on A { x }',
  ],
  ['rootFields', 'a field again and again', `{ ${'__typename '.repeat(31)} }`],
  ['rootFields', 'fragments that double forty times', `{ ...F0 } ${doubling(40, 'Query', '__typename')}`],
  [
    'rootFields',
    'fragments on the same type',
    `{ ${nest(9, '... on Query { ', '}', '__typename '.repeat(31))} }`,
  ],
  ['duplicates', 'a field again and again, further down', `{ viewer { ${'user { id } '.repeat(101)} } }`],
  [
    'duplicates',
    'fragments that double further down',
    `{ viewer { ...F0 } } ${doubling(40, 'Viewer', 'role')}`,
  ],
  ['operations', 'many operations', many(11, (n) => `query Q${n} { viewer { role } }`)],
  ['listItems', 'a list in a variable', '{ viewer { role } }', { l: Array(1_001).fill(0) }],
  [
    'listItems',
    'many small lists deep in variables',
    '{ viewer { role } }',
    { a: { b: Array(100).fill({ c: Array(10).fill(0) }) } },
  ],
  [
    'listItems',
    'a list in the text',
    `{ inventory(filter: { lot: { in: [${'"x"'.repeat(1_001)}] } }) { totalCount } }`,
  ],
  [
    'listItems',
    'a list in a variable that many fields use',
    `query ($l: [String!]) { ${many(30, (n) => `a${n}: inventory(filter: { lot: { in: $l } }) { totalCount }`)} }`,
    { l: Array(40).fill('x') },
  ],
  [
    'listItems',
    'a list by default in a fragment that doubles',
    `query ($l: [String!] = [${'"x" '.repeat(40)}]) { ${many(15, (n) => `a${n}: viewer { erpCustomers { ...F } }`)} }
     fragment F on ErpCustomer { inventory(filter: { lot: { in: $l }, bin: { in: $l } }) { totalCount } }`,
  ],
  ['listItems', 'a list by default', `query ($l: [Int] = [${'1 '.repeat(1_001)}]) { viewer { role } }`],
  ['cost', 'lists in lists', `{ inventory(first: 500) { nodes { ${nested(2, 500)} } } }`],
  [
    'cost',
    'lists in lists, by edges',
    '{ inventory(first: 500) { edges { node { erpCustomer { inventory(first: 500) { edges { node { id } } } } } } } }',
  ],
  [
    'cost',
    'from the back',
    '{ inventory(last: 500) { nodes { erpCustomer { inventory(last: 500) { nodes { id } } } } } }',
  ],
  [
    'cost',
    'sizes in variables',
    `query ($n: Int = 500) { inventory(first: $n) { nodes { ${nested(1, '$n')} } } }`,
  ],
  [
    'cost',
    'sizes given with the query',
    `query ($n: Int) { inventory(first: $n) { nodes { ${nested(1, '$n')} } } }`,
    { n: 500 },
  ],
  [
    'cost',
    'in fragments',
    `{ ...A } fragment A on Query { inventory(first: 500) { nodes { ...B } } } fragment B on InventoryItem { ${nested(1, 500)} }`,
  ],
  [
    'cost',
    'in fragments on an interface',
    '{ inventory(first: 500) { ...A ... on Connection { ...A } } } fragment A on InventoryConnection { nodes { erpCustomer { inventory(first: 500) { nodes { id } } } } }',
  ],
  ['cost', 'small lists, often', `{ inventory(first: 60) { nodes { ${nested(2, 60)} } } }`],
  [
    'cost',
    'many long lists',
    `{ ${many(12, (n) => `a${n}: inventory(first: 500) { nodes { ${nested(1, 20)} } }`)} }`,
  ],
  [
    'cost',
    'the items of the connotes of the customers of connotes',
    '{ connotes(first: 40) { nodes { customer { connotes(first: 30) { nodes { items { packaging } } } } } } }',
  ],
  [
    'cost',
    'the events of the connotes of customers',
    '{ customers(first: 50) { nodes { connotes(first: 30) { nodes { events { note } attempts { note } } } } } }',
  ],
  ['cost', 'a page without end', '{ inventory(first: 2147483647) { nodes { id } } }'],
  [
    'cost',
    'fields in fragments that double',
    `{ viewer { ...F0 } } ${many(13, (n) => `fragment F${n} on V { ${many(4, (k) => `x${n}y${k} { ...F${n + 1} }`)} }`)} fragment F13 on V { x }`,
  ],
];
