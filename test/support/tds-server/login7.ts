/** What a client says of itself, MS-TDS 2.2.6.4. */
export interface Login7 {
  userName: string;
  password: string;
  appName: string;
  database: string;
  /** ApplicationIntent=ReadOnly. */
  readOnlyIntent: boolean;
}

const OFFSET = { TYPE_FLAGS: 26, USER_NAME: 40, PASSWORD: 44, APP_NAME: 48, DATABASE: 68 };
const READ_ONLY_INTENT = 0x20;

export function readLogin7(data: Buffer): Login7 {
  const bytesAt = (offset: number) => {
    const start = data.readUInt16LE(offset);
    return data.subarray(start, start + data.readUInt16LE(offset + 2) * 2);
  };
  const textAt = (offset: number) => bytesAt(offset).toString('utf16le');
  return {
    userName: textAt(OFFSET.USER_NAME),
    password: unscramble(bytesAt(OFFSET.PASSWORD)),
    appName: textAt(OFFSET.APP_NAME),
    database: textAt(OFFSET.DATABASE),
    readOnlyIntent: (data.readUInt8(OFFSET.TYPE_FLAGS) & READ_ONLY_INTENT) !== 0,
  };
}

/** Each byte is XORed with 0xA5 and its halves are swapped. */
function unscramble(bytes: Buffer): string {
  const plain = bytes.map((byte) => {
    const turned = byte ^ 0xa5;
    return ((turned << 4) & 0xf0) | (turned >> 4);
  });
  return Buffer.from(plain).toString('utf16le');
}
