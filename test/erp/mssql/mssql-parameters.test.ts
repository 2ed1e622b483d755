import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ColumnValue, type ErpColumn } from '../../../src/erp/erp.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { serverOf } from '../../support/tds-server/erp-server.js';
import { type Column, type Parameter, SqlError, type SqlType } from '../../support/tds-server/sql-types.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const VARCHAR = { name: 'varchar', length: 8000 } as const;
const NVARCHAR = { name: 'nvarchar', length: 4000 } as const;
const SELECT = 'select * from stock';
const ONE = { columns: [{ name: 'one', type: { name: 'int' } as const }], rows: [['1']] };
const never = new AbortController().signal;

let server: TdsServer;
let erp: MssqlErp;
/** What the server has, and the code page that it tells of its varchar columns. */
let columns: Column[];
let codePage: string | null | SqlError;
/** The column of which it tells nothing. */
let refused: string | null;
beforeAll(async () => {
  server = await TdsServer.start(({ sql }) => {
    if (sql.includes('where 1 = 0')) return { columns, rows: [] };
    if (!sql.includes('sql_variant_property')) return ONE;
    if (codePage instanceof SqlError) throw codePage;
    if (refused && sql.includes(`[${refused}]`)) throw new SqlError(451, 'Cannot resolve collation conflict');
    return {
      columns: [
        { name: 'collation_0', type: { name: 'nvarchar', length: 128 } },
        { name: 'code_page_0', type: { name: 'int' } },
      ],
      rows: [['Latin1_General_CI_AS', codePage]],
    };
  });
});
afterAll(async () => {
  await server.stop();
  expect(server.failures).toEqual([]);
});
beforeEach(() => {
  codePage = '1252';
  refused = null;
  erp = new MssqlErp(serverOf(server), 5_000);
});
afterEach(() => erp.close());

/** How a value arrives at the server that meets a column of this type. */
async function arrived(type: SqlType, text: string): Promise<Pick<Parameter, 'type' | 'value'>> {
  columns = [{ name: 'lot', type }];
  const [column = null] = await erp.describe(SELECT, never);
  return sent(column, text);
}

async function sent(column: ErpColumn | null, text: string): Promise<Pick<Parameter, 'type' | 'value'>> {
  server.clear();
  await erp.read({ sql: 'select 1 where lot = @1', parameters: [new ColumnValue(column, text)] }, never);
  const [parameter] = server.statements.flatMap(({ parameters }) => parameters);
  if (!parameter) throw new Error('no parameter arrived');
  return { type: parameter.type, value: parameter.value };
}

describe('a value arrives as what the column is', () => {
  const varchar = { name: 'varchar', length: 20 } as const;
  test.each<[SqlType, string, SqlType]>([
    [varchar, 'LOT-1 ', VARCHAR],
    [varchar, 'Brünnhilde € Ž', VARCHAR],
    [varchar, '', VARCHAR],
    [varchar, 'a\0', VARCHAR],
    [{ name: 'nvarchar', length: 20 }, 'LOT-1', NVARCHAR],
    [{ name: 'char', length: 6 }, 'LOT-1', { name: 'char', length: 6 }],
    [{ name: 'char', length: 6 }, 'Ärmel1', { name: 'char', length: 6 }],
    [{ name: 'nchar', length: 6 }, 'LOT-1🍋'.slice(0, 6), { name: 'nchar', length: 6 }],
    // None of the column's values is as long.
    [{ name: 'char', length: 4 }, 'LOT-1', VARCHAR],
    [{ name: 'nchar', length: 4 }, 'LOT-1', NVARCHAR],
    [{ name: 'tinyint' }, '255', { name: 'tinyint' }],
    [{ name: 'tinyint' }, '-1', { name: 'smallint' }],
    [{ name: 'smallint' }, '32767', { name: 'smallint' }],
    [{ name: 'smallint' }, '32768', { name: 'int' }],
    [{ name: 'int' }, '-2147483648', { name: 'int' }],
    [{ name: 'int' }, '2147483648', { name: 'bigint' }],
    [{ name: 'bigint' }, '9223372036854775807', { name: 'bigint' }],
    [{ name: 'date' }, '2026-03-29', VARCHAR],
    [{ name: 'datetime2', scale: 3 }, '2026-03-29 02:30:00.123', VARCHAR],
    [{ name: 'decimal', precision: 10, scale: 2 }, '1.50', NVARCHAR],
    // An older mapping's cursor.
    [{ name: 'int' }, 'A-17', NVARCHAR],
    [{ name: 'bigint' }, '9223372036854775808', NVARCHAR],
    [{ name: 'date' }, '２０２６', NVARCHAR],
  ])('%j %j', async (type, text, expected) => {
    expect(await arrived(type, text)).toEqual({ type: expected, value: text });
  });

  test('whole where it is longer than the declared lengths', async () => {
    for (const [type, text] of [
      [varchar, 'x'.repeat(8001)],
      [{ name: 'nvarchar', length: 20 }, 'x'.repeat(4001)],
    ] as const) {
      expect(await arrived(type, text)).toEqual({ type: { name: 'nvarchar', length: 'max' }, value: text });
    }
  });

  test('as nvarchar while nobody has described it', async () => {
    expect(await sent(null, 'LOT-1')).toEqual({ type: NVARCHAR, value: 'LOT-1' });
  });
});

describe('a text that a code page would change never arrives as another', () => {
  test.each([
    ['a letter that would be ?', 'Łódź'],
    ['full width, which would be narrow', 'Ａcme'],
    ['an accent of its own', 'A\u0301cme'],
    ['a lone surrogate', 'Acme\ud800'],
    ['an emoji', 'Acme 🍋'],
    ['a character that stands for unknown bytes', 'Acme\ufffd'],
    ['a control character that the driver lacks', 'Acme\u0081'],
  ])('%s', async (_what, text) => {
    expect(await arrived({ name: 'varchar', length: 20 }, text)).toEqual({ type: NVARCHAR, value: text });
  });

  test.each<[why: string, codePage: string | null | SqlError]>([
    ["the column's is another than the database's", '1250'],
    ['that has several bytes for a character', '932'],
    ['that the driver does not write', '65001'],
    ['that the server does not tell', null],
    ['that the server refuses to tell', new SqlError(451, 'Cannot resolve collation conflict')],
  ])('in a code page %s', async (_why, told) => {
    codePage = told;
    const varchar = { name: 'varchar', length: 20 } as const;
    expect(await arrived(varchar, 'Brünnhilde')).toEqual({ type: NVARCHAR, value: 'Brünnhilde' });
    expect(await arrived(varchar, 'Acme')).toEqual({ type: VARCHAR, value: 'Acme' });
  });
});

test("a column whose collation the server refuses to tell doesn't cost the others theirs", async () => {
  const varchar = { name: 'varchar', length: 20 } as const;
  columns = [
    { name: 'odd', type: varchar },
    { name: 'lot', type: { ...varchar, length: 'max' } },
    { name: 'text', type: { name: 'nvarchar', length: 'max' } },
  ];
  refused = 'odd';
  const described = await erp.describe(SELECT, never);
  expect(described.map(({ name, collation }) => [name, collation])).toEqual([
    ['odd', undefined],
    ['lot', 'Latin1_General_CI_AS'],
    ['text', 'Latin1_General_CI_AS'],
  ]);
  // A sql_variant holds no text of any length, and a collation may have no code page.
  const asked = server.statements.at(-1)?.sql ?? '';
  expect(asked).toContain('cast(described.[text] as nvarchar(1))');
});
