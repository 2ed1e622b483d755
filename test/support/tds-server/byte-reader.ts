/** Reads the integers and strings of MS-TDS 2.2.5.1 one after the other. */
export class ByteReader {
  constructor(
    private readonly bytes: Buffer,
    public offset = 0,
  ) {}

  get done(): boolean {
    return this.offset >= this.bytes.length;
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  ushort(): number {
    return this.take(2).readUInt16LE();
  }

  long(): number {
    return this.take(4).readInt32LE();
  }

  ulong(): number {
    return this.take(4).readUInt32LE();
  }

  ulonglong(): bigint {
    return this.take(8).readBigUInt64LE();
  }

  /** So many UTF-16 code units. */
  unicode(length: number): string {
    return this.take(length * 2).toString('utf16le');
  }

  /** B_VARCHAR: a length of one byte, in characters. */
  bVarchar(): string {
    return this.unicode(this.byte());
  }

  /** US_VARCHAR: a length of two bytes, in characters. */
  usVarchar(): string {
    return this.unicode(this.ushort());
  }

  /** The next bytes. @throws Error where there are fewer */
  take(length: number): Buffer {
    const end = this.offset + length;
    if (end > this.bytes.length)
      throw new Error(`${length} bytes wanted at ${this.offset}, too few are left`);
    const taken = this.bytes.subarray(this.offset, end);
    this.offset = end;
    return taken;
  }
}
