// Generates the typed documents of schema/operations and of the portal in web/, and lists what clients with them send:
// node scripts/codegen.mjs. With --check it writes nothing, and fails if they are out of date.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  buildASTSchema,
  concatAST,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  separateOperations,
  validate,
} from 'graphql';
import { filesIn } from './build-folder.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const built = lexicographicSortSchema(buildASTSchema(parse(readFileSync('schema/schema.graphql', 'utf8'))));
const PLUGINS = { typescript, typescriptOperations, typedDocumentNode };
const TYPES = [{ typescript: {} }, { typescriptOperations: {} }];
/** Where the portal has the types of all its operations. */
const PORTAL = 'web/src/app';
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
  emit(
    'schema/operations.generated.ts',
    await generate('operations.generated.ts', documents, CONFIG, [...TYPES, { typedDocumentNode: {} }]),
  );
  const hashes = documents.flatMap(({ location, document }) => {
    const name = document.definitions[0].name.value;
    return [readFileSync(location, 'utf8'), print(document)].map((text) => [sha256(text), name]);
  });
  emitJson('schema/trusted-documents.json', Object.fromEntries(hashes));
}

/**
 * The portal has its operations beside its pages. It sends them as texts, so that no parser is in its bundle; those of a
 * file become a file of their own, so that a page brings those that it sends alone.
 */
async function portalOperations() {
  const documents = documentsIn('web/src');
  // Together, because the files share fragments.
  const together = concatAST(documents.map(({ document }) => document));
  mustBeValid(together, 'web/src');
  const config = { ...CONFIG, onlyOperationTypes: true };
  emit(
    `${PORTAL}/operations.generated.ts`,
    await generate('operations.generated.ts', documents, config, TYPES),
  );
  const texts = new Map(
    Object.entries(separateOperations(together)).map(([name, operation]) => [name, print(operation)]),
  );
  const hasOperations = ({ definitions }) =>
    definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  for (const { location, document } of documents.filter(({ document }) => hasOperations(document)))
    emit(location.replace('.graphql', '.generated.ts'), portalTexts(location, document, texts));
  emitJson('schema/portal-documents.json', [...texts.values()]);
}

/** The texts of one file's operations, each with the types of its answer and its variables. */
function portalTexts(location, document, texts) {
  const app = relative(dirname(location), PORTAL) || '.';
  const lines = [
    `import type { Operation } from '${app}/ask';`,
    `import type * as Types from '${app}/operations.generated';`,
  ];
  for (const { kind, operation, name } of document.definitions) {
    if (kind !== Kind.OPERATION_DEFINITION) continue;
    const type = `Types.${name.value}${operation[0].toUpperCase()}${operation.slice(1)}`;
    lines.push(
      '',
      `export const ${name.value}Document = \`${texts.get(name.value)}\` as Operation<${type}, ${type}Variables>;`,
    );
  }
  return `${lines.join('\n')}\n`;
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

function generate(filename, documents, config, plugins) {
  return codegen({
    ...{ filename, schema: parse(printSchema(built)), documents, config, plugins },
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
