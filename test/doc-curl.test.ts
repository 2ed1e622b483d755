import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignOnce, commandsOf, DOCS } from './support/doc-commands.js';
import { addCurl } from './support/sandbox-checkout.js';
import { cleanUp, workFolder } from './support/spawn-portico.js';

const { PATH = '' } = process.env;
const COMMANDS = DOCS.flatMap(commandsOf).filter((command) => command.text.startsWith('curl'));

/** Answers with what it was asked, as if that were a sign-in, a new API key and a list of quotes too. */
const echo = createServer(async (request, response) => {
  const { 'user-agent': _agent, connection: _connection, host: _host, ...headers } = request.headers;
  const { method, url = '' } = request;
  // A blank is escaped in one of two ways, depending on the version of curl.
  const { pathname, searchParams } = new URL(url, 'http://x');
  const asked = { method, pathname, values: [...searchParams], headers, body: await text(request) };
  const data = {
    ...{ login: { accessToken: 'a.b-c' }, createApiKey: { secret: 'ptk_d-e' } },
    quotes: { nodes: [{ id: '0-1' }] },
  };
  response.end(JSON.stringify({ ...asked, data }));
});
let host = '';
let ours = '';

beforeAll(async () => {
  ours = addCurl(workFolder());
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(async () => {
  echo.close();
  await cleanUp();
});

const run = async (line: string, path: string) =>
  (await promisify(execFile)('sh', ['-c', line], { env: { PATH: path } })).stdout;

const withOurs = assignOnce((lines) => run(lines.replaceAll('localhost:5001', host), `${ours}:${PATH}`));
const withTheirs = assignOnce((lines) => run(lines.replaceAll('localhost:5001', host), PATH));

test.each(COMMANDS.map((command) => [command.text, command] as const))(
  'a machine without curl asks the same: %s',
  async (_text, command) => {
    const printed = command.text.replace(/ > \S+$/, '');
    const line = printed.replaceAll('localhost:5001', host);
    const asked = await run((await withOurs(command.assignments)) + line, `${ours}:${PATH}`);
    const hasCurl = (await run('command -v curl || true', PATH)) !== '';
    if (hasCurl) {
      const values = await withTheirs(command.assignments);
      expect(JSON.parse(asked)).toEqual(JSON.parse(await run(values + line, PATH)));
    }
    const [, method] = /-X (\w+)/.exec(command.text) ?? [];
    const isPost = / -d /.test(command.text);
    expect(JSON.parse(asked)).toMatchObject({
      method: method ?? (isPost ? 'POST' : 'GET'),
      headers: {
        ...(command.text.includes('$TOKEN') && { authorization: 'Bearer a.b-c' }),
        ...(command.text.includes('$KEY') && { authorization: 'Bearer ptk_d-e' }),
        ...(isPost && { 'content-type': 'application/json' }),
      },
      body: isPost ? expect.stringMatching(/^\{.*\}$/) : '',
    });
  },
);

test('no other option is taken for one of these', async () => {
  for (const options of ['-v', '-s -u a:b', '', '-s -d @file', '-s -H broken', `-s ${host}`])
    await expect(run(`curl ${options} ${host}`, `${ours}:${PATH}`)).rejects.toMatchObject({
      code: 1,
      stdout: '',
    });
});
