// Fails where schema/operations.generated.ts is not what codegen.yml makes of the schema and the operations.
import { readFileSync } from 'node:fs';
import { generate, loadContext } from '@graphql-codegen/cli';

const context = await loadContext('codegen.yml');
context.updateConfig({ silent: true, noSilentErrors: true });
for (const { filename, content } of await generate(context, false)) {
  if (readFileSync(filename, 'utf8') === content) continue;
  process.stderr.write(`${filename} is stale: npm run codegen\n`);
  process.exitCode = 1;
}
