import type { CellType, Row, Table } from '../../src/features/reporting/formats/table.js';

/** A table with columns given as their names and types, whose rows come in one batch. */
export function tableOf(columns: Record<string, CellType>, rows: readonly Row[]): Table {
  return {
    columns: Object.entries(columns).map(([name, type]) => ({ name, title: `Title of ${name}`, type })),
    batches: batchesOf([rows]),
    title: 'Inventory',
    about: () => [['Made by', 'a test']],
  };
}

/** Batches that are there already. */
async function* batchesOf(batches: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  yield* batches;
}

/** All bytes of a file. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
