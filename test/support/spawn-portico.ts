import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { LoginDocument } from '../../schema/operations.generated.js';
import type { Answer } from './start-app.js';

const MAIN = fileURLToPath(new URL('../../dist/portico/main.js', import.meta.url));

/** What a process that has ended left behind. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A `portico start` that said that it is ready. */
export interface RunningPortico {
  /** As its banner prints it. */
  url: string;
  /** All that it has printed so far. */
  output(): string;
  ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    token?: string,
  ): Promise<Pick<Answer<Data>, 'status' | 'data' | 'errors'>>;
  /** The token of a sign-in, or the code that it was refused with. */
  signIn(login: string, password: string): Promise<{ token: string } | { code: string | undefined }>;
  /** Sends a signal; resolves once the process has ended. */
  end(signal: NodeJS.Signals): Promise<Finished>;
}

const children = new Set<ChildProcess>();
const folders: string[] = [];

/** An empty folder for a process to work in; `cleanUp` removes it. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-main-'));
  // Where root runs the tests, the embedded server is somebody else, who has to get here.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Kills what is still running, and removes the folders. */
export async function cleanUp(): Promise<void> {
  for (const child of children) {
    const exited = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await exited;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Where a process runs, with which settings and nothing else of this one's environment. */
export interface Surroundings {
  folder: string;
  settings?: Record<string, string>;
  /** What it reads on standard input. */
  input?: string;
}

/** Runs `portico <args>` to its end. */
export function runPortico(args: string[], surroundings: Surroundings): Promise<Finished> {
  return launch(args, surroundings).finished;
}

/** Runs `portico start` on a free port until it is ready. */
export async function startPortico(surroundings: Surroundings): Promise<RunningPortico> {
  const settings = { PORT: '0', ...surroundings.settings };
  const { child, finished, output } = launch(['start'], { ...surroundings, settings });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, address] = /GraphQL +(http:\S+)\/graphql\n[\s\S]*Health/.exec(output()) ?? [];
      if (address !== undefined) resolve(address);
    });
    finished.then(() => reject(new Error(`ended without being ready: ${output()}`))).catch(reject);
  });
  const ask: RunningPortico['ask'] = async (document, variables, token) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const { data, errors = [] } = (await response.json()) as Partial<Answer<never>>;
    return { status: response.status, data, errors };
  };
  return {
    url,
    output,
    ask,
    signIn: async (login, password) => {
      const { data, errors } = await ask(LoginDocument, { login, password });
      return data ? { token: data.login.accessToken } : { code: errors[0]?.extensions.code };
    },
    end: (signal) => {
      child.kill(signal);
      return finished;
    },
  };
}

function launch(args: string[], { folder, settings = {}, input = '' }: Surroundings) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { PATH, ...settings } });
  children.add(child);
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  // One that ends before it has read its input closes the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      resolve({ code, ...printed });
    });
  });
  return { child, finished, output: () => printed.stdout + printed.stderr };
}
