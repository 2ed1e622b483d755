import { readFile } from 'node:fs/promises';
import type { Font } from 'fontkit';
import type { FaceFile } from './face-files.js';
import { pinWeight } from './pin-weight.js';

/** The weights that the papers use. */
export type Weight = 'regular' | 'bold';

const AXIS_VALUES = { regular: 400, bold: 700 };
// A rare text needs dozens of the small files of an East Asian family; 100 fonts are some 40 MB.
const MOST_FACES = 100;

const loaded = new Map<string, Promise<Buffer>>();

/**
 * A font in one weight, for one document: a font remembers for each shape the characters that it was first drawn for, and
 * what was printed for others must not show up in this document's text.
 */
export async function loadFace(file: FaceFile, weight: Weight): Promise<Font> {
  const [{ create }, bytes] = await Promise.all([import('fontkit'), loadBytes(file, weight)]);
  const font = create(bytes) as Font;
  // pdfkit takes two fonts with the same name for one. The parts of a family have the same name inside.
  Object.defineProperty(font, 'postscriptName', { value: `${file.name}-${weight}` });
  return font;
}

/** The file of a font in one weight. The most recently used ones stay in memory. */
function loadBytes(file: FaceFile, weight: Weight): Promise<Buffer> {
  const key = `${file.name}-${weight}`;
  const bytes = loaded.get(key) ?? readBytes(file, weight);
  loaded.delete(key);
  loaded.set(key, bytes);
  const [oldest] = loaded.keys();
  if (loaded.size > MOST_FACES && oldest !== undefined) loaded.delete(oldest);
  bytes.catch(() => loaded.delete(key));
  return bytes;
}

async function readBytes(file: FaceFile, weight: Weight): Promise<Buffer> {
  const { default: decompress } = await import('woff2-encoder/decompress');
  return pinWeight(await decompress(await readFile(file.path)), AXIS_VALUES[weight]);
}
