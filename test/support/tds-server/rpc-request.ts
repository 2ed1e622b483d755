import { ByteReader } from './byte-reader.js';
import { dayAfter, printTime } from './calendar.js';
import { fromCodePage } from './code-page.js';
import { MAX, TYPE } from './data-types.js';
import { type Parameter, SqlError, type SqlType, type SqlValue, type Statement } from './sql-types.js';

/** ProcIDs, MS-TDS 2.2.6.6. */
const SP_EXECUTESQL = 10;
const PROC_ID_FOLLOWS = 0xffff;
const PLP_NULL = 0xffff_ffff_ffff_ffffn;
const CHARBIN_NULL = 0xffff;

/** The text of a SQLBatch, MS-TDS 2.2.6.7. */
export function readSqlBatch(data: Buffer): Statement {
  const reader = afterHeaders(data);
  return { sql: data.subarray(reader.offset).toString('utf16le'), parameters: [] };
}

/** The statement of a call of sp_executesql, MS-TDS 2.2.6.6. @throws SqlError for any other procedure */
export function readRpcRequest(data: Buffer): Statement {
  const reader = afterHeaders(data);
  const nameLength = reader.ushort();
  const procedure = nameLength === PROC_ID_FOLLOWS ? reader.ushort() : reader.unicode(nameLength);
  if (procedure !== SP_EXECUTESQL && procedure !== 'sp_executesql') {
    throw new SqlError(2812, `Could not find stored procedure '${procedure}'.`, 16, 62);
  }
  reader.ushort();
  const all: Parameter[] = [];
  while (!reader.done) all.push(readParameter(reader));
  const [statement, , ...parameters] = all;
  return { sql: statement?.value ?? '', parameters };
}

/** ALL_HEADERS, MS-TDS 2.2.5.3: its length counts itself. */
function afterHeaders(data: Buffer): ByteReader {
  return new ByteReader(data, data.readUInt32LE(0));
}

function readParameter(reader: ByteReader): Parameter {
  const name = reader.bVarchar().replace(/^@/, '');
  reader.byte();
  const token = reader.byte();
  return { name, ...(readText(token, reader) ?? readBytes(token, reader) ?? readFixed(token, reader)) };
}

interface Typed {
  type: SqlType;
  value: SqlValue;
}

const TEXTS = {
  [TYPE.BIGCHAR]: 'char',
  [TYPE.BIGVARCHAR]: 'varchar',
  [TYPE.NCHAR]: 'nchar',
  [TYPE.NVARCHAR]: 'nvarchar',
} as const;

function readText(token: number, reader: ByteReader): Typed | null {
  const name = TEXTS[token as keyof typeof TEXTS];
  if (!name) return null;
  const isUnicode = name.startsWith('n');
  const maxBytes = reader.ushort();
  reader.take(5);
  const bytes = maxBytes === MAX ? readPlp(reader) : readCharBin(reader);
  const value = bytes && (isUnicode ? bytes.toString('utf16le') : fromCodePage(bytes));
  const length = isUnicode ? maxBytes / 2 : maxBytes;
  return { type: { name, length: maxBytes === MAX ? 'max' : length }, value };
}

function readBytes(token: number, reader: ByteReader): Typed | null {
  if (token !== TYPE.BIGVARBINARY) return null;
  const maxBytes = reader.ushort();
  const bytes = maxBytes === MAX ? readPlp(reader) : readCharBin(reader);
  const length = maxBytes === MAX ? 'max' : maxBytes;
  return { type: { name: 'varbinary', length }, value: bytes?.toString('hex') ?? null };
}

function readCharBin(reader: ByteReader): Buffer | null {
  const length = reader.ushort();
  return length === CHARBIN_NULL ? null : reader.take(length);
}

/** MS-TDS 2.2.5.2.3: the length in front may be unknown, the chunks tell it. */
function readPlp(reader: ByteReader): Buffer | null {
  if (reader.ulonglong() === PLP_NULL) return null;
  const chunks: Buffer[] = [];
  for (let length = reader.ulong(); length > 0; length = reader.ulong()) chunks.push(reader.take(length));
  return Buffer.concat(chunks);
}

/** Types whose value has a length of one byte before it; 0 is null. */
function readFixed(token: number, reader: ByteReader): Typed {
  const { type, print } = fixedType(token, reader);
  const length = reader.byte();
  return { type, value: length === 0 ? null : print(reader.take(length)) };
}

const INTEGERS: Record<number, 'tinyint' | 'smallint' | 'bigint'> = {
  1: 'tinyint',
  2: 'smallint',
  8: 'bigint',
};

function fixedType(token: number, reader: ByteReader): { type: SqlType; print: (bytes: Buffer) => string } {
  switch (token) {
    case TYPE.INTN:
      return { type: { name: INTEGERS[reader.byte()] ?? 'int' }, print: printInteger };
    case TYPE.BITN:
      reader.byte();
      return { type: { name: 'bit' }, print: (bytes) => String(bytes[0]) };
    case TYPE.DECIMALN:
    case TYPE.NUMERICN: {
      reader.byte();
      const [precision, scale] = [reader.byte(), reader.byte()];
      return { type: { name: 'decimal', precision, scale }, print: (bytes) => printDecimal(bytes, scale) };
    }
    case TYPE.DATEN:
      return { type: { name: 'date' }, print: printDate };
    case TYPE.DATETIME2N: {
      const scale = reader.byte();
      const print = (bytes: Buffer) =>
        `${printDate(bytes.subarray(-3))} ${printTime(unsigned(bytes.subarray(0, -3)), scale)}`;
      return { type: { name: 'datetime2', scale }, print };
    }
    default:
      throw new SqlError(8009, `A parameter is of type 0x${token.toString(16)}, which this server lacks.`);
  }
}

function unsigned(bytes: Buffer): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function printInteger(bytes: Buffer): string {
  // One byte is a tinyint, which has no sign.
  return String(bytes.length === 1 ? unsigned(bytes) : BigInt.asIntN(bytes.length * 8, unsigned(bytes)));
}

function printDate(bytes: Buffer): string {
  return dayAfter('0001-01-01', Number(unsigned(bytes)));
}

function printDecimal(bytes: Buffer, scale: number): string {
  const digits = String(unsigned(bytes.subarray(1))).padStart(scale + 1, '0');
  const sign = bytes[0] === 0 ? '-' : '';
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
