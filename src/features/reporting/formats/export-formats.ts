import type { Table } from './table.js';
import { type CsvOptions, writeCsv } from './write-csv.js';
import { writeNdjson } from './write-ndjson.js';

/** The formats that a table can be exported in. */
export type FormatName = 'XLSX' | 'CSV' | 'NDJSON' | 'PARQUET';

/** How a format is sent and written. */
export interface ExportFormat {
  mediaType: string;
  /** Of a file's name, without the dot. */
  extension: string;
  /**
   * The bytes of the file. A batch of rows is read only when the bytes before it were taken, apart from small buffers.
   * If reading the rows fails, this throws the same error, and what was written so far is not a complete file. The
   * first chunk is given after the first rows are read, so an error before it can still be answered.
   *
   * @throws PorticoError if the format can't hold a value exactly
   */
  write(table: Table, csv?: Partial<CsvOptions>): AsyncGenerator<Uint8Array, void>;
}

/** All formats. What XLSX and Parquet need is loaded when the first of them is written. */
export const EXPORT_FORMATS: Readonly<Record<FormatName, ExportFormat>> = {
  XLSX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    async *write(table) {
      const { writeXlsx } = await import('./xlsx/write-xlsx.js');
      yield* writeXlsx(table);
    },
  },
  CSV: {
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    write: (table, csv) => writeCsv(table, { bom: false, separator: ',', ...csv }),
  },
  NDJSON: { mediaType: 'application/x-ndjson', extension: 'ndjson', write: (table) => writeNdjson(table) },
  PARQUET: {
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
    async *write(table) {
      const { writeParquet } = await import('./parquet/write-parquet.js');
      yield* writeParquet(table);
    },
  },
};
