import { describe, expect, test } from 'vitest';
import type { ErpColumn } from '../../../src/erp/erp.js';
import { ErpSql } from '../../../src/erp/erp-sql.js';
import { UNKNOWN_COLUMNS } from '../../../src/erp/mapping.js';
import { toParameter } from '../../../src/erp/mssql/mssql-parameters.js';
import { findsEveryCase } from '../../../src/erp/mssql/mssql-text.js';

const MAPPING = { inventory: 'select * from stock', customers: null, invoices: null, payments: null };

const lot = (rest: Partial<ErpColumn> = {}): ErpColumn => ({
  name: 'lot',
  type: 'text',
  declared: 'varchar(40)',
  padded: false,
  nullable: true,
  collation: 'SQL_Latin1_General_CP1_CI_AS',
  codePage: 1252,
  sentCodePage: 'CP1252',
  ...rest,
});

const SAFE = [
  ...[
    'Latin1_General_CI_AS',
    'Latin1_General_CI_AI',
    'latin1_general_ci_as_ks_ws',
    'Latin1_General_100_CI_AS',
  ],
  ...['Latin1_General_100_CI_AI_WS', 'Latin1_General_100_CI_AS_SC', 'Latin1_General_100_CI_AS_KS_WS_SC_UTF8'],
  ...['SQL_Latin1_General_CP1_CI_AS', 'SQL_Latin1_General_CP1_CI_AI', 'SQL_Latin1_General_Pref_CP1_CI_AS'],
  ...['SQL_Latin1_General_CP850_CI_AS', 'SQL_Latin1_General_CP850_CI_AI'],
];
/** Not known to find every case: two letters that are one, pairs of letters that differ by more than case, or by case. */
const UNSAFE = [
  ...['Danish_Norwegian_CI_AS', 'Danish_Greenlandic_100_CI_AS', 'Norwegian_100_CI_AI', 'Czech_CI_AS'],
  ...['Slovak_CI_AS', 'Hungarian_CI_AS', 'Hungarian_Technical_CI_AS', 'Croatian_CI_AS', 'Albanian_CI_AS'],
  ...[
    'Traditional_Spanish_CI_AS',
    'Welsh_100_CI_AS',
    'Vietnamese_CI_AS',
    'Ukrainian_CI_AS',
    'Kazakh_90_CI_AS',
  ],
  ...[
    'Turkish_CI_AS',
    'Azeri_Latin_90_CI_AS',
    'SQL_Latin1_General_CP1254_CI_AS',
    'SQL_Hungarian_CP1250_CI_AS',
  ],
  ...[
    'SQL_Danish_Pref_CP1_CI_AS',
    'SQL_Latin1_General_CP1_CS_AS',
    'Latin1_General_CS_AS',
    'Latin1_General_BIN2',
  ],
  ...['Latin1_General_100_BIN2_UTF8', 'Latin1_General_100_CI_AS_XX', 'x Latin1_General_CI_AS', ''],
];

test.each([...SAFE.map((name) => [name, true] as const), ...UNSAFE.map((name) => [name, false] as const)])(
  '%s finds a plain text in every case: %s',
  (collation, expected) => {
    expect(findsEveryCase(lot({ collation }))).toBe(expected);
  },
);

describe('a condition on a lot', () => {
  const compiled = (column: ErpColumn, texts: string[]) => {
    const erpSql = new ErpSql('mssql', MAPPING, { ...UNKNOWN_COLUMNS, inventory: [column] });
    const { dialect } = erpSql;
    const query = erpSql
      .inventory()
      .where(dialect.foldedIn('lot', texts))
      .where(dialect.exactlyIn('lot', texts));
    const { sql, parameters } = query.select('lot').compile();
    return { sql, types: parameters.map((value) => toParameter(value).type) };
  };

  test('sends all its values alike, so that few query plans are needed', () => {
    const orders = [
      ['Ł-1', 'L-2', 'L-3', 'L-4'],
      ['L-1', 'L-2', 'L-3', 'Ł-4'],
    ].map((texts) => compiled(lot(), texts));
    expect(orders[0]).toEqual(orders[1]);
    expect(new Set(orders[0]?.types.map((type) => JSON.stringify(type))).size).toBe(1);
  });

  test.each([
    ['varchar(4000)', false],
    ['varchar(8000)', true],
    ['varchar(max)', true],
    ['nvarchar(max)', true],
    ['nvarchar(4000)', false],
  ])('of the type %s compares all characters of a text', (declared, whole) => {
    expect(compiled(lot({ declared }), ['a']).sql.includes('nvarchar(max)')).toBe(whole);
  });
});
