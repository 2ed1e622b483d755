import { later } from './later';

/** Something that has to be dealt with before the page goes on. */
export const Dialog = later(async () => (await import('./dialog-frame')).DialogFrame);
