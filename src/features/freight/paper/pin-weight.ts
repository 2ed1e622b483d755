import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The functions of HarfBuzz that are used; numbers are addresses in its memory. */
interface HarfBuzz {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

// The types of Node's own version are only in TypeScript's library for browsers.
declare const WebAssembly: {
  instantiate(code: Uint8Array): Promise<{ instance: { exports: unknown } }>;
};

const WRITABLE = 2;
/** "wght" as four bytes in one number. */
const WEIGHT_AXIS = 0x77676874;

let harfBuzz: Promise<HarfBuzz> | null = null;

/**
 * Turns a variable font into one with a fixed weight, because PDF knows no variable fonts.
 * @param font a TrueType font with the axis wght
 * @param weight 100–900
 */
export async function pinWeight(font: Uint8Array, weight: number): Promise<Buffer> {
  harfBuzz ??= instantiate();
  const hb = await harfBuzz;
  const address = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, address);
  const blob = hb.hb_blob_create(address, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    hb.hb_subset_input_keep_everything(input);
    const isPinned = hb.hb_subset_input_pin_axis_location(input, face, WEIGHT_AXIS, weight);
    const pinned = isPinned ? hb.hb_subset_or_fail(face, input) : 0;
    if (!pinned) throw new Error(`HarfBuzz can't make a font of weight ${weight}.`);
    return takeFont(hb, pinned);
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(address);
  }
}

function takeFont(hb: HarfBuzz, face: number): Buffer {
  const blob = hb.hb_face_reference_blob(face);
  const start = hb.hb_blob_get_data(blob, 0);
  const font = Buffer.from(hb.memory.buffer.slice(start, start + hb.hb_blob_get_length(blob)));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(face);
  return font;
}

async function instantiate(): Promise<HarfBuzz> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const hb = instance.exports as HarfBuzz;
  hb._initialize();
  return hb;
}
