import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print } from 'graphql';
import { PACKAGE_ROOT } from './package-root.js';
import { sha256 } from './sha256.js';

/** An operation of schema/operations. */
export interface ShippedOperation {
  /** The name of its file, such as 63-price-quote.graphql. */
  file: string;
  /** The name in the document. */
  name: string;
  /** The document, as it is in the file. */
  text: string;
}

let operations: readonly ShippedOperation[] | undefined;

/** The operations that come with the service, by number. They are read once. */
export function shippedOperations(): readonly ShippedOperation[] {
  operations ??= readOperations(join(PACKAGE_ROOT, 'schema', 'operations'));
  return operations;
}

function readOperations(folder: string): ShippedOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { file, text, name: nameOf(text) };
    });
}

function nameOf(text: string): string {
  const [definition] = parse(text).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION && definition.name) return definition.name.value;
  throw new Error('each file of schema/operations must begin with a named operation');
}

let texts: ReadonlyMap<string, string> | undefined;

/**
 * The texts of the operations that come with the service, by their SHA-256: those of schema/operations, and those that
 * the portal in the browser sends. Each of the former is known by two texts: as it is in its file, and as graphql-js
 * prints it, which is what clients with generated documents send. They are printed once.
 */
export function textsByHash(): ReadonlyMap<string, string> {
  texts ??= new Map(
    [...shippedOperations().flatMap(({ text }) => [text, print(parse(text))]), ...portalDocuments()].map(
      (text) => [sha256(text), text],
    ),
  );
  return texts;
}

function portalDocuments(): string[] {
  return JSON.parse(readFileSync(join(PACKAGE_ROOT, 'schema', 'portal-documents.json'), 'utf8'));
}
