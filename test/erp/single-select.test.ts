import { expect, test } from 'vitest';
import { assertSingleSelect, selectProblem } from '../../src/erp/single-select.js';

const BOTH = ['mssql', 'postgres'] as const;

test.each([
  'select a from t',
  "select 'delete; drop table x' as a from t",
  'select "into" from t -- ; drop table t',
  'select a /* ; update /* nested */ t set */ from t',
  'SELECT a\nFROM (select b as a from u where b in (1, 2)) as t',
  "select 'it''s' as a from t",
  '-- the mapping\nselect a from t',
])('%s is one SELECT', (sql) => {
  for (const dialect of BOTH) expect(selectProblem(sql, dialect)).toBeNull();
});

test.each([
  ['', 'it is empty'],
  ['-- nothing', 'it is empty'],
  ['update t set a = 1', 'it begins with "update"'],
  ['exec sp_who', 'it begins with "exec"'],
  ['with c as (select 1 as a) select a from c', 'it begins with "with"'],
  ['select 1 as a; select 2 as a', 'it has ";"'],
  ["select 'x' as a;drop table t", 'it has ";"'],
  ['select a into copy from t', 'it has "into"'],
  ['select a from t) as x cross join (select 1 as b', 'it closes a parenthesis that was never opened'],
  ['select a from (t', 'it never closes a parenthesis'],
  // What looks like the end of a text or a comment, and isn't.
  ["select 'a'' ; ' as a ; drop table t", 'it has ";"'],
  ['select a /* /* */ ; */ from t ; drop table t', 'it has ";"'],
])('%p is not, and it is said why', (sql, why) => {
  for (const dialect of BOTH) expect(selectProblem(sql, dialect)).toBe(why);
});

// T-SQL takes two statements with nothing between them.
test.each([
  'select 1 as a update erp.stock set qty_on_hand = 0',
  'select 1 as a EXEC xp_cmdshell @1',
  'select [a]]] as b from t waitfor delay @1',
  'select 1 as a truncate table erp.stock',
])('T-SQL that does more is seen: %s', (sql) => {
  expect(selectProblem(sql, 'mssql')).toMatch(/^it has "(update|exec|waitfor|truncate)"$/);
});

test('each kind of server hides words in its own way', () => {
  expect(selectProblem('select [a;b] from t', 'mssql')).toBeNull();
  expect(selectProblem('select a[1] from t', 'postgres')).toBeNull();
  expect(selectProblem('select $x$ ; $$ ; $x$ as a from t', 'postgres')).toBeNull();
  expect(selectProblem("select 1 as a, $é$ ' $é$) as x; drop table t; -- '", 'postgres')).not.toBeNull();
  expect(selectProblem("select * from openquery(L, 'delete from t')", 'mssql')).toBe('it has "openquery"');
  expect(selectProblem("select E'\\'; drop table t; --' as a from t", 'postgres')).toBeNull();
  expect(selectProblem("select '\\'; drop table t; --' as a from t", 'mssql')).toBe('it has ";"');
});

test('an adapter takes nothing else', () => {
  expect(() => assertSingleSelect('select 1 as a', 'mssql')).not.toThrow();
  expect(() => assertSingleSelect('delete from erp.stock', 'mssql')).toThrow('only a SELECT');
});
