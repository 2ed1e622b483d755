import { NUL_STAND_IN } from './t-sql-functions.js';

/** By data type precedence: where two meet, the first is converted to the second. */
const PRECEDENCE = ['char', 'varchar', 'nchar', 'nvarchar'] as const;

const isUnicode = (type: string) => type.startsWith('n');

/**
 * A character as code page 1252 has it. One that the code page lacks becomes the one that looks most like it, as full
 * width becomes narrow, or a question mark.
 */
const TO_CODE_PAGE = `
  create function tsql.to_code_page(value text) returns text language sql immutable strict
  return case when value ~ '^[\\u0001-\\u007f\\u00a0-\\u00ff${NUL_STAND_IN}]*$' then value else (
    select coalesce(string_agg(
      case
        when one ~ '^[\\u0001-\\u00ff${NUL_STAND_IN}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$' then one
        when normalize(one, nfkc) ~ '^[\\u0020-\\u007e]$' then normalize(one, nfkc)
        else '?' end,
      '' order by place), '')
    from regexp_split_to_table(value, '') with ordinality as characters(one, place)
  ) end`;

/** The casts between the text types: upwards by themselves, downwards where they are asked for. */
export const TEXT_CASTS: readonly string[] = [
  TO_CODE_PAGE,
  ...PRECEDENCE.flatMap((from, index) =>
    PRECEDENCE.flatMap((to, other) => {
      if (from === to) return [];
      const cast = `create cast (tsql.${from} as tsql.${to})`;
      if (index < other) return [`${cast} without function as implicit`];
      if (!isUnicode(from) || isUnicode(to)) return [`${cast} without function`];
      return [
        `create function tsql.${to}_of_${from}(tsql.${from}) returns tsql.${to} language sql immutable strict
           return tsql.to_code_page($1::text)::tsql.${to}`,
        `${cast} with function tsql.${to}_of_${from}(tsql.${from})`,
      ];
    }),
  ),
  // What a COLLATE makes of a text, and back.
  ...PRECEDENCE.map((type) => `create cast (tsql.${type} as tsql.exact) without function`),
  ...PRECEDENCE.map((type) => `create cast (tsql.exact as tsql.${type}) without function`),
];
