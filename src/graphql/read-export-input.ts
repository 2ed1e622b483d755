import { type GraphQLSchema, graphql } from 'graphql';
import { Args, buildSchema, Ctx, Query, Resolver } from 'type-graphql';
import {
  PrepareInventoryExportArgs,
  type PrepareInventoryExportInput,
} from '../features/reporting/exports/inventory-export.args.js';
import { badUserInput, type FieldProblem, type PorticoError } from '../shared/errors.js';
import { formatError } from './format-error.js';
import { VALIDATION } from './validation.js';

interface Received {
  input?: PrepareInventoryExportInput;
}

@Resolver()
class ExportInputResolver {
  @Query(() => Boolean)
  read(
    @Args(() => PrepareInventoryExportArgs) { input }: PrepareInventoryExportArgs,
    @Ctx() received: Received,
  ) {
    received.input = input;
    return true;
  }
}

const DOCUMENT = 'query ($input: PrepareInventoryExportInput!) { read(input: $input) }';
let schema: Promise<GraphQLSchema> | undefined;

/**
 * Checks the input of an export that did not arrive by GraphQL exactly as GraphQL would, with a schema that has nothing but
 * this input.
 *
 * @throws BAD_USER_INPUT naming each wrong field
 */
export async function readExportInput(given: object): Promise<PrepareInventoryExportInput> {
  schema ??= buildSchema({ resolvers: [ExportInputResolver], validate: VALIDATION });
  const received: Received = {};
  const { errors } = await graphql({
    schema: await schema,
    source: DOCUMENT,
    variableValues: { input: given },
    contextValue: received,
  });
  if (received.input) return received.input;
  throw problemOf(errors?.[0]);
}

/** The error as GraphQL formats it, with paths that begin below the document's variable. */
function problemOf(error: unknown): PorticoError {
  const formatted = formatError({ message: '', extensions: { code: 'BAD_USER_INPUT' } }, error);
  const fields = (formatted.extensions?.['fields'] ?? []) as FieldProblem[];
  const [first, ...others] = fields.map(({ path, message }) => ({
    path: path.replace(/^input\./, ''),
    message,
  }));
  if (!first) throw error;
  return badUserInput(first, ...others);
}
