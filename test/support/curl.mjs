#!/usr/bin/env node
// Does what curl does with the options that the documents use, on a machine that has no curl. It refuses all others.
import { request } from 'node:http';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    silent: { type: 'boolean', short: 's' },
    fail: { type: 'boolean', short: 'f' },
    get: { type: 'boolean' },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    request: { type: 'string', short: 'X' },
    data: { type: 'string', short: 'd', multiple: true, default: [] },
    'data-urlencode': { type: 'string', multiple: true, default: [] },
  },
});

const [address = '', ...more] = positionals;
const url = new URL(/^http:\/\//.test(address) ? address : `http://${address}`);
// Without it, curl prints its progress too.
if (!values.silent) throw new Error('-s is missing');
if (more.length > 0) throw new Error(`${more[0]}: one address alone is known here`);
if (values.data.some((data) => data.startsWith('@'))) throw new Error('-d @file is not known here');

const data = [...values.data, ...values['data-urlencode'].map(urlEncoded)].join('&');
if (values.get) url.search += `${url.search === '' ? '?' : '&'}${data}`;
const body = values.get || data === '' ? null : data;

const sent = request(url, { method: values.request ?? (body === null ? 'GET' : 'POST'), agent: false });
sent.setHeader('accept', '*/*');
if (body !== null) {
  sent.setHeader('content-type', 'application/x-www-form-urlencoded');
  sent.setHeader('content-length', Buffer.byteLength(body));
}
for (const header of values.header) {
  const [, name, value] = /^([\w-]+): *(.+)$/.exec(header) ?? [];
  if (name === undefined) throw new Error('-H is known here as name: value alone');
  sent.setHeader(name, value);
}
// Node would add these by itself.
for (const name of ['connection', 'transfer-encoding', ...(body === null ? ['content-length'] : [])])
  sent.removeHeader(name);
sent.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 7;
});
sent.on('response', async (response) => {
  if (values.fail && response.statusCode >= 400) process.exit(22);
  for await (const chunk of response) process.stdout.write(chunk);
});
sent.end(body ?? undefined);

function urlEncoded(named) {
  const [, name, content] = /^(\w+)=(.*)$/s.exec(named) ?? [];
  if (name === undefined) throw new Error('--data-urlencode is known here as name=content alone');
  return `${name}=${encodeURIComponent(content)}`;
}
