import { COLLATION, encodeValue, typeInfo } from './data-types.js';
import { SERVER_VERSION } from './prelogin.js';
import type { Column, SqlError, SqlValue } from './sql-types.js';

/** Token types, MS-TDS 2.2.7. */
const TOKEN = {
  RETURNSTATUS: 0x79,
  COLMETADATA: 0x81,
  ERROR: 0xaa,
  LOGINACK: 0xad,
  ROW: 0xd1,
  ENVCHANGE: 0xe3,
  DONE: 0xfd,
  DONEPROC: 0xfe,
  DONEINPROC: 0xff,
};
/** Status bits of DONE, MS-TDS 2.2.7.6. */
const DONE_STATUS = { FINAL: 0x00, MORE: 0x01, ERROR: 0x02, COUNT: 0x10, ATTN: 0x20 };
/** Types of ENVCHANGE, MS-TDS 2.2.7.9. */
const ENV = { DATABASE: 1, PACKET_SIZE: 4, SQL_COLLATION: 7, RESET_CONNECTION: 18 };
const TDS_7_4 = 0x74000004;
const SERVER_NAME = 'TEST';

/** DONE, MS-TDS 2.2.7.6: the end of a batch that gave so many rows. */
export function done(rows: number): Buffer {
  return doneToken(TOKEN.DONE, DONE_STATUS.COUNT, rows);
}

/** DONE of a statement that failed or was given up. */
export function doneError(): Buffer {
  return doneToken(TOKEN.DONE, DONE_STATUS.ERROR, 0);
}

/** DONE_ATTN: the attention was heard, MS-TDS 2.2.1.7. */
export function doneAttention(): Buffer {
  return doneToken(TOKEN.DONE, DONE_STATUS.ATTN, 0);
}

/** DONEINPROC, MS-TDS 2.2.7.7: the end of a statement within a procedure. */
export function doneInProc(rows: number): Buffer {
  return doneToken(TOKEN.DONEINPROC, DONE_STATUS.MORE | DONE_STATUS.COUNT, rows);
}

/** RETURNSTATUS and DONEPROC, MS-TDS 2.2.7.18 and 2.2.7.8: the end of a procedure. */
export function doneProc(failed: boolean): Buffer {
  const status = Buffer.from([TOKEN.RETURNSTATUS, failed ? 1 : 0, 0, 0, 0]);
  const end = doneToken(TOKEN.DONEPROC, failed ? DONE_STATUS.ERROR : DONE_STATUS.FINAL, 0);
  return failed ? end : Buffer.concat([status, end]);
}

function doneToken(token: number, status: number, rows: number): Buffer {
  const buffer = Buffer.alloc(13);
  buffer.writeUInt8(token, 0);
  buffer.writeUInt16LE(status, 1);
  // CurCmd: a SELECT.
  buffer.writeUInt16LE(0xc1, 3);
  buffer.writeBigUInt64LE(BigInt(rows), 5);
  return buffer;
}

/** COLMETADATA, MS-TDS 2.2.7.4. */
export function colMetadata(columns: readonly Column[]): Buffer {
  const NULLABLE = 0x01;
  const each = columns.map(({ name, type, nullable = true }) =>
    Buffer.concat([Buffer.from([0, 0, 0, 0, nullable ? NULLABLE : 0, 0]), typeInfo(type), bVarchar(name)]),
  );
  const head = Buffer.from([TOKEN.COLMETADATA, columns.length & 0xff, columns.length >> 8]);
  return Buffer.concat([head, ...each]);
}

/** ROW, MS-TDS 2.2.7.19. */
export function row(columns: readonly Column[], values: readonly SqlValue[]): Buffer {
  const encoded = columns.map(({ type }, index) => encodeValue(type, values[index] ?? null));
  return Buffer.concat([Buffer.from([TOKEN.ROW]), ...encoded]);
}

/** ERROR, MS-TDS 2.2.7.10. */
export function error({ number, state, severity, message }: SqlError): Buffer {
  const numbers = Buffer.alloc(6);
  numbers.writeInt32LE(number, 0);
  numbers.writeUInt8(state, 4);
  numbers.writeUInt8(severity, 5);
  const text = Buffer.from(message, 'utf16le');
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length / 2);
  const lineNumber = Buffer.from([1, 0, 0, 0]);
  return withLength(
    TOKEN.ERROR,
    Buffer.concat([numbers, length, text, bVarchar(SERVER_NAME), bVarchar(''), lineNumber]),
  );
}

/** LOGINACK and what changes with a login, MS-TDS 2.2.7.14 and 2.2.7.9. */
export function loginAck(database: string, packetSize: number): Buffer {
  const { major, minor, build } = SERVER_VERSION;
  const version = Buffer.alloc(5);
  version.writeUInt8(1, 0);
  version.writeUInt32BE(TDS_7_4, 1);
  const program = Buffer.from([major, minor, build >> 8, build & 0xff]);
  const collation = Buffer.concat([Buffer.from([COLLATION.length]), COLLATION, Buffer.from([0])]);
  const sizes = Buffer.concat([bVarchar(String(packetSize)), bVarchar(String(packetSize))]);
  return Buffer.concat([
    envChange(ENV.DATABASE, Buffer.concat([bVarchar(database), bVarchar('master')])),
    envChange(ENV.SQL_COLLATION, collation),
    withLength(TOKEN.LOGINACK, Buffer.concat([version, bVarchar('Microsoft SQL Server'), program])),
    envChange(ENV.PACKET_SIZE, sizes),
  ]);
}

/** ENVCHANGE 18: the connection is as it was after the login. */
export function resetAck(): Buffer {
  return envChange(ENV.RESET_CONNECTION, Buffer.from([0, 0]));
}

function envChange(type: number, values: Buffer): Buffer {
  return withLength(TOKEN.ENVCHANGE, Buffer.concat([Buffer.from([type]), values]));
}

function withLength(token: number, data: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt8(token, 0);
  head.writeUInt16LE(data.length, 1);
  return Buffer.concat([head, data]);
}

function bVarchar(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'utf16le')]);
}
