import { mergeConfig } from 'vitest/config';
import service from './vitest.config.js';

/** The tests of the portal in a browser. They are apart, because not everybody has one: npm run test:web */
const web = mergeConfig(service, {});
web.test.include = ['test/web/**/*.test.ts'];
web.test.exclude = [];
// The browser works beside each of them, and both wait a good part of their time.
web.test.maxWorkers = 4;
// Like the other limits, it only ends a hang.
web.test.expect = { poll: { timeout: 120_000 } };
export default web;
