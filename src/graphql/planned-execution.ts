import {
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLResolveInfo,
  locatedError,
} from 'graphql';
import { buildResolveInfo, type ExecutionContext } from 'graphql/execution/execute.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import { inspect } from 'graphql/jsutils/inspect.js';
import { addPath, type Path, pathToArray } from 'graphql/jsutils/Path.js';
import type { FieldPlan, OperationPlan, ValuePlan } from './execution-plan.js';

type Answer = Record<string, unknown>;
type Read = (args: object, context: unknown, info: GraphQLResolveInfo) => unknown;

/**
 * Runs a planned query as graphql-js would: with the same calls of resolvers in the same order, the same values and the
 * same errors. What it saves is what graphql-js does anew for each field of each object: looking up definitions, reading
 * arguments that there aren't, and gathering what only resolvers want to know.
 */
export class PlannedExecution {
  constructor(private readonly execution: ExecutionContext) {}

  run({ fields }: OperationPlan): ExecutionResult | Promise<ExecutionResult> {
    const failed = (error: GraphQLError) => {
      this.execution.collectedErrors.add(error, undefined);
      return this.#result(null);
    };
    try {
      const data = this.#object(fields, this.execution.rootValue, undefined);
      return isPromise(data) ? data.then((found) => this.#result(found), failed) : this.#result(data);
    } catch (error) {
      return failed(error as GraphQLError);
    }
  }

  #result(data: Answer | null): ExecutionResult {
    const { errors } = this.execution.collectedErrors;
    return errors.length === 0 ? { data } : { errors, data };
  }

  #object(fields: readonly FieldPlan[], source: unknown, path: Path | undefined): Answer | Promise<Answer> {
    const answer: Answer = {};
    let pending = false;
    try {
      for (const field of fields) {
        const value = this.#field(field, source, path);
        answer[field.responseName] = value;
        pending ||= isPromise(value);
      }
    } catch (error) {
      if (!pending) throw error;
      // The other fields may fail too, and somebody must have waited for each promise.
      return settled(answer).finally(() => {
        throw error;
      });
    }
    return pending ? settled(answer) : answer;
  }

  #field(field: FieldPlan, source: unknown, parent: Path | undefined): unknown {
    const { property, definition, responseName, parentType, value: plan } = field;
    if (property && typeof source === 'object' && source !== null) {
      const value = readProperty(source as Answer, definition.name);
      if (value == null && !plan.nonNull) return null;
      const leaf = isPlain(value) ? serialized(property, value) : null;
      if (leaf != null && !isPromise(leaf)) return leaf;
      if (leaf != null) return this.#pending(field, leaf, addPath(parent, responseName, parentType.name));
      // Whatever else it is, and if it fails, it is read once more: there all is done that there may be to do.
    }
    return this.#resolved(field, source, addPath(parent, responseName, parentType.name));
  }

  #pending(field: FieldPlan, leaf: Promise<unknown>, path: Path): Promise<unknown> {
    return leaf.then(undefined, (reason) => this.#failed(field, field.value, path, reason));
  }

  #resolved(field: FieldPlan, source: unknown, path: Path): unknown {
    try {
      return this.#settled(field, field.value, path, this.#found(field, source, path));
    } catch (reason) {
      return this.#failed(field, field.value, path, reason);
    }
  }

  /** What the resolver gives, or else the property. */
  #found({ definition, nodes, parentType }: FieldPlan, source: unknown, path: Path): unknown {
    const { variableValues, contextValue } = this.execution;
    const info = () => buildResolveInfo(this.execution, definition, nodes, parentType, path);
    const args =
      definition.args.length > 0 ? getArgumentValues(definition, nodes[0] as FieldNode, variableValues) : {};
    if (definition.resolve) return definition.resolve(source, args, contextValue, info());
    if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
    const found = (source as Answer)[definition.name];
    if (typeof found !== 'function') return found;
    return (source as Record<string, Read>)[definition.name]?.(args, contextValue, info());
  }

  /** Completes a value, now or when it is there. It throws what fails at once. */
  #settled(field: FieldPlan, plan: ValuePlan, path: Path, found: unknown): unknown {
    const completed = isPromise(found)
      ? found.then((value) => this.#completed(field, plan, path, value))
      : this.#completed(field, plan, path, found);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (reason) => this.#failed(field, plan, path, reason));
  }

  /** Locates a failure, which goes to the nearest place that may be null. */
  #failed({ nodes }: FieldPlan, { nonNull }: ValuePlan, path: Path, reason: unknown): null {
    const error = locatedError(reason, nodes, pathToArray(path));
    if (nonNull) throw error;
    this.execution.collectedErrors.add(error, path);
    return null;
  }

  #completed(field: FieldPlan, plan: ValuePlan, path: Path, value: unknown): unknown {
    if (value instanceof Error) throw value;
    if (value == null) {
      if (!plan.nonNull) return null;
      const { parentType, definition } = field;
      throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
    }
    if (plan.item) return this.#list(field, plan.item, path, value);
    if (!plan.leaf) return this.#object(field.below, value, path);
    const leaf = plan.leaf.serialize(value);
    if (leaf != null) return leaf;
    const call = `${inspect(plan.leaf)}.serialize(${inspect(value)})`;
    throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(leaf)}`);
  }

  #list(field: FieldPlan, item: ValuePlan, path: Path, value: unknown): unknown {
    if (typeof value !== 'object' || typeof (value as Iterable<unknown>)[Symbol.iterator] !== 'function') {
      const { parentType, definition } = field;
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
      );
    }
    let pending = false;
    const items = Array.from(value as Iterable<unknown>, (one, index) => {
      const itemPath = addPath(path, index, undefined);
      try {
        const completed = this.#settled(field, item, itemPath, one);
        pending ||= isPromise(completed);
        return completed;
      } catch (reason) {
        return this.#failed(field, item, itemPath, reason);
      }
    });
    return pending ? Promise.all(items) : items;
  }
}

/** Whether a value can be neither a failure nor a promise, nor anything to call. */
function isPlain(value: unknown): boolean {
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' || value instanceof Date;
}

const FAILED = Symbol('failed');

/** A property, of which a getter may throw. */
function readProperty(source: Answer, name: string): unknown {
  try {
    return source[name];
  } catch {
    return FAILED;
  }
}

/** Null if it fails. */
function serialized(leaf: GraphQLLeafType, value: unknown): unknown {
  try {
    return leaf.serialize(value);
  } catch {
    return null;
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}

/** The same once all its promises are fulfilled. */
function settled(answer: Answer): Promise<Answer> {
  const names = Object.keys(answer);
  return Promise.all(Object.values(answer)).then((values) => {
    const found: Answer = {};
    for (const [index, name] of names.entries()) found[name] = values[index];
    return found;
  });
}
