import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { Refusal } from './refusal-words';

/** The text of an operation; it knows the types of its answer and its variables. */
export type Operation<R, V> = string & DocumentTypeDecoration<R, V>;

/** A value that the server refused. Its message is in the reader's language. */
export interface FieldProblem extends Refusal {
  /** Where it was in the variables, such as `input.items.0.weightKg`. */
  path: string;
}

/** An error that the server answered, or `OFFLINE` if there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly extensions: Record<string, unknown> = {},
    /** The part of the answer that it is about, such as `dashboard.inventory`; null if it is about all of it. */
    readonly path: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The values that were refused. */
  get fields(): FieldProblem[] {
    return (this.extensions['fields'] ?? []) as FieldProblem[];
  }

  /** Names the request in the server's log. */
  get requestId(): string | null {
    return (this.extensions['requestId'] as string | undefined) ?? null;
  }
}

/** The same error, with what was refused in the reader's language. */
export async function inReadersWords(error: ApiError): Promise<ApiError> {
  if (error.fields.length === 0) return error;
  const fields = await sayRefusals(error.fields);
  if (fields === error.fields) return error;
  const message = [...new Set(fields.map((field) => field.message))].join(' ');
  return new ApiError(error.code, message, { ...error.extensions, fields }, error.path);
}

/**
 * Refusals with their messages in the reader's language. Its words come with the first refusal; where they don't, the server's
 * own are better than none.
 */
export async function sayRefusals<R extends Refusal>(refusals: readonly R[]): Promise<readonly R[]> {
  try {
    const { refusalWords } = await import('./refusal-words');
    return await Promise.all(
      refusals.map(async (refusal) => ({ ...refusal, message: await refusalWords(refusal) })),
    );
  } catch {
    return refusals;
  }
}

/** Whether it is an error that the server answered with this code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ApiError && error.code === code;

/** What there is of an answer, and why the rest of it is null. */
export interface PartialAnswer<R> {
  data: R;
  /** The errors about parts, each with its path. */
  errors: ApiError[];
}

/** As whom an operation is sent, and what takes it back. */
interface Sending {
  token: string | null;
  signal?: AbortSignal;
}

/**
 * Sends one operation to the service.
 *
 * @throws ApiError for any error in the answer, even beside data, and where there is no answer
 */
export async function ask<R, V>(operation: Operation<R, V>, variables: V, sending: Sending): Promise<R> {
  const { data, errors } = await askForParts(operation, variables, sending);
  if (errors[0]) throw errors[0];
  return data;
}

/**
 * Sends one operation whose answer is of use even if parts of it failed.
 *
 * @throws ApiError where there is no data at all, or nobody is signed in
 */
export async function askForParts<R, V>(
  operation: Operation<R, V>,
  variables: V,
  sending: Sending,
): Promise<PartialAnswer<R>> {
  const answer = await send<R>(JSON.stringify({ query: operation, variables }), sending);
  const errors = await Promise.all((answer.errors ?? []).map(toApiError).map(inReadersWords));
  const [first] = errors;
  if (first && (!answer.data || first.code === 'UNAUTHENTICATED')) throw first;
  return { data: answer.data as R, errors };
}

interface GraphQLAnswer<R> {
  data?: R | null;
  errors?: AnsweredError[];
}

/** An error as the server writes it. */
export interface AnsweredError {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

/** An error of an answer as one that can be thrown. */
export function toApiError({ message, path, extensions = {} }: AnsweredError): ApiError {
  const { code = 'UNKNOWN', ...more } = extensions;
  return new ApiError(String(code), message, more, path?.join('.') ?? null);
}

async function send<R>(body: string, { token, signal }: Sending): Promise<GraphQLAnswer<R>> {
  try {
    const response = await fetch(new URL('graphql', document.baseURI), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body,
      ...(signal ? { signal } : {}),
    });
    return (await response.json()) as GraphQLAnswer<R>;
  } catch (error) {
    if (signal?.aborted && signal.reason?.name !== 'TimeoutError') throw error;
    // A proxy's error page is no JSON.
    throw new ApiError('OFFLINE', 'There was no answer.');
  }
}
