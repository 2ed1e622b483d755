// Lints the Dockerfile and the compose file: node docker/lint.mjs
// Every finding fails the run, warnings too. Needs neither Docker nor the network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';

// The findings name files by their path from here, wherever the script is started.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const findings = [...lintDockerfile('Dockerfile'), ...lintCompose('docker-compose.yml')];
for (const finding of findings) process.stdout.write(`${finding}\n`);
process.stdout.write(
  findings.length === 0 ? 'Container files: no findings\n' : `${findings.length} findings\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;

function lintDockerfile(path) {
  return validate(readFileSync(path, 'utf8')).map(
    // The positions count from 0.
    ({ range, message }) => `${path}:${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );
}

function lintCompose(path) {
  // Opened here first: the linter says nothing of a file that it can't find.
  readFileSync(path);
  // Every rule is on. Biome formats this file too and writes double quotes; the linter's default is single ones.
  const rules = { 'require-quotes-in-ports': [2, { quoteType: 'double' }] };
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  return linter
    .lintFiles([path], false)
    .flatMap(({ messages }) => messages)
    .map(({ line, column, rule, message }) => `${path}:${line}:${column} ${message} (${rule})`);
}
