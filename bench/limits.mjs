// Measures how fast the worst known request for each limit is refused: node bench/limits.mjs
// Starts the whole service with embedded databases. Needs a build (npm run build).
import 'reflect-metadata';
import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { scratchFolder } from './scratch.mjs';

const SAMPLES = 25;
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n)).join(' ');
const nested = (levels, open, close, core) => open.repeat(levels) + core + close.repeat(levels);
const bomb = (levels, type, core) =>
  `${many(levels, (n) => `fragment F${n} on ${type} { ...F${n + 1} ...F${n + 1} }`)} fragment F${levels} on ${type} { ${core} }`;
const WIDE = `{ erpCustomers(first: 1000) { ${many(28, (n) => `a${n}: inventory(first: 500) { nodes { id erpCustomer { name } } }`)} } }`;

/** The worst known requests for each limit, as [limit, title, query, the variable `l` as JSON]. */
const ATTACKS = [
  ['characters', 'a comment of 250,000', `{ viewer { role } } #${'x'.repeat(250_000)}`],
  ['tokens', '19,980 brackets', '[]'.repeat(9_990)],
  ['tokens', 'the same field 3,900 times', `{ viewer { ${'role '.repeat(3_900)} } }`],
  ['depth', '990 levels, none of them closed', `{ a${'{a'.repeat(990)}`],
  ['depth', '1,980 lists, none of them closed', `{ viewer(a: ${'['.repeat(1_980)}`],
  [
    'depth',
    'fragments in a chain',
    `{ ...F0 } ${many(150, (n) => `fragment F${n} on Query { a { ...F${n + 1} } }`)}`,
  ],
  [
    'recursion',
    'circular introspection',
    `{ __schema { types { ${nested(4, 'fields { type { ', ' } }', 'name')} } } }`,
  ],
  [
    'recursion',
    'many fields, all within each other',
    `{ ${many(60, (n) => `f${n} { ${nested(5, `f${n} { `, '}', 'x')} }`)} }`,
  ],
  ['aliases', '__typename under 600 names', `{ ${many(600, (n) => `a${n}: __typename`)} }`],
  ['aliases', 'in fragments that double', `{ ...F0 } ${bomb(170, 'Query', 'a: __typename')}`],
  ['directives', '980 on a field', `{ viewer { role ${'@a'.repeat(980)} } }`],
  ['rootFields', 'fragments that double', `{ ...F0 } ${bomb(190, 'Query', '__typename')}`],
  ['duplicates', 'an object 490 times', `{ viewer { ${'user{id}'.repeat(490)} } }`],
  ['operations', '330 of them', many(330, (n) => `query Q${n} { viewer }`)],
  [
    'listItems',
    '60,000 in a variable',
    'query ($l: [String!]) { inventory(filter: { erpCustomerNames: $l }) { totalCount } }',
    JSON.stringify(Array(60_000).fill('x')),
  ],
  ['listItems', '100,000 nested lists', '{ viewer { role } }', nested(100_000, '[', ']', '1')],
  [
    'listItems',
    '1,900 in the text',
    `{ inventory(filter: { erpCustomerNames: [${'"x" '.repeat(1_900)}] }) { totalCount } }`,
  ],
  [
    'cost',
    'lists in lists',
    '{ inventory(first: 500) { nodes { erpCustomer { inventory(first: 500) { nodes { id } } } } } }',
  ],
  ['cost', 'wide and nested', WIDE],
  [
    'cost',
    'fields in fragments that double',
    `{ viewer { ...F0 } } ${many(13, (n) => `fragment F${n} on Viewer { ${many(4, (k) => `x${n}y${k} { ...F${n + 1} }`)} }`)} fragment F13 on Viewer { role }`,
  ],
];

/** Other requests that take long to check. They must be answered fast too, whether they are refused or not. */
const OTHERS = [
  ['none', 'introspection', getIntrospectionQuery()],
  [
    'none',
    'circular introspection within the limit',
    `{ __schema { types { ${nested(3, 'fields { type { ', ' } }', 'name')} } } }`,
  ],
  [
    'duplicates',
    'fragments in circles',
    `{ viewer { ...F0 } } ${many(150, (n) => `fragment F${n} on Viewer { ...F${(n + 1) % 150} ...F${(n + 7) % 150} role }`)}`,
  ],
  [
    'none',
    '90 fragments side by side',
    `{ viewer { ${many(90, (n) => `...F${n}`)} } } ${many(90, (n) => `fragment F${n} on Viewer { role }`)}`,
  ],
  ['none', 'one path many times', `{ viewer { ${many(30, () => `user { ${'id '.repeat(60)} }`)} } }`],
];

const folder = scratchFolder();
const app = await startApp(parseConfig({ PORT: '0', DATA_DIR: folder }), {
  logger: pino({ level: 'silent' }),
});

async function ask(body) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const bodyOf = (query, l = 'null') => `{"query":${JSON.stringify(query)},"variables":{"l":${l}}}`;

async function report([limit, title, query, l], body = bodyOf(query, l)) {
  const times = [];
  let answer;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const started = performance.now();
    answer = await ask(body);
    times.push(performance.now() - started);
  }
  const { errors = [] } = JSON.parse(answer.text);
  const { limit: hit = 'none', found, code = '' } = errors[0]?.extensions ?? {};
  const [first] = times;
  times.sort((a, b) => a - b);
  const shown = (time) => time.toFixed(1).padStart(6);
  const mismatch = hit === limit ? '' : `  <- ${hit} ${code} ${errors[0]?.message?.slice(0, 80)}`;
  process.stdout.write(
    `${limit.padEnd(11)} ${title.padEnd(44)} ${answer.status} first ${shown(first)} min ${shown(times[0])} median ${shown(times[SAMPLES >> 1])} max ${shown(times.at(-1))} ms  found ${found ?? '-'}${mismatch}\n`,
  );
}

try {
  await report(['bodyBytes', '10 MB'], `{"query": "${'x'.repeat(10_000_000)}"}`);
  for (const attack of [...ATTACKS, ...OTHERS]) await report(attack);
} finally {
  await app.stop();
}
