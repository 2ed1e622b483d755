/** The A4 page of the connote, in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 40 } as const;
/** The width between the margins. */
export const INNER_WIDTH = PAGE.width - 2 * PAGE.margin;
/** What stands above the body of each page, and where the body must end. */
export const BODY = { top: PAGE.margin + 92, bottom: PAGE.height - PAGE.margin - 18 } as const;
/** The colours of captions and of thin lines. */
export const COLORS = { caption: '#5c5c5c', line: '#b4b4b4' } as const;
