// Runs the program, built first where dist/ is older than its sources: node scripts/run.mjs <command> …
import { bringUpToDate } from './build.mjs';

if (await bringUpToDate()) await import('../dist/portico/main.js');
