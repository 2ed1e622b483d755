import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { RowReader } from '../row-reader.js';
import type { Row, Table, TableColumn } from '../table.js';
import { type ParquetValue, parquetValue, schemaElement } from './parquet-column.js';

/**
 * The rows of a row group. They are in memory at the same time, and encoding them keeps the process from other work.
 */
const GROUP_ROWS = 2_500;

/** What a file begins with. */
const MAGIC_BYTES = 4;

/** The rows of a row group, column by column. */
interface RowGroup {
  rows: number;
  values: ParquetValue[][];
}

/**
 * Writes a table as Parquet: decimals as DECIMAL(38, 10), dates as DATE, instants as TIMESTAMP in UTC. The directory is
 * at the end, so no program opens a file whose rows couldn't all be read.
 *
 * @throws PorticoError if a value can't be stored exactly
 */
export async function* writeParquet(
  { columns, batches }: Table,
  groupRows = GROUP_ROWS,
): AsyncGenerator<Uint8Array, void> {
  const buffer = new ByteWriter();
  const schema = [{ name: 'table', num_children: columns.length }, ...columns.map(schemaElement)];
  const parquet = new ParquetWriter({ writer: buffer, schema, createdBy: 'Portico' });
  const reader = new RowReader(batches);
  try {
    let before = 0;
    while (await reader.hasMore()) {
      const group = await readGroup(columns, reader, { before, max: groupRows });
      const columnData = columns.map(({ name }, index) => ({ name, data: group.values[index] ?? [] }));
      await parquet.write({ columnData, rowGroupSize: groupRows });
      before += group.rows;
      yield takeBytes(buffer);
    }
  } finally {
    await reader.close();
  }
  if (parquet.row_groups.length === 0) parquet.row_groups.push(emptyGroup(columns));
  await parquet.finish();
  yield takeBytes(buffer);
}

async function readGroup(
  columns: readonly TableColumn[],
  reader: RowReader,
  { before, max }: { before: number; max: number },
): Promise<RowGroup> {
  const group: RowGroup = { rows: 0, values: columns.map(() => []) };
  let rows = await reader.take(max);
  while (rows.length > 0) {
    for (const row of rows) {
      group.rows += 1;
      addRow(group, columns, { row, number: before + group.rows });
    }
    rows = await reader.take(max - group.rows);
  }
  return group;
}

function addRow(
  { values }: RowGroup,
  columns: readonly TableColumn[],
  { row, number }: { row: Row; number: number },
): void {
  columns.forEach((column, index) => {
    values[index]?.push(parquetValue(row[index] ?? null, column, number));
  });
}

/**
 * A row group without rows. hyparquet-writer writes an empty list of row groups so that other programs refuse the file.
 */
function emptyGroup(columns: readonly TableColumn[]): ParquetWriter['row_groups'][number] {
  const chunks = columns.map((column) => {
    const { type = 'BYTE_ARRAY' } = schemaElement(column);
    const sizes = { num_values: 0n, total_uncompressed_size: 0n, total_compressed_size: 0n };
    const path_in_schema = [column.name];
    const data_page_offset = BigInt(MAGIC_BYTES);
    return {
      file_offset: data_page_offset,
      meta_data: {
        type,
        encodings: ['PLAIN' as const],
        path_in_schema,
        codec: 'SNAPPY' as const,
        ...sizes,
        data_page_offset,
      },
    };
  });
  return { columns: chunks, total_byte_size: 0n, num_rows: 0n };
}

/** A copy of what was written since the last call. The buffer is used again. */
function takeBytes(buffer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(buffer.getBuffer());
  buffer.index = 0;
  return bytes;
}
