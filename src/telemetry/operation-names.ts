import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { PACKAGE_ROOT } from '../shared/package-root.js';

const MAX_LEARNED = 200;
const MAX_LENGTH = 64;

/**
 * The names of operations that count as themselves in metrics. A client chooses them freely, and each is a series that
 * stays for good: one that isn't ours counts as itself only once a signed-in user has run it, and only so many do.
 */
export class OperationNames {
  readonly #known: Set<string>;
  readonly #limit: number;

  constructor(builtIn: Iterable<string>) {
    this.#known = new Set(builtIn);
    this.#limit = this.#known.size + MAX_LEARNED;
  }

  /** The label for a name, which is null where the document gives none. */
  label(name: string | null): string {
    if (name === null) return 'anonymous';
    return this.#known.has(name) ? name : 'other';
  }

  /** Has a name count as itself from now on, where there is room. */
  learn(name: string): void {
    if (name.length <= MAX_LENGTH && this.#known.size < this.#limit) this.#known.add(name);
  }
}

/** The names of the operations in schema/operations. */
export function ourOperations(): string[] {
  const folder = join(PACKAGE_ROOT, 'schema', 'operations');
  return readdirSync(folder)
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions)
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
}
