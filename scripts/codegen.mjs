// Generates the typed documents of schema/operations and of the portal in web/, and lists what clients with them send:
// node scripts/codegen.mjs. With --check it writes nothing, and fails if they are out of date.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  buildASTSchema,
  concatAST,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validate,
} from 'graphql';
import { filesIn } from './build-folder.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const built = lexicographicSortSchema(buildASTSchema(parse(readFileSync('schema/schema.graphql', 'utf8'))));
const PLUGINS = { typescript, typescriptOperations, typedDocumentNode };
const CONFIG = {
  useTypeImports: true,
  enumsAsTypes: true,
  avoidOptionals: { field: true },
  strictScalars: true,
  scalars: { DateTime: 'string', Date: 'string', Decimal: 'string', JSON: 'unknown' },
};

await shippedOperations();
await portalOperations();

/** Each file of schema/operations is one operation. Each is known by two texts: its file, and as graphql-js prints it. */
async function shippedOperations() {
  const documents = documentsIn('schema/operations');
  for (const { location, document } of documents) mustBeValid(document, location);
  emit('schema/operations.generated.ts', await generate('operations.generated.ts', documents, CONFIG));
  const hashes = documents.flatMap(({ location, document }) => {
    const name = document.definitions[0].name.value;
    return [readFileSync(location, 'utf8'), print(document)].map((text) => [sha256(text), name]);
  });
  emitJson('schema/trusted-documents.json', Object.fromEntries(hashes));
}

/** The portal has its operations beside its pages, and sends them as texts, so that no parser is in its bundle. */
async function portalOperations() {
  const documents = documentsIn('web/src');
  // Together, because the files share fragments.
  mustBeValid(concatAST(documents.map(({ document }) => document)), 'web/src');
  const config = { ...CONFIG, documentMode: 'string', dedupeFragments: true, onlyOperationTypes: true };
  const content = await generate('operations.generated.ts', documents, config);
  emit('web/src/app/operations.generated.ts', content);
  const texts = [...content.matchAll(/new TypedDocumentString\(`([^`]*)`/g)].map(([, text]) => text);
  const operations = texts.filter((text) => /^\s*(query|mutation|subscription) /.test(text));
  emitJson('schema/portal-documents.json', operations);
}

function documentsIn(folder) {
  return filesIn(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));
}

function mustBeValid(document, location) {
  const [error] = validate(built, document);
  if (error) throw new Error(`${location}: ${error.message}`);
}

function generate(filename, documents, config) {
  return codegen({
    ...{ filename, schema: parse(printSchema(built)), documents, config },
    plugins: [{ typescript: {} }, { typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: PLUGINS,
  });
}

function emitJson(file, value) {
  emit(file, `${JSON.stringify(value, null, 2)}\n`);
}

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
