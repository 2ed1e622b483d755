import { readFile } from 'node:fs/promises';
import type { Font } from 'fontkit';
import type { FaceFile } from './face-files.js';
import { pinWeight } from './pin-weight.js';

/** The weights that the papers use. */
export type Weight = 'regular' | 'bold';

const AXIS_VALUES = { regular: 400, bold: 700 };
// A rare text needs dozens of the small files of an East Asian family; 100 fonts are some 40 MB.
const MOST_FACES = 100;

const loaded = new Map<string, Promise<Font>>();

/** A font in one weight. The most recently used ones stay in memory. */
export function loadFace(file: FaceFile, weight: Weight): Promise<Font> {
  const key = `${file.name}-${weight}`;
  const face = loaded.get(key) ?? readFace(file, weight);
  loaded.delete(key);
  loaded.set(key, face);
  const [oldest] = loaded.keys();
  if (loaded.size > MOST_FACES && oldest !== undefined) loaded.delete(oldest);
  face.catch(() => loaded.delete(key));
  return face;
}

async function readFace(file: FaceFile, weight: Weight): Promise<Font> {
  const [{ default: decompress }, { create }] = await Promise.all([
    import('woff2-encoder/decompress'),
    import('fontkit'),
  ]);
  const variable = await decompress(await readFile(file.path));
  const font = create(await pinWeight(variable, AXIS_VALUES[weight])) as Font;
  // pdfkit takes two fonts with the same name for one. The parts of a family have the same name inside.
  Object.defineProperty(font, 'postscriptName', { value: `${file.name}-${weight}` });
  return font;
}
