import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** The text of an operation; it knows the types of its answer and its variables. */
export type Operation<R, V> = string & DocumentTypeDecoration<R, V>;

/** A value that the server refused. */
export interface FieldProblem {
  /** Where it was in the variables, such as `input.items.0.weightKg`. */
  path: string;
  message: string;
}

/** An error that the server answered, or `OFFLINE` if there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly extensions: Record<string, unknown> = {},
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

/** Whether it is an error that the server answered with this code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ApiError && error.code === code;

interface GraphQLAnswer<R> {
  data?: R | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/**
 * Sends one operation to the service.
 *
 * @throws ApiError for any error in the answer, even beside data, and where there is no answer
 */
export async function ask<R, V>(
  operation: Operation<R, V>,
  variables: V,
  { token, signal }: { token: string | null; signal?: AbortSignal },
): Promise<R> {
  const { data, errors } = await send<R>(JSON.stringify({ query: operation, variables }), {
    token,
    signal,
  });
  const error = errors?.[0];
  if (error) {
    const { code = 'UNKNOWN', ...extensions } = error.extensions ?? {};
    throw new ApiError(String(code), error.message, extensions);
  }
  return data as R;
}

async function send<R>(
  body: string,
  { token, signal }: { token: string | null; signal: AbortSignal | undefined },
): Promise<GraphQLAnswer<R>> {
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
