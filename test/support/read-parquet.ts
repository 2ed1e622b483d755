import { DataType, tableFromIPC, type Vector } from 'apache-arrow';
import { readParquet as readWasm } from 'parquet-wasm';

/**
 * Reads Parquet with a library that had no part in writing it. Decimals are given as they are stored, as whole numbers,
 * integers too; dates and instants as milliseconds since 1970.
 *
 * @throws Error if the file isn't complete
 */
export function readParquet(bytes: Buffer) {
  const table = tableFromIPC(readWasm(new Uint8Array(bytes)).intoIPCStream());
  const columns = table.schema.fields.map(({ name, type }) => ({
    name,
    type: String(type),
    values: valuesOf(table.getChild(name), DataType.isDecimal(type)),
  }));
  return {
    rowCount: table.numRows,
    columns,
    column: (name: string) => columns.find((one) => one.name === name),
  };
}

function valuesOf(vector: Vector | null, isDecimal: boolean): unknown[] {
  return Array.from(vector ?? [], (value: unknown) =>
    isDecimal && value instanceof Uint32Array ? signed128(value) : value,
  );
}

/** The number in 128 bits, lowest word first. */
function signed128(words: Uint32Array): bigint {
  return BigInt.asIntN(
    128,
    words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  );
}
