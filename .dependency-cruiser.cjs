/** The import rules of docs/architecture.md. `shared` imports nothing else of src/, and only `cli` imports `app`. */
const room = (name) => `^src/${name}/`;
/** A rule: files in `from` may import, of src/, only `from` and `allowed`. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed].map((path) => path.replace(/\$$/, '')) },
});

const SHARED = room('shared');
const FEATURE = '^src/features/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'known-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    only('shared-imports-nothing', SHARED, []),
    only('embedded-postgres-imports-nothing', room('embedded-postgres'), []),
    only('telemetry', room('telemetry'), [SHARED]),
    only('db', room('db'), [SHARED]),
    only('erp', room('erp'), [SHARED]),
    only('inventory', `${FEATURE}inventory/`, [SHARED, room('erp')]),
    only('audit', `${FEATURE}audit/`, [SHARED, room('db')]),
    only('mail', `${FEATURE}mail/`, [SHARED, room('db'), `${FEATURE}audit/`]),
    only('users', `${FEATURE}users/`, [SHARED, room('db'), `${FEATURE}audit/`]),
    only('identity', `${FEATURE}identity/`, [
      SHARED,
      room('db'),
      `${FEATURE}audit/`,
      `${FEATURE}mail/`,
      `${FEATURE}inventory/`,
      `${FEATURE}users/`,
    ]),
    only('user-admin', `${FEATURE}user-admin/`, [
      SHARED,
      room('db'),
      `${FEATURE}audit/`,
      `${FEATURE}mail/`,
      `${FEATURE}inventory/`,
      `${FEATURE}users/`,
      `${FEATURE}identity/`,
    ]),
    only('access-preview', `${FEATURE}access-preview/`, [
      SHARED,
      room('db'),
      `${FEATURE}audit/`,
      `${FEATURE}inventory/`,
      `${FEATURE}users/`,
      `${FEATURE}identity/`,
    ]),
    only('customers', `${FEATURE}customers/`, [
      SHARED,
      room('db'),
      `${FEATURE}audit/`,
      `${FEATURE}mail/`,
      `${FEATURE}users/`,
      `${FEATURE}identity/`,
      `${FEATURE}user-admin/`,
    ]),
    only('freight', `${FEATURE}freight/`, [
      SHARED,
      room('db'),
      `${FEATURE}audit/`,
      `${FEATURE}mail/`,
      `${FEATURE}users/`,
      `${FEATURE}customers/`,
    ]),
    only('dashboard', `${FEATURE}dashboard/`, [
      SHARED,
      room('db'),
      `${FEATURE}inventory/`,
      `${FEATURE}users/`,
      `${FEATURE}mail/`,
      `${FEATURE}customers/`,
      `${FEATURE}freight/`,
    ]),
    only('reporting-formats', `${FEATURE}reporting/formats/`, [SHARED]),
    only('graphql', room('graphql'), [SHARED, FEATURE]),
    only('http', room('http'), [SHARED, FEATURE, room('graphql'), room('telemetry')]),
    only('cli', room('cli'), [
      SHARED,
      room('db'),
      '^src/erp/(check/|demo/|(deadline|erp|erp-sql|mapping)\\.ts$)',
      room('composition'),
      room('embedded-postgres'),
      room('graphql'),
      FEATURE,
      '^src/(app|config)\\.ts$',
    ]),
    only('composition', room('composition'), [
      SHARED,
      room('db'),
      room('erp'),
      room('embedded-postgres'),
      room('telemetry'),
      FEATURE,
      '^src/config\\.ts$',
    ]),
    only('main', '^src/main\\.ts$', [room('cli')]),
    only('config', '^src/config\\.ts$', [room('settings'), SHARED]),
    only('settings', room('settings'), [room('db'), room('erp'), room('telemetry'), SHARED]),
    {
      name: 'only-app-composes',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(main|app|config)\\.ts$', room('settings'), room('cli'), room('composition')],
      },
      to: {
        path: ['^src/app\\.ts$', '^src/config\\.ts$', room('settings'), room('cli'), room('composition')],
      },
    },
    {
      name: 'resolvers-and-types-contain-no-sql',
      comment: 'A resolver parses, calls one function, and returns. inTransaction is a handle, not SQL.',
      severity: 'error',
      from: { path: `${FEATURE}.+\\.(resolver|type|args)\\.ts$` },
      to: { path: [room('erp'), room('db')], pathNot: ['^src/db/in-transaction\\.ts$'] },
    },
    {
      name: 'only-inventory-imports-the-erp',
      severity: 'error',
      from: { path: FEATURE, pathNot: ['inventory/'] },
      to: { path: room('erp') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
