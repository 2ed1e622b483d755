import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['bench/compare.mjs', ...args], { encoding: 'utf8' });
const read = (path: string) => readFileSync(path, 'utf8');

it('npm run bench lists its scenarios and peers, and the manual says what each means', () => {
  const { status, stdout } = bench('--list');
  expect(status).toBe(0);
  const names = stdout.match(/^[\w-]+/gm) ?? [];
  expect(names).toEqual(expect.arrayContaining(['page-50', 'mssql', 'portico', 'usual', 'bare']));
  const manual = read('docs/performance.md');
  for (const name of names) expect(manual, name).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|`, 'm'));
});

it('npm run bench refuses a scenario that it does not know', () => {
  const { status, stderr } = bench('--scenario', 'page-50,page-51');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^no scenario is named page-51: there are page-50, .*\n$/);
});

it('the lock file of the peers names what their package.json asks for', () => {
  const { dependencies } = JSON.parse(read('bench/package.json'));
  expect(JSON.parse(read('bench/package-lock.json')).packages[''].dependencies).toEqual(dependencies);
});
