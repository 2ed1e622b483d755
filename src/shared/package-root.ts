import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, sql/ and schema/; this file runs from dist/src/shared. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
