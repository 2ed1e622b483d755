// Lints the Dockerfile and the compose file: node docker/lint.mjs
// Every finding fails the run, including warnings. Needs neither Docker nor the network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';

// So that findings name files relative to the repository, wherever the script is started.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const findings = [...lintDockerfile('Dockerfile'), ...lintCompose('docker-compose.yml')];
for (const finding of findings) process.stdout.write(`${finding}\n`);
process.stdout.write(
  findings.length === 0 ? 'Container files: no findings\n' : `${findings.length} findings\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;

function lintDockerfile(path) {
  return validate(readFileSync(path, 'utf8')).map(
    // Positions start at 0.
    ({ range, message }) => `${path}:${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );
}

function lintCompose(path) {
  // Read first, so that a missing file is an error: the linter ignores it.
  readFileSync(path);
  // All rules are on. Biome also formats this file and uses double quotes; the linter's default is single quotes.
  const rules = { 'require-quotes-in-ports': [2, { quoteType: 'double' }] };
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  return linter
    .lintFiles([path], false)
    .flatMap(({ messages }) => messages)
    .map(({ line, column, rule, message }) => `${path}:${line}:${column} ${message} (${rule})`);
}
