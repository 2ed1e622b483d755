import type { z } from 'zod';
import type { Role } from '../../shared/auth.js';
import type { Origin } from '../../shared/origin.js';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** What an operation is answered with under one status. */
export interface Answer {
  description: string;
  /** What the schema is called in the API's description. */
  name: string;
  schema: z.ZodType;
}

/** What a request to an operation brings along, checked. */
export interface ApiRequest<Params, Body> {
  params: Params;
  body: Body;
  origin: Origin;
}

type Answers = Readonly<Record<number, Answer>>;
type AnswerOf<All extends Answers> = {
  [Status in keyof All & number]: { status: Status; body: z.input<All[Status]['schema']> };
}[keyof All & number];

/** One operation of the API: what its handler takes and gives is what its description says. */
interface Definition<Params extends z.ZodObject, Body extends z.ZodObject, All extends Answers> {
  method: Method;
  /** Below /api, with parameters as OpenAPI writes them. */
  path: `/${string}`;
  id: string;
  summary: string;
  description?: string;
  /** Who may; null for anybody. */
  requires: readonly Role[] | null;
  params: Params;
  /** Null where none is read. A body that is left out counts as an empty object. */
  body: { name: string; schema: Body } | null;
  answers: All;
  /** The statuses of the problems that are this operation's own; api-description.ts has those of any. */
  problems: Readonly<Record<number, string>>;
  handle(request: ApiRequest<z.output<Params>, z.output<Body>>): Promise<AnswerOf<All>>;
}

/** The same without knowing what it takes and gives. */
export interface ApiOperation extends Omit<Definition<z.ZodObject, z.ZodObject, Answers>, 'handle'> {
  handle(request: ApiRequest<never, never>): Promise<{ status: number; body: unknown }>;
}

/** Defines an operation, with its handler held against its schemas. */
export function operation<Params extends z.ZodObject, Body extends z.ZodObject, const All extends Answers>(
  definition: Definition<Params, Body, All>,
): ApiOperation {
  return definition as unknown as ApiOperation;
}

/** A handler's answer, to the letter. */
export const answerWith = <const Status extends number, const Body>(status: Status, body: Body) => ({
  status,
  body,
});

/** What an operation is called in metrics, traces and the audit log. */
export const labelOf = ({ method, path }: Pick<ApiOperation, 'method' | 'path'>) =>
  `${method.toUpperCase()} /api${path}`;
