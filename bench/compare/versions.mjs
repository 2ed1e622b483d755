import { readFileSync } from 'node:fs';

const MENTIONED = [
  '@apollo/server',
  'type-graphql',
  'typeorm',
  'pg',
  'mercurius',
  'postgraphile',
  'mssql',
  'graphql',
];

/** The versions of what the peers are made of, as one line. */
export function versions() {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  return MENTIONED.map((name) => `${name} ${lock.packages[`node_modules/${name}`]?.version}`).join(', ');
}
