import { daysBetween, timeUnits } from './calendar.js';
import { toCodePage } from './code-page.js';
import type { SqlType, SqlValue } from './sql-types.js';

/** Type tokens, MS-TDS 2.2.5.4. */
export const TYPE = {
  INTN: 0x26,
  DATEN: 0x28,
  DATETIME2N: 0x2a,
  BITN: 0x68,
  DECIMALN: 0x6a,
  NUMERICN: 0x6c,
  FLTN: 0x6d,
  DATETIMN: 0x6f,
  BIGVARBINARY: 0xa5,
  BIGVARCHAR: 0xa7,
  BIGCHAR: 0xaf,
  NVARCHAR: 0xe7,
  NCHAR: 0xef,
} as const;

/** SQL_Latin1_General_CP1_CI_AS, MS-TDS 2.2.5.1.2. What the server compares by is its session's own affair. */
export const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);
export const MAX = 0xffff;
const CHARBIN_NULL = Buffer.from([0xff, 0xff]);
const PLP_NULL = Buffer.alloc(8, 0xff);

/** TYPE_INFO, MS-TDS 2.2.5.6. */
export function typeInfo(type: SqlType): Buffer {
  switch (type.name) {
    case 'bit':
      return Buffer.from([TYPE.BITN, 1]);
    case 'tinyint':
      return Buffer.from([TYPE.INTN, 1]);
    case 'smallint':
      return Buffer.from([TYPE.INTN, 2]);
    case 'int':
      return Buffer.from([TYPE.INTN, 4]);
    case 'bigint':
      return Buffer.from([TYPE.INTN, 8]);
    case 'date':
      return Buffer.from([TYPE.DATEN]);
    case 'datetime':
      return Buffer.from([TYPE.DATETIMN, 8]);
    case 'datetime2':
      return Buffer.from([TYPE.DATETIME2N, type.scale]);
    case 'decimal':
      return Buffer.from([TYPE.DECIMALN, 17, type.precision, type.scale]);
    case 'varbinary':
      return Buffer.concat([Buffer.from([TYPE.BIGVARBINARY]), ushort(maxBytes(type.length, 1))]);
    default:
      return textInfo(type.name, type.length);
  }
}

const TEXT_TOKENS = {
  char: TYPE.BIGCHAR,
  varchar: TYPE.BIGVARCHAR,
  nchar: TYPE.NCHAR,
  nvarchar: TYPE.NVARCHAR,
} as const;

function textInfo(name: keyof typeof TEXT_TOKENS, length: number | 'max'): Buffer {
  const bytesEach = name.startsWith('n') ? 2 : 1;
  return Buffer.concat([Buffer.from([TEXT_TOKENS[name]]), ushort(maxBytes(length, bytesEach)), COLLATION]);
}

/** A value with its length before it, MS-TDS 2.2.5.5 and 2.2.7.19. */
export function encodeValue(type: SqlType, value: SqlValue): Buffer {
  if ('length' in type) {
    return type.length === 'max' ? plp(type.name, value) : charBin(type.name, value);
  }
  if (value === null) return Buffer.from([0]);
  const data = fixed(type, value);
  return Buffer.concat([Buffer.from([data.length]), data]);
}

function fixed(type: Exclude<SqlType, { length: unknown }>, value: string): Buffer {
  switch (type.name) {
    case 'bit':
      return Buffer.from([value === '1' ? 1 : 0]);
    case 'tinyint':
      return littleEndian(BigInt(value), 1);
    case 'smallint':
      return littleEndian(BigInt.asUintN(16, BigInt(value)), 2);
    case 'int':
      return littleEndian(BigInt.asUintN(32, BigInt(value)), 4);
    case 'bigint':
      return littleEndian(BigInt.asUintN(64, BigInt(value)), 8);
    case 'decimal':
      return decimal(value, type.scale);
    case 'date':
      return littleEndian(BigInt(daysBetween('0001-01-01', value)), 3);
    case 'datetime2': {
      const [day = '', time = '00:00:00'] = value.split(/[ T]/);
      const bytes = type.scale <= 2 ? 3 : type.scale <= 4 ? 4 : 5;
      const days = littleEndian(BigInt(daysBetween('0001-01-01', day)), 3);
      return Buffer.concat([littleEndian(timeUnits(time, type.scale), bytes), days]);
    }
    case 'datetime': {
      const [day = '', time = '00:00:00'] = value.split(/[ T]/);
      // Ticks of a 300th of a second.
      const ticks = (timeUnits(time, 3) * 3n + 5n) / 10n;
      const days = BigInt.asUintN(32, BigInt(daysBetween('1900-01-01', day)));
      return Buffer.concat([littleEndian(days, 4), littleEndian(ticks, 4)]);
    }
  }
}

/** A sign and the digits as an integer of 128 bits, MS-TDS 2.2.5.5.1.6. */
function decimal(value: string, scale: number): Buffer {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (fraction.length > scale) throw new Error(`${value} has more than ${scale} digits behind the point`);
  const digits = BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
  return Buffer.concat([Buffer.from([sign === '-' ? 0 : 1]), littleEndian(digits, 16)]);
}

type WithLength = Extract<SqlType, { length: unknown }>['name'];

function charBin(name: WithLength, value: SqlValue): Buffer {
  if (value === null) return CHARBIN_NULL;
  const data = bytesOf(name, value);
  return Buffer.concat([ushort(data.length), data]);
}

/** Partially length-prefixed bytes, MS-TDS 2.2.5.2.3: one chunk, then none. */
function plp(name: WithLength, value: SqlValue): Buffer {
  if (value === null) return PLP_NULL;
  const data = bytesOf(name, value);
  const chunk = data.length > 0 ? [littleEndian(BigInt(data.length), 4), data] : [];
  return Buffer.concat([littleEndian(BigInt(data.length), 8), ...chunk, Buffer.alloc(4)]);
}

function bytesOf(name: WithLength, value: string): Buffer {
  if (name === 'varbinary') return Buffer.from(value, 'hex');
  if (name === 'nvarchar' || name === 'nchar') return Buffer.from(value, 'utf16le');
  // What the code page lacks is lost, as it is in a varchar column.
  return Buffer.from([...value].map(toCodePage));
}

function maxBytes(length: number | 'max', each: number): number {
  return length === 'max' ? MAX : length * each;
}

function ushort(value: number): Buffer {
  return littleEndian(BigInt(value), 2);
}

function littleEndian(value: bigint, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let index = 0, rest = value; index < bytes; index += 1, rest >>= 8n) {
    buffer[index] = Number(rest & 0xffn);
  }
  return buffer;
}
