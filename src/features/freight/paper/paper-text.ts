import type { Font } from 'fontkit';
import type { Faces } from './faces.js';
import type { Weight } from './load-face.js';
import { asLaidOut, inVisualOrder } from './visual-order.js';
import { wrapText } from './wrap-text.js';

/** How a text looks; `size` in points. */
export interface TextStyle {
  size: number;
  weight?: Weight;
  color?: string;
}

/** Where a line starts, and how wide it may be, in points; `y` is its baseline. */
export interface LinePlace {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'center' | 'right';
}

/** A part of a line that is drawn at once. */
interface Segment {
  text: string;
  face: Font;
  features: PDFKit.Mixins.OpenTypeFeatures[] | undefined;
  /** The width at size 1. */
  width: number;
}

/** Writes texts in any script. Every line stays within its width: what is longer ends with an ellipsis. */
export class PaperText {
  readonly #doc: PDFKit.PDFDocument;
  readonly #faces: Faces;
  /** The segments of what was measured or written, because most texts are on every page. */
  readonly #known = new Map<string, Segment[]>();

  constructor(doc: PDFKit.PDFDocument, faces: Faces) {
    this.#doc = doc;
    this.#faces = faces;
  }

  /** The width of a text on one line, in points. */
  width(text: string, style: TextStyle, whole = text): number {
    return style.size * sum(this.#segments(text, style, whole));
  }

  /** Breaks a text into lines of at most this width; the last of `most` lines ends with an ellipsis if text is left. */
  wrap(text: string, style: TextStyle, width: number, most: number): string[] {
    return wrapText(text, { width, most, measure: (piece) => this.width(piece, style, text) });
  }

  /** Writes one line. @param whole the text that it is part of, if that was wrapped */
  line(text: string, place: LinePlace, style: TextStyle, whole = text): void {
    const measure = (piece: string) => this.width(piece, style, whole);
    const [line = ''] = wrapText(text, { width: place.width, most: 1, measure });
    const segments = this.#segments(line, style, whole);
    const free = place.width - style.size * sum(segments);
    let x = place.x + (place.align === 'right' ? free : place.align === 'center' ? free / 2 : 0);
    for (const { text: part, face, features, width } of segments) {
      this.#use(face, style.size).fillColor(style.color ?? '#000000');
      this.#doc.text(part, x, place.y, { lineBreak: false, baseline: 'alphabetic', features });
      x += style.size * width;
    }
  }

  /** Writes a wrapped text; `y` is the first baseline. @returns the baseline after the last line */
  block(text: string, place: LinePlace & { most: number; leading?: number }, style: TextStyle): number {
    const leading = place.leading ?? style.size * 1.3;
    const lines = this.wrap(text, style, place.width, place.most);
    for (const [index, line] of lines.entries())
      this.line(line, { ...place, y: place.y + index * leading }, style, text);
    return place.y + lines.length * leading;
  }

  /** The largest size, from `style.size` down to `smallest`, at which a text fits on one line. */
  fit(text: string, style: TextStyle, width: number, smallest: number): TextStyle {
    const size = Math.min(style.size, (style.size * width) / Math.max(this.width(text, style), 1));
    return { ...style, size: Math.max(smallest, size) };
  }

  #segments(text: string, { weight = 'regular' }: TextStyle, whole: string): Segment[] {
    const key = JSON.stringify([text, weight, whole === text ? '' : whole]);
    const segments = this.#known.get(key) ?? this.#split(text, weight, whole);
    this.#known.set(key, segments);
    return segments;
  }

  #split(text: string, weight: Weight, whole: string): Segment[] {
    const runs = inVisualOrder(text);
    // With features, even none, pdfkit lays out a run as a whole; otherwise word by word, from left to right.
    const features = runs.some((run) => run.isRightToLeft) ? [] : undefined;
    return runs.flatMap((run) => {
      const faceRuns = this.#faces.runs(run.text, weight, whole);
      return (run.isRightToLeft ? faceRuns.reverse() : faceRuns).map(({ text: part, face }) => {
        const laidOut = asLaidOut({ text: part, isRightToLeft: run.isRightToLeft });
        const width = this.#use(face, 1).widthOfString(laidOut, { features });
        return { text: laidOut, face, features, width };
      });
    });
  }

  #use(face: Font, size: number): PDFKit.PDFDocument {
    // pdfkit takes a font that fontkit has read, which its types don't say.
    return this.#doc.font(face as unknown as Buffer, size);
  }
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((total, { width }) => total + width, 0);
}
