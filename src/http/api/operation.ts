import type { z } from 'zod';
import type { Role } from '../../shared/auth.js';
import type { Origin } from '../../shared/origin.js';

/** The method of an operation, as Express and OpenAPI name it. */
export type Method = 'get' | 'post' | 'patch' | 'delete';

/** The response of an operation with one status. */
export interface Answer {
  description: string;
  /** The name of the schema in the API description. */
  name: string;
  schema: z.ZodType;
}

/** The validated input of an operation. */
export interface ApiRequest<Params, Body> {
  params: Params;
  body: Body;
  origin: Origin;
}

type Answers = Readonly<Record<number, Answer>>;
type AnswerOf<All extends Answers> = {
  [Status in keyof All & number]: { status: Status; body: z.input<All[Status]['schema']> };
}[keyof All & number];

/**
 * One operation of the API. Its schemas have three uses: they type its handler, validate its input and output, and
 * describe it.
 */
interface Definition<Params extends z.ZodObject, Body extends z.ZodObject, All extends Answers> {
  method: Method;
  /** The path below /api, with parameters in OpenAPI's notation, such as `{id}`. */
  path: `/${string}`;
  id: string;
  summary: string;
  description?: string;
  /** The roles that may call it; null if it is open to anyone. */
  requires: readonly Role[] | null;
  params: Params;
  /** Null if no body is read. A missing body counts as an empty object. */
  body: { name: string; schema: Body } | null;
  answers: All;
  /** Problems specific to this operation, by status. api-description.ts has those that every operation can have. */
  problems: Readonly<Record<number, string>>;
  handle(request: ApiRequest<z.output<Params>, z.output<Body>>): Promise<AnswerOf<All>>;
}

/** An operation without the types of its input and output. */
export interface ApiOperation extends Omit<Definition<z.ZodObject, z.ZodObject, Answers>, 'handle'> {
  handle(request: ApiRequest<never, never>): Promise<{ status: number; body: unknown }>;
}

/** Defines an operation; the compiler checks its handler against its schemas. */
export function operation<Params extends z.ZodObject, Body extends z.ZodObject, const All extends Answers>(
  definition: Definition<Params, Body, All>,
): ApiOperation {
  return definition as unknown as ApiOperation;
}

/** A handler's response, with literal types so that the compiler can check it against the schemas. */
export const answerWith = <const Status extends number, const Body>(status: Status, body: Body) => ({
  status,
  body,
});

/** The name of an operation in metrics, traces and the audit log. */
export const labelOf = ({ method, path }: Pick<ApiOperation, 'method' | 'path'>) =>
  `${method.toUpperCase()} /api${path}`;
