// Completes package-lock.json for platforms other than the one it was written on.
//
// Packages with native parts list one optional package for each platform. npm leaves out of the lock file those that it
// could not resolve where it ran (https://github.com/npm/cli/issues/4828). On another platform `npm ci` then fails, or
// doesn't install the compiler. This script adds the missing packages. With --check it fails if one is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];
const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** The platform that a package is for, according to its name: the os, cpu and libc fields of its lock file entry. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = OS.find((word) => words.includes(word));
  const cpu =
    words.includes('arm') || words.includes('armv7') ? 'arm' : CPU.find((word) => words.includes(word));
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : null;
  const gnu = words.includes('gnu') || words.includes('gnueabihf') || words.includes('glibc');
  return {
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
    ...(os === 'linux' && gnu && { libc: ['glibc'] }),
  };
}

const missing = {};
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
      (place) => lock.packages[place],
    );
    if (found) continue;
    const platform = platformOf(name);
    if (!platform.os && !platform.cpu)
      throw new Error(`${name}: the name doesn't say which platform it is for`);
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: ${version} is not an exact version`);
    missing[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(entry.dev && { dev: true }),
      optional: true,
    };
  }
}

const names = Object.keys(missing);
if (names.length === 0) process.exit(0);
if (process.argv.includes('--check')) {
  process.stderr.write(`package-lock.json lacks ${names.join(', ')}: run npm run lock:complete\n`);
  process.exit(1);
}
const packages = Object.entries({ ...lock.packages, ...missing });
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`added ${names.length} packages for other platforms\n`);
