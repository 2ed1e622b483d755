import { deep } from './deep.mjs';
import { login } from './login.mjs';
import { nested } from './nested.mjs';
import { page50, page500 } from './page.mjs';

/** In the order in which they run. */
export const SCENARIOS = [page50, page500, nested, login, deep];
