import { NUL_STAND_IN } from './t-sql-functions.js';

/** How the server compares text: to the letter but for trailing blanks, or taking much for the same. */
export type CollationName =
  | 'Latin1_General_BIN2'
  | 'Latin1_General_CI_AI'
  | 'SQL_Latin1_General_CP1_CI_AS'
  | 'Turkish_CI_AS'
  | 'Danish_Norwegian_CI_AS';

const CODE_PAGE = 1252;
/** What has no weight in a collation of the first version: NUL, and all that UTF-16 needs two units for. */
const WEIGHTLESS = `${NUL_STAND_IN}\\U00010000-\\U0010ffff`;
const ACCENTS = '\u0300-\u036f';
const without = (characters: string, text: string) => `regexp_replace(${text}, '[${characters}]', '', 'g')`;
const FOLDS: Record<CollationName, string> = {
  Latin1_General_BIN2: '$1',
  Latin1_General_CI_AI: `replace(lower(${without(WEIGHTLESS + ACCENTS, 'normalize($1, nfkd)')}), 'ß', 'ss')`,
  SQL_Latin1_General_CP1_CI_AS: `replace(lower(${without(WEIGHTLESS, 'normalize($1, nfkc)')}), 'ß', 'ss')`,
  Turkish_CI_AS: `lower(translate(${without(WEIGHTLESS, '$1')}, 'Iİ', 'ıi'))`,
  // Aa is one letter, another than a, where its first half is not the smaller one.
  Danish_Norwegian_CI_AS: `lower(regexp_replace(${without(WEIGHTLESS, '$1')}, 'aa|A[Aa]', 'å', 'g'))`,
};

/** A text as the collation sees it. PostgreSQL makes it part of what uses it, which it does of no function that is strict. */
export function foldFunction(collation: CollationName): string {
  // Most texts are plain ASCII, and are folded in a tenth of the time where no two letters are one.
  const folded =
    collation === 'Latin1_General_BIN2' || collation === 'Danish_Norwegian_CI_AS'
      ? FOLDS[collation]
      : `case when octet_length($1) = length($1) then ${loweredBy(collation)} else ${FOLDS[collation]} end`;
  return `create function tsql.fold(text) returns text language sql immutable parallel safe return ${folded}`;
}

/** The small letters of a text in the language of a collation. */
export function loweredBy(collation: CollationName): string {
  return collation === 'Turkish_CI_AS' ? "lower(translate($1::text, 'Iİ', 'ıi'))" : 'lower($1::text)';
}

/** What a server tells of the collation of a value, and of a collation. */
export function collationFunctions(collation: CollationName): string[] {
  return [
    ...['char', 'varchar', 'nchar', 'nvarchar'].map(
      (type) =>
        `create function tsql.sql_variant_property(tsql.${type}, tsql.nvarchar) returns tsql.nvarchar language sql immutable
           return case $2::text when 'Collation' then '${collation}'::tsql.nvarchar end`,
    ),
    `create function tsql.collationproperty(collation_name tsql.nvarchar, property tsql.nvarchar) returns int
       language sql immutable return case when $1::text = '${collation}' and $2::text = 'CodePage' then ${CODE_PAGE} end`,
  ];
}
