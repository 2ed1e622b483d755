import { z } from 'zod';
import type { FormatName } from '../../features/reporting/formats/export-formats.js';
import { CSV_SEPARATORS, type CsvOptions } from '../../features/reporting/formats/write-csv.js';
import { badUserInput } from '../../shared/errors.js';
import { invalidFormat } from '../../shared/refusal-reasons.js';

const flag = z
  .enum(['1', 'true', '0', 'false'], 'wanted 1 or 0, once')
  .transform((text) => text === '1' || text === 'true');

/** How CSV is written. Other formats ignore it. */
const csvQuery = {
  bom: flag.optional(),
  sep: z
    .string('wanted one separator')
    .transform((text) => (text === 'tab' ? '\t' : text))
    .pipe(z.enum(CSV_SEPARATORS, 'wanted a comma, a semicolon, a | or tab'))
    .optional(),
};
/** The query of a prepared download. */
export const downloadQuery = z.strictObject(csvQuery);

/** The query of an export of the ERP's rows. */
export const rowsQuery = z.strictObject({
  ...csvQuery,
  filter: z.string().optional(),
  orderBy: z.string().optional(),
  columns: z.string().optional(),
});

/** The options of CSV in a query. */
export const csvOptionsOf = ({ bom, sep }: z.output<typeof downloadQuery>): Partial<CsvOptions> => ({
  ...(bom !== undefined && { bom }),
  ...(sep !== undefined && { separator: sep }),
});

/**
 * The variables of an input such as `PrepareInventoryExportInput` in a query: the filter as JSON like in GraphQL, the order as
 * `BIN:DESC,LOT`, and the columns as `PART_NUMBER,BIN`. Their values are not checked yet.
 *
 * @throws BAD_USER_INPUT if the filter is no JSON
 */
export function exportInputOf(format: FormatName, query: z.output<typeof rowsQuery>): object {
  const { filter, orderBy, columns } = query;
  return {
    format,
    filter: filter === undefined ? null : parseFilter(filter),
    orderBy: listOf(orderBy)?.map((term) => {
      const [field, direction = 'ASC'] = term.split(':');
      return { field, direction };
    }),
    columns: listOf(columns),
  };
}

function parseFilter(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = 'found text that is no JSON; wanted a filter such as {"search":"carton"}';
    throw badUserInput({ path: 'filter', message, ...invalidFormat('json') });
  }
}

/** An empty text is an empty list. */
const listOf = (text: string | undefined): string[] | undefined =>
  text?.split(',').flatMap((item) => item.trim() || []);
