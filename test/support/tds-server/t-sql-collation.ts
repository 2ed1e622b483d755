/** How the server compares text: to the letter but for trailing blanks, or taking much for the same. */
export type CollationName = 'Latin1_General_BIN2' | 'Latin1_General_CI_AI';

/** What a server tells of the collation of a value; t-sql-catalogue.ts has what it tells of a collation. */
export function collationFunctions(collation: CollationName): string[] {
  return [
    `create function tsql.sql_variant_property(tsql.varchar, tsql.nvarchar) returns tsql.nvarchar language sql immutable
       return case $2::text when 'Collation' then '${collation}'::tsql.nvarchar end`,
  ];
}
