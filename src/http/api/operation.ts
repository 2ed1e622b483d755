import type { z } from 'zod';
import type { Role, Viewer } from '../../shared/auth.js';
import type { Origin } from '../../shared/origin.js';

/** The method of an operation, as Express and OpenAPI name it. */
export type Method = 'get' | 'post' | 'patch' | 'delete';

/** The media types of files in responses. None of them can run scripts in a browser. */
export type FileType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** A file as a handler returns it. */
export interface ApiFile {
  bytes: Uint8Array;
  mediaType: FileType;
  /** The name that a browser suggests for saving it. */
  name: string;
}

/** A response in JSON, with one status. */
export interface JsonAnswer {
  description: string;
  /** The name of the schema in the API description. */
  name: string;
  schema: z.ZodType;
}

/** A response that is a file, with one status. */
export interface FileAnswer {
  description: string;
  fileTypes: readonly FileType[];
}

/** The response of an operation with one status. */
export type Answer = JsonAnswer | FileAnswer;

/** A body in JSON. A missing one counts as an empty object. */
export interface JsonBody<Schema extends z.ZodObject = z.ZodObject> {
  name: string;
  schema: Schema;
}

/** A body that is a file: raw bytes. The media type that it is sent with proves nothing about them. */
export interface BytesBody {
  description: string;
  mediaTypes: readonly string[];
  /** The maximum length, in bytes. */
  maxBytes: number;
}

type Body = JsonBody | BytesBody | null;
type BodyOf<Sent extends Body> =
  Sent extends JsonBody<infer Schema> ? z.output<Schema> : Sent extends BytesBody ? Buffer : null;

/** The validated input of an operation. */
export interface ApiRequest<Params, Query, Sent> {
  params: Params;
  query: Query;
  body: Sent;
  /** The caller; null if the operation is open to anyone. */
  viewer: Viewer | null;
  origin: Origin;
  /** The address of the client, in the form that the counters use: see `addressKey`. */
  network: string;
  /** Fires if the client hangs up before it has the response. An error thrown for that reason is answered to nobody. */
  signal: AbortSignal;
}

type Answers = Readonly<Record<number, Answer>>;
type SentWith<Found extends Answer> = Found extends JsonAnswer ? z.input<Found['schema']> : ApiFile;
type AnswerOf<All extends Answers> = {
  [Status in keyof All & number]: { status: Status; body: SentWith<All[Status]> };
}[keyof All & number];

/**
 * One operation of the API. Its schemas have three uses: they type its handler, validate its input and output, and
 * describe it.
 */
interface Definition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Sent extends Body,
  All extends Answers,
> {
  method: Method;
  /** The path below /api, with parameters in OpenAPI's notation, such as `{id}`. */
  path: `/${string}`;
  id: string;
  summary: string;
  description?: string;
  /** The roles that may call it; null if it is open to anyone. */
  requires: readonly Role[] | null;
  /** Whether an address that was signed for a session opens it too, for places that can't send an access token. */
  signedAddress?: true;
  params: Params;
  /** The query parameters. Without it, none is read. */
  query?: Query;
  /** Null if no body is read. */
  body: Sent;
  answers: All;
  /** Problems specific to this operation, by status. describe-operation.ts has those that every operation can have. */
  problems: Readonly<Record<number, string>>;
  /** Refuses a request whose body, which may be long, is not worth reading. The handler must check the same again. */
  beforeBody?(request: ApiRequest<z.output<Params>, z.output<Query>, null>): Promise<void>;
  handle(request: ApiRequest<z.output<Params>, z.output<Query>, BodyOf<Sent>>): Promise<AnswerOf<All>>;
}

/** An operation without the types of its input and output. */
export interface ApiOperation
  extends Omit<Definition<z.ZodObject, z.ZodObject, Body, Answers>, 'handle' | 'beforeBody'> {
  beforeBody?(request: ApiRequest<never, never, null>): Promise<void>;
  handle(request: ApiRequest<never, never, never>): Promise<{ status: number; body: unknown }>;
}

/** Defines an operation; the compiler checks its handler against its schemas. */
export function operation<
  Params extends z.ZodObject,
  Sent extends Body,
  const All extends Answers,
  Query extends z.ZodObject = z.ZodObject,
>(definition: Definition<Params, Query, Sent, All>): ApiOperation {
  return definition as unknown as ApiOperation;
}

/** A handler's response, with literal types so that the compiler can check it against the schemas. */
export const answerWith = <const Status extends number, const Sent>(status: Status, body: Sent) => ({
  status,
  body,
});

/** The name of an operation in metrics, traces and the audit log. */
export const labelOf = ({ method, path }: Pick<ApiOperation, 'method' | 'path'>) =>
  `${method.toUpperCase()} /api${path}`;
