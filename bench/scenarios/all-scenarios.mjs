import { page50, page500 } from './page.mjs';

/** In the order in which they run. */
export const SCENARIOS = [page50, page500];
