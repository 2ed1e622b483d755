// Runs the program: node scripts/run.mjs <command> … If dist/ is older than its sources, it is built first.
import { bringUpToDate } from './build.mjs';

if (await bringUpToDate()) await import('../dist/portico/main.js');
