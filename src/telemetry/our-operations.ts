import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { PACKAGE_ROOT } from '../shared/package-root.js';

/** The names of the operations in schema/operations. */
export function ourOperations(): string[] {
  const folder = join(PACKAGE_ROOT, 'schema', 'operations');
  return readdirSync(folder)
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions)
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
}
