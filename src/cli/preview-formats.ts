/** The formats of a preview: for a browser, a terminal, a mail program. */
export const PREVIEW_FORMATS = ['html', 'text', 'eml'] as const;
/** A format of a preview. */
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];
