import { deep } from './deep.mjs';
import { exported } from './export.mjs';
import { growth } from './growth.mjs';
import { identical } from './identical.mjs';
import { login } from './login.mjs';
import { mssql } from './mssql.mjs';
import { nested } from './nested.mjs';
import { page50, page500 } from './page.mjs';
import { start } from './start.mjs';

/** In the order in which they run. */
export const SCENARIOS = [page50, page500, nested, login, deep, identical, exported, start, growth, mssql];
