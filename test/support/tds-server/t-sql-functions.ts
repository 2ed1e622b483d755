import { LOGIN } from './tds-server.js';

/** Stands for U+0000, which PostgreSQL can't store. */
export const NUL_STAND_IN = '\uf8f0';

/** A LIKE pattern of T-SQL as the collation sees it, as a regular expression: [ opens a class, no character escapes another. */
export const PATTERN = `
  create function tsql.pattern(pattern text) returns text language plpgsql immutable strict as $body$
  declare
    rest text := pattern;
    expression text := '';
    class text;
  begin
    while rest <> '' loop
      class := substring(rest from '^\\[\\^?.[^]]*\\]');
      if class is not null then
        expression := expression || replace(class, '\\', '\\\\');
        rest := substr(rest, length(class) + 1);
      else
        expression := expression || case left(rest, 1)
          when '%' then '.*'
          when '_' then '.'
          else regexp_replace(left(rest, 1), '([^[:alnum:][:space:]])', '\\\\\\1') end;
        rest := substr(rest, 2);
      end if;
    end loop;
    return '^' || expression || '$';
  end $body$`;

const sqlFunction = (head: string, body: string) =>
  `create function tsql.${head} language sql stable return ${body}`;

/** The functions that the portal asks for. */
export const FUNCTIONS: readonly string[] = [
  sqlFunction('nchr(int) returns tsql.nvarchar', 'chr($1)::tsql.nvarchar'),
  sqlFunction(
    'concat(variadic tsql.nvarchar[]) returns tsql.nvarchar',
    "array_to_string($1, '')::tsql.nvarchar",
  ),
  sqlFunction('left(tsql.nvarchar, int) returns tsql.nvarchar', 'left($1::text, $2)::tsql.nvarchar'),
  `create function tsql.convert(bytes bytea, style int) returns tsql.nvarchar language plpgsql immutable strict as $body$
   begin
     if style <> 2 then raise exception 'style % of convert is not imitated', style; end if;
     return upper(encode(bytes, 'hex'))::tsql.nvarchar;
   end $body$`,
  sqlFunction('version() returns tsql.nvarchar', "'Microsoft SQL Server 2016 (imitated)'::tsql.nvarchar"),
  sqlFunction('db_name() returns tsql.nvarchar', `'${LOGIN.database}'::tsql.nvarchar`),
  sqlFunction('suser_sname() returns tsql.nvarchar', `'${LOGIN.user}'::tsql.nvarchar`),
];
