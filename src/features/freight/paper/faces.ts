import type { Font } from 'fontkit';
import { type FaceFile, familiesFor, filesFor } from './face-files.js';
import { loadFace, type Weight } from './load-face.js';

/** Stands for a character that no font has. */
const REPLACEMENT = '\ufffd';
/** In each weight. No text that people read needs as many; one made on purpose would take seconds of processor time. */
const MOST_FACES = 60;

/** A part of a text that one font draws. Characters that no font has are replaced. */
export interface FaceRun {
  text: string;
  face: Font;
}

/** The fonts for one document's texts. Fonts are read before the document is drawn, because drawing doesn't wait. */
export class Faces {
  readonly #faces = new Map<string, Font>();
  readonly #files = { regular: new Set<string>(), bold: new Set<string>() };
  readonly #families = new Map<string, readonly string[]>();
  /** One font for each file and weight, because runs are told apart by their fonts. */
  readonly #loaded = new Map<string, Promise<Font>>();

  /** Reads the fonts for these texts. */
  async read(weight: Weight, texts: readonly string[]): Promise<void> {
    for (const text of [REPLACEMENT, ...texts]) {
      const families = this.#familiesFor(text);
      for (const character of new Set(text)) {
        const key = keyOf(weight, families, character);
        if (this.#faces.has(key)) continue;
        const face = await this.#load(weight, families, character);
        if (face) this.#faces.set(key, face);
      }
    }
  }

  /**
   * Splits a piece of a text into runs of one font each.
   * @param whole the whole text as it was given to `read`: it decides how Chinese characters are drawn
   */
  runs(piece: string, weight: Weight, whole = piece): FaceRun[] {
    const families = this.#familiesFor(whole);
    const runs: FaceRun[] = [];
    for (const character of piece) {
      const last = runs.at(-1);
      // A mark must be drawn by the font that draws its letter, and a space needs no other font.
      if (last && /[\p{M}\p{Zs}\p{Join_Control}]/u.test(character) && has(last.face, character)) {
        last.text += character;
        continue;
      }
      const found = this.#find(weight, families, character);
      if (last?.face === found.face) last.text += found.text;
      else runs.push(found);
    }
    return runs;
  }

  async #load(weight: Weight, families: readonly string[], character: string): Promise<Font | null> {
    for (const file of filesFor(character, families)) {
      const files = this.#files[weight];
      if (!files.has(file.name) && files.size >= MOST_FACES) continue;
      files.add(file.name);
      const face = await this.#fontOf(file, weight);
      if (has(face, character)) return face;
    }
    return null;
  }

  #fontOf(file: FaceFile, weight: Weight): Promise<Font> {
    const key = `${weight} ${file.name}`;
    const font = this.#loaded.get(key) ?? loadFace(file, weight);
    this.#loaded.set(key, font);
    return font;
  }

  #familiesFor(text: string): readonly string[] {
    const families = this.#families.get(text) ?? familiesFor(text);
    this.#families.set(text, families);
    return families;
  }

  #find(weight: Weight, families: readonly string[], character: string): FaceRun {
    const face = this.#faces.get(keyOf(weight, families, character));
    if (face) return { text: character, face };
    const replacement = this.#faces.get(keyOf(weight, this.#familiesFor(REPLACEMENT), REPLACEMENT));
    if (!replacement) throw new Error(`No font was read for the weight ${weight}.`);
    return { text: REPLACEMENT, face: replacement };
  }
}

function has(face: Font, character: string): boolean {
  return face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function keyOf(weight: Weight, families: readonly string[], character: string): string {
  return `${weight} ${families.join()} ${character}`;
}
