import { type GraphQLSchema, graphql } from 'graphql';
import { Args, buildSchema, Ctx, Query, Resolver } from 'type-graphql';
import {
  PrepareInventoryExportArgs,
  type PrepareInventoryExportInput,
} from '../features/reporting/exports/inventory-export.args.js';
import { badUserInput, type FieldProblem, type PorticoError } from '../shared/errors.js';
import { formatError } from './format-error.js';
import { hideSchemaNames } from './hide-schema-names.js';
import { validateArgument } from './validation.js';

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
 * @param options whether the schema's names may be shown, as for GraphQL
 * @throws BAD_USER_INPUT naming each wrong field
 */
export async function readExportInput(
  given: object,
  { introspection }: { introspection: boolean },
): Promise<PrepareInventoryExportInput> {
  schema ??= buildSchema({ resolvers: [ExportInputResolver], validateFn: validateArgument });
  const received: Received = {};
  const { errors } = await graphql({
    schema: await schema,
    source: DOCUMENT,
    variableValues: { input: given },
    contextValue: received,
  });
  if (received.input) return received.input;
  throw problemOf(errors?.[0], introspection ? formatError : hideSchemaNames(formatError));
}

/** The error as GraphQL formats it, with paths that begin below the document's variable. */
function problemOf(error: unknown, format: typeof formatError): PorticoError {
  const formatted = format({ message: '', extensions: { code: 'BAD_USER_INPUT' } }, error);
  const fields = (formatted.extensions?.['fields'] ?? []) as FieldProblem[];
  const [first, ...others] = fields.map((field) => ({
    ...field,
    path: field.path.replace(/^input\./, ''),
  }));
  if (!first) throw error;
  return badUserInput(first, ...others);
}
