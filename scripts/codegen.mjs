// Generates the typed documents of schema/operations, and the manifest of their SHA-256: node scripts/codegen.mjs. With
// --check it writes nothing, and fails if they are out of date.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, lexicographicSortSchema, parse, print, printSchema, validate } from 'graphql';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const FILE = 'schema/operations.generated.ts';
const MANIFEST = 'schema/trusted-documents.json';
const built = lexicographicSortSchema(buildASTSchema(parse(readFileSync('schema/schema.graphql', 'utf8'))));
const documents = readdirSync('schema/operations')
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => `schema/operations/${name}`)
  .sort()
  .map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));

for (const { location, document } of documents) {
  const [error] = validate(built, document);
  if (error) throw new Error(`${location}: ${error.message}`);
}

const content = await codegen({
  ...{ filename: FILE, schema: parse(printSchema(built)), documents },
  plugins: [{ typescript: {} }, { typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescript, typescriptOperations, typedDocumentNode },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    avoidOptionals: { field: true },
    strictScalars: true,
    scalars: { DateTime: 'string', Date: 'string', Decimal: 'string', JSON: 'unknown' },
  },
});
// Each operation is known by two texts: as it is in its file, and as graphql-js prints it.
const hashes = documents.flatMap(({ location, document }) => {
  const name = document.definitions[0].name.value;
  return [readFileSync(location, 'utf8'), print(document)].map((text) => [sha256(text), name]);
});
emit(FILE, content);
emit(MANIFEST, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

function emit(file, text) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${file} is out of date: run npm run codegen\n`);
    process.exitCode = 1;
  }
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
