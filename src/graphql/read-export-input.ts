import { type GraphQLSchema, graphql } from 'graphql';
import { Args, buildSchema, Ctx, Query, Resolver } from 'type-graphql';
import { PrepareInventoryExportArgs } from '../features/reporting/exports/inventory-export.args.js';
import {
  PrepareInvoiceExportArgs,
  PreparePaymentExportArgs,
} from '../features/reporting/exports/invoice-export.args.js';
import type { PreparedRequest } from '../features/reporting/exports/prepared-request.js';
import { badUserInput, type FieldProblem, type PorticoError } from '../shared/errors.js';
import { formatError } from './format-error.js';
import { hideSchemaNames } from './hide-schema-names.js';
import { validateArgument } from './validation.js';

/** What is exported from the ERP. */
type ErpRequest = Exclude<PreparedRequest, { kind: 'AUDIT' }>;

interface Received {
  request?: ErpRequest;
}

@Resolver()
class ExportInputResolver {
  @Query(() => Boolean)
  inventory(
    @Args(() => PrepareInventoryExportArgs) { input }: PrepareInventoryExportArgs,
    @Ctx() received: Received,
  ) {
    received.request = { kind: 'INVENTORY', request: input };
    return true;
  }

  @Query(() => Boolean)
  invoices(
    @Args(() => PrepareInvoiceExportArgs) { input }: PrepareInvoiceExportArgs,
    @Ctx() received: Received,
  ) {
    received.request = { kind: 'INVOICES', request: input };
    return true;
  }

  @Query(() => Boolean)
  payments(
    @Args(() => PreparePaymentExportArgs) { input }: PreparePaymentExportArgs,
    @Ctx() received: Received,
  ) {
    received.request = { kind: 'PAYMENTS', request: input };
    return true;
  }
}

const DOCUMENTS: Record<ErpRequest['kind'], string> = {
  INVENTORY: 'query ($input: PrepareInventoryExportInput!) { inventory(input: $input) }',
  INVOICES: 'query ($input: PrepareInvoiceExportInput!) { invoices(input: $input) }',
  PAYMENTS: 'query ($input: PreparePaymentExportInput!) { payments(input: $input) }',
};
let schema: Promise<GraphQLSchema> | undefined;

/**
 * Checks the input of an export that did not arrive by GraphQL exactly as GraphQL would, with a schema that has nothing but
 * such inputs.
 *
 * @param options whether the schema's names may be shown, as for GraphQL
 * @throws BAD_USER_INPUT naming each wrong field
 */
export async function readExportInput(
  kind: ErpRequest['kind'],
  given: object,
  { introspection }: { introspection: boolean },
): Promise<ErpRequest> {
  schema ??= buildSchema({ resolvers: [ExportInputResolver], validateFn: validateArgument });
  const received: Received = {};
  const { errors } = await graphql({
    schema: await schema,
    source: DOCUMENTS[kind],
    variableValues: { input: given },
    contextValue: received,
  });
  if (received.request) return received.request;
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
