/** A point of a signature, as shares of the box's width. */
export interface Point {
  x: number;
  y: number;
}

/** What was drawn without lifting the finger. */
export type Stroke = Point[];

/** Signatures are dark on any ground: paper and proof are light. */
const INK = '#131c28';
/** How wide a signature is sent, in pixels. Lines of this size are far from the 100 KB that the server takes. */
const SENT_WIDTH = 800;
const LINE = 0.006;

/** Draws strokes on a canvas that is as wide as the box. */
export function drawStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  context.clearRect(0, 0, width, height);
  context.strokeStyle = INK;
  context.lineWidth = Math.max(2, width * LINE);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x * width, first.y * width);
    // A dot is a line to where it begins.
    for (const { x, y } of rest.length > 0 ? rest : [first]) context.lineTo(x * width, y * width);
    context.stroke();
  }
}

/** The signature as it is sent: a PNG in base64; null if nothing was drawn. @param ratio the box's height by its width */
export function signaturePng(strokes: readonly Stroke[], ratio: number): string | null {
  if (strokes.length === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = SENT_WIDTH;
  canvas.height = Math.round(SENT_WIDTH * ratio);
  drawStrokes(canvas, strokes);
  return canvas.toDataURL('image/png').split(',')[1] ?? null;
}
