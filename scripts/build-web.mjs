// Builds the portal in the browser, with a copy of each file compressed as far as it goes: it is compressed once here
// instead of at each request.
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './build-folder.mjs';

/** Files that are worth compressing; fonts and images are compressed already. */
const COMPRESSIBLE = /\.(js|css|html|svg|json)$/;
/** Shorter files fit into one packet anyway. */
const MIN_BYTES = 1_400;

/** Builds the portal into a folder. */
export async function buildWeb({ build }, folder) {
  await inProduction(() =>
    build({
      configFile: 'web/vite.config.ts',
      logLevel: 'warn',
      build: { outDir: `../${folder}`, emptyOutDir: false },
    }),
  );
  await Promise.all(
    filesIn(folder)
      .filter((file) => COMPRESSIBLE.test(file))
      .map(compress),
  );
}

/** What is built ships, whoever builds it: tests and developers set another NODE_ENV, which would build the slow React for developers. */
async function inProduction(work) {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function compress(file) {
  const content = readFileSync(file);
  if (content.length < MIN_BYTES) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params: quality }));
  writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
}
