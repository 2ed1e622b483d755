#!/usr/bin/env node
// Runs the program: npx portico <command> … If dist/ is older than its sources, it is built first.
import { bringUpToDate } from './build.mjs';

if (await bringUpToDate()) await import('../dist/portico/main.js');
