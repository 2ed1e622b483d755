import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A picture of a size, out of noise, so that it can't be packed to nothing. */
export const picture = (width = 64, height = 48): Sharp =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#c03020' },
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

/** The text that `photographed` hides in a picture's metadata. */
export const HIDDEN = 'canary-in-the-metadata';

/** A picture as a telephone takes it: on its side, with the place and more. */
export const photographed = (): Promise<Buffer> =>
  picture()
    .withExif({
      IFD0: { ImageDescription: HIDDEN },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '33/1 51/1 30/1', GPSLongitude: '151/1 12/1 40/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><r>${HIDDEN}</r></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG of one bit for each pixel, all black: 30,000 × 30,000 of them fit into some hundred kilobytes. */
export function blackPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return png({ width, height, bits: 1 }, deflateSync(rows, { level: 1 }));
}

interface PngHeader {
  width: number;
  height: number;
  /** For each pixel, which is gray. */
  bits: number;
  interlaced?: boolean;
}

/** The beginning of a PNG: what comes after its header is missing. */
export const begunPng = (header: PngHeader): Buffer => png(header, Buffer.alloc(0));

function png({ width, height, bits, interlaced = false }: PngHeader, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(bits, 8);
  header.writeUInt8(interlaced ? 1 : 0, 12);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A JPEG that says it is of another size than it is. */
export function resizedHeader(jpeg: Buffer, width: number, height: number): Buffer {
  const forged = Buffer.from(jpeg);
  const frame = Math.max(
    ...[0xc0, 0xc2].map((kind) => forged.indexOf(Buffer.from([0xff, kind, 0x00, 0x11]))),
  );
  forged.writeUInt16BE(height, frame + 5);
  forged.writeUInt16BE(width, frame + 7);
  return forged;
}
