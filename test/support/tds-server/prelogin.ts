/** Option tokens, MS-TDS 2.2.6.5. */
const OPTION = {
  VERSION: 0x00,
  ENCRYPTION: 0x01,
  INSTOPT: 0x02,
  THREADID: 0x03,
  MARS: 0x04,
  TERMINATOR: 0xff,
};
/** Values of the option ENCRYPTION. */
export const ENCRYPT = { ON: 0x01, NOT_SUP: 0x02 };

/** SQL Server 2016, the oldest that the portal promises to work with. */
export const SERVER_VERSION = { major: 13, minor: 0, build: 5026 };

/** The server's answer to PRELOGIN: its version, and whether what follows is encrypted. */
export function preloginResponse(encrypts: boolean): Buffer {
  const { major, minor, build } = SERVER_VERSION;
  const options: [token: number, data: Buffer][] = [
    [OPTION.VERSION, Buffer.from([major, minor, build >> 8, build & 0xff, 0, 0])],
    [OPTION.ENCRYPTION, Buffer.from([encrypts ? ENCRYPT.ON : ENCRYPT.NOT_SUP])],
    [OPTION.INSTOPT, Buffer.from([0])],
    [OPTION.THREADID, Buffer.alloc(0)],
    [OPTION.MARS, Buffer.from([0])],
  ];
  let offset = options.length * 5 + 1;
  const heads = options.map(([token, data]) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(token, 0);
    head.writeUInt16BE(offset, 1);
    head.writeUInt16BE(data.length, 3);
    offset += data.length;
    return head;
  });
  return Buffer.concat([...heads, Buffer.from([OPTION.TERMINATOR]), ...options.map(([, data]) => data)]);
}

/** Where the value of ENCRYPTION is in the data of a PRELOGIN message, of a client or of a server. */
export function encryptionOffset(data: Buffer): number {
  for (let at = 0; data[at] !== OPTION.TERMINATOR; at += 5) {
    if (data[at] === OPTION.ENCRYPTION) return data.readUInt16BE(at + 1);
  }
  throw new Error('a PRELOGIN without ENCRYPTION');
}
