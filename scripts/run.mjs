#!/usr/bin/env node
// Runs the program: npx portico <command> … If dist/ is older than its sources, it is built first.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringUpToDate } from './build.mjs';

// Else, each folder in which a command is run would get a database of its own. As in the settings, empty means unset.
const dataDir = fileURLToPath(new URL('../.data', import.meta.url));
process.env['DATA_DIR'] ||= relative(process.cwd(), dataDir);

const web = process.argv[2] === 'start';
if (await bringUpToDate({ web })) await import('../dist/portico/main.js');
