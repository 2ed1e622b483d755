/** In points. */
export const MILLIMETRE = 72 / 25.4;
/** The size of a label, in points. */
export const WIDTH = 100 * MILLIMETRE;
export const HEIGHT = 150 * MILLIMETRE;
export const MARGIN = 5 * MILLIMETRE;
/** The width between the margins. */
export const INNER = WIDTH - 2 * MARGIN;
/** The colour of captions. */
export const GREY = '#555555';

/** Draws a line from margin to margin. */
export function drawRule(doc: PDFKit.PDFDocument, y: number): void {
  doc
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(0.8)
    .stroke('#000000');
}
