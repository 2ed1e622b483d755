import { NUL_STAND_IN } from './t-sql-functions.js';

/** The UTF-16 code unit in the two bytes at a place, the lower one first. */
const unitAt = (place: string) => `(get_byte(bytes, ${place}) + 256 * get_byte(bytes, ${place} + 1))`;

/** What PostgreSQL lacks to cast varbinary: the text that its bytes are in UTF-16. An int of bytes it has itself. */
export const BYTE_CASTS: readonly string[] = [
  `create function tsql.text_of_bytes(bytes bytea) returns tsql.nvarchar language plpgsql immutable strict as $body$
   declare
     units text := '';
     place int := 0;
     code int;
   begin
     while place < length(bytes) loop
       code := ${unitAt('place')};
       place := place + 2;
       if code between 55296 and 56319 then
         code := 65536 + 1024 * (code - 55296) + ${unitAt('place')} - 56320;
         place := place + 2;
       end if;
       units := units || case code when 0 then '${NUL_STAND_IN}' else chr(code) end;
     end loop;
     return units::tsql.nvarchar;
   end $body$`,
  'create cast (bytea as tsql.nvarchar) with function tsql.text_of_bytes(bytea)',
];
