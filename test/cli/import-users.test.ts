import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ViewerDocument } from '../../schema/operations.generated.js';
import { newDatabase } from '../support/postgres-server.mjs';
import { runCommand } from '../support/run-command.js';
import { cleanUp, startPortico, workFolder } from '../support/spawn-portico.js';

/** Of password123 by Werkzeug and bcrypt. */
const PBKDF2 =
  'pbkdf2:sha256:1000$yge3clyYXDBCXzWI$b92fc005afac8d6bd7eb9bfa73c45e57869d1efc4ebf4bde84bab5ba55b5fcfd';
const BCRYPT = '$2b$04$9vizJ.6/9jfU.9VWwdZ37uNaY45W2M29iv8rGm/.AJ58kUbOjGC1y';
const ANY_HASH = /[0-9a-f]{20}|9vizJ|yge3clyY|aFzaG|\$6\$/;

const folder = workFolder();
const settings: Record<string, string> = {};
let drop = async () => {};
beforeAll(async () => {
  const database = await newDatabase();
  settings['DATABASE_URL'] = database.url;
  drop = database.drop;
});
afterAll(async () => {
  await cleanUp();
  await drop();
});

async function importing(content: string | Uint8Array, ...more: string[]) {
  const file = join(folder, 'users.csv');
  writeFileSync(file, content);
  const done = await runCommand(['import-users', file, ...more], { settings });
  expect(done.stdout + done.stderr).not.toMatch(ANY_HASH);
  expect(done.stderr).not.toMatch(/^ {4}at /m);
  return { ...done, lines: done.stdout.trim().split('\n') };
}

const USERS = `\ufeffusername,email,display_name,role,password_hash,active,all_erp_customers,erp_customers,must_change_password\r
ada,ada@example.com,"Ada ""Countess"" Lovelace",ADMIN,${PBKDF2},,,,\r
bob,bob@example.com,"Bob\r
of two lines",2,${BCRYPT},TRUE,no,"Acme Beverages; Smith;;Sons, Ltd ;",1\r
\r
carl,no address,,PIRATE,plain,maybe,,,\r
dora,${BCRYPT},,,x,,,,\r
ADA,other@example.com,,,${BCRYPT},,,,\r
erik,BOB@example.com,,,${BCRYPT},,,,\r
short,row\r
fred,fred@example.com,,5,${PBKDF2},false,,,\r
`;
const OUTCOMES = [
  /^line 2: added ada \(ADMIN\)$/,
  /^line 3: added bob \(CUSTOMER\)$/,
  /^line 6: not added: email: found "no address"; .*; role: found "PIRATE"; .*; active: found "maybe"; .*; password_hash: found a hash of no known scheme/,
  /^line 7: not added: email: found "\[hash\]"; wanted an e-mail address/,
  /^line 8: not added: username: "ADA" is also on line 2$/,
  /^line 9: not added: email: "BOB@example.com" is also on line 3$/,
  /^line 10: not added: found 2 fields; wanted 9$/,
  /^line 11: added fred \(WAREHOUSE\)$/,
];
const outcomes = () => OUTCOMES.map((expected) => expect.stringMatching(expected));

describe('users of an older portal', () => {
  test('are checked row by row in a dry run, which keeps nothing', async () => {
    const { code, lines } = await importing(USERS, '--dry-run');
    expect(lines).toEqual([
      ...outcomes(),
      '3 added, 0 already there, 5 not added (dry run: nothing was kept)',
    ]);
    expect(code).toBe(1);
  });

  test('are added where the rest of the file is wrong, and once only', async () => {
    const first = await importing(USERS);
    expect(first.lines).toEqual([...outcomes(), '3 added, 0 already there, 5 not added']);
    expect(first.code).toBe(1);
    const again = await importing(USERS);
    expect(again.lines.at(-1)).toBe('0 added, 3 already there, 5 not added');
    expect(again.code).toBe(1);
    expect(again.lines[0]).toMatch(/^line 2: already there: ada </);
  });

  test('that are there already are no failure', async () => {
    const { code, lines } = await importing(
      `password_hash;email;username\n${BCRYPT}; ADA@example.com ;Ada\n`,
      '--delimiter',
      ';',
    );
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [expect.any(String), '0 added, 1 already there, 0 not added'],
    });
  });

  test('are never lost as a login of somebody else that has the user name or the e-mail', async () => {
    const rows = ['ada,somebody@example.com', 'somebody,ada@example.com'];
    const file = `username,email,password_hash\n${rows.map((row) => `${row},${BCRYPT}\n`).join('')}`;
    expect(await importing(file)).toMatchObject({
      code: 1,
      lines: [
        'line 2: not added: username: "ada" is taken by another login',
        'line 3: not added: email: "ada@example.com" is taken by another login',
        '0 added, 0 already there, 2 not added',
      ],
    });
  });

  test('are never lost as somebody else of the file, at the first import and at each further one', async () => {
    const rows = [
      'gus,gus@example.com',
      'gus,gus@example.com',
      ' GUS , Gus@Example.com ',
      'hal,GUS@example.com',
      'ﬁn,fin@example.com',
      'FIN,other@example.com',
      // Not added above, so its e-mail is free.
      'ina,other@example.com',
      'bob,ida@example.com',
      'ida,ida@example.com',
    ];
    const file = `username,email,password_hash\n${rows.map((row) => `${row},${BCRYPT}\n`).join('')}`;
    const both = (line: number) =>
      `username: ".*" is also on line ${line}; email: ".*" is also on line ${line}$`;
    const wanted = (gus: string, fin: string, ina: string, ida: string) => [
      gus,
      `^line 3: not added: ${both(2)}`,
      `^line 4: not added: ${both(2)}`,
      '^line 5: not added: email: "GUS@example.com" is also on line 2$',
      fin,
      '^line 7: not added: username: "FIN" is also on line 6$',
      ina,
      '^line 9: not added: username: "bob" is taken by another login$',
      ida,
    ];
    const added = wanted(
      '^line 2: added gus ',
      '^line 6: added ﬁn ',
      '^line 8: added ina ',
      '^line 10: added ida ',
    );
    const there = wanted(
      '^line 2: already there: ',
      '^line 6: already there: ',
      '^line 8: already there: ',
      '^line 10: already there: ',
    );
    for (const [options, expected, count] of [
      [['--dry-run'], added, '4 added, 0 already there, 5 not added (dry run: nothing was kept)'],
      [[], added, '4 added, 0 already there, 5 not added'],
      [[], there, '0 added, 4 already there, 5 not added'],
    ] as const) {
      const { code, lines } = await importing(file, ...options);
      expect(lines).toEqual([...expected.map((line) => expect.stringMatching(new RegExp(line))), count]);
      expect(code).toBe(1);
    }
  });

  test('sign in with the passwords that they had, and are what the file said', async () => {
    const portico = await startPortico({ folder, settings });
    const viewerOf = async (login: string) => {
      const signedIn = await portico.signIn(login, 'password123');
      return 'token' in signedIn
        ? (await portico.ask(ViewerDocument, {}, signedIn.token)).data?.viewer
        : signedIn;
    };
    expect(await viewerOf('ada')).toMatchObject({
      role: 'ADMIN',
      mustChangePassword: false,
      user: { username: 'ada', email: 'ada@example.com', displayName: 'Ada "Countess" Lovelace' },
    });
    expect(await viewerOf('BOB@example.com')).toMatchObject({ role: 'CUSTOMER', mustChangePassword: true });
    expect(await viewerOf('fred')).toEqual({ code: 'ACCOUNT_INACTIVE' });
    for (const login of ['carl', 'dora', 'erik']) {
      expect(await viewerOf(login)).toEqual({ code: 'INVALID_CREDENTIALS' });
    }
    await portico.end('SIGTERM');
    const log = portico.output();
    // The audit log's own hashes are no secret.
    expect(log.replace(/head: ".*"/g, '')).not.toMatch(ANY_HASH);
  });
});

test.each([
  [
    'lacks columns',
    'username,email\nx,y\n',
    /columns of the first line: missing password_hash; wanted username/,
  ],
  ['has unknown ones', `username,email,password_hash,phone\n`, /unknown "phone"/],
  ['has one twice', `username,email,password_hash,email\n`, /twice email/],
  ['has no header', `ada,ada@example.com,${BCRYPT}\n`, /unknown "ada"; .*unknown "\[hash\]"/],
  [
    'has a hash of another kind for a header',
    `ada,$6$rounds=5000$saltsalt$abcdefghijkl\n`,
    /unknown "\[hash\]"/,
  ],
  ['is empty', '', /missing username; missing email; missing password_hash/],
  ['is not UTF-8', Buffer.from('username,email,password_hash\nJ\xfcrgen', 'latin1'), /no UTF-8 text; wanted/],
  ['is UTF-16', Buffer.from('username,email,password_hash\n', 'utf16le'), /no UTF-8 text; wanted/],
  [
    'has an open quote',
    `username,email,password_hash\nnew,new@example.com,${BCRYPT}\nx,"y\n`,
    /Quote Not Closed/,
  ],
])('nothing is written where the file %s', async (_what, content, reason) => {
  const { code, stdout, stderr } = await importing(content);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(reason);
});

test('a file that is not there is named', async () => {
  const done = await runCommand(['import-users', join(folder, 'nowhere.csv')], { settings });
  expect(done).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/nowhere\.csv/) });
});
