import type { ApolloServerOptions } from '@apollo/server';
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { assertValidExecutionArguments, buildExecutionContext } from 'graphql/execution/execute.js';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './context.js';
import { type OperationPlan, planQuery } from './execution-plan.js';
import { PlannedExecution } from './planned-execution.js';

/** How much is remembered: characters of documents, and a field of a plan counts as many of them. */
const MAX_SIZE = 500_000;
const SIZE_OF_FIELD = 30;

type Gateway = NonNullable<ApolloServerOptions<RequestContext>['gateway']>;

/** Runs operations: queries by a plan from their second run on, and all others, each first run included, by graphql-js. */
export class PlannedQueries {
  /** Apollo parses a document once, so that an operation is the same object each time, until it forgets the document. */
  readonly #seen = new WeakSet<OperationDefinitionNode>();
  readonly #unplannable = new WeakSet<OperationDefinitionNode>();
  readonly #plans = new LRUCache<OperationDefinitionNode, OperationPlan>({ maxSize: MAX_SIZE });

  constructor(private readonly schema: GraphQLSchema) {}

  /** Apollo Server takes another executor only from what it calls a gateway. */
  asGateway(): Gateway {
    const { schema } = this;
    return {
      onSchemaLoadOrUpdate: (loaded) => {
        loaded({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({
        executor: async ({ document, request, context }) =>
          this.run({
            ...{ schema, document, contextValue: context },
            ...{ variableValues: request.variables, operationName: request.operationName },
          }),
      }),
      stop: async () => {},
    };
  }

  private run(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    const plan = this.#planFor(args);
    if (!plan) return execute(args);
    assertValidExecutionArguments(args.schema, args.document, args.variableValues);
    const execution = buildExecutionContext(args);
    return 'schema' in execution ? new PlannedExecution(execution).run(plan) : { errors: execution };
  }

  #planFor({ document, operationName }: ExecutionArgs): OperationPlan | null {
    const operation = getOperationAST(document, operationName);
    if (!operation || this.#unplannable.has(operation)) return null;
    const known = this.#plans.get(operation);
    if (known) return known;
    // Most documents that somebody makes up come once.
    if (!this.#seen.has(operation)) {
      this.#seen.add(operation);
      return null;
    }
    const plan = planQuery(this.schema, document, operation);
    if (plan) this.#plans.set(operation, plan, { size: sizeOf(plan, document.loc?.end ?? 0) });
    else this.#unplannable.add(operation);
    return plan;
  }
}

function sizeOf({ size }: OperationPlan, characters: number): number {
  return size * SIZE_OF_FIELD + characters;
}
