import { readFileSync, writeFileSync } from 'node:fs';
import { printSubgraph } from '../graphql/federation/subgraph-sdl.js';
import { createSchema, printPublicSchema } from '../graphql/schema.js';

/** Writes the public schema to a file, or only compares it with the file. @throws Error if they differ */
export async function emitSchema({ out, check }: { out: string; check: boolean }): Promise<void> {
  const printed = printPublicSchema(await createSchema([]));
  if (!check) writeFileSync(out, printed);
  else if (readFileSync(out, 'utf8') !== printed) throw new Error(`${out} is stale: run npm run schema`);
}

/** The text from which the supergraph of a federation is composed. */
export async function subgraphSchema(): Promise<string> {
  return printSubgraph(await createSchema([]));
}
