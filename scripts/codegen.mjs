// Generates the typed documents of schema/operations: node scripts/codegen.mjs. With --check it writes nothing, and
// fails if they are out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema, validate } from 'graphql';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const FILE = 'schema/operations.generated.ts';
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
if (!process.argv.includes('--check')) writeFileSync(FILE, content);
else if (readFileSync(FILE, 'utf8') !== content) {
  process.stderr.write(`${FILE} is out of date: run npm run codegen\n`);
  process.exitCode = 1;
}
