import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { badUserInput } from '../shared/errors.js';
import { requestError } from './request-error.js';

/**
 * Refuses a subscription whose events would ask the ERP: it is asked once for all who watch the same, not once for each of
 * them.
 *
 * @throws BAD_USER_INPUT
 */
export function refuseErpReads(schema: GraphQLSchema, document: DocumentNode): void {
  const types = new TypeInfo(schema);
  const Field = ({ name: { value } }: { name: { value: string } }) => {
    if (types.getParentType()?.name !== 'ErpCustomer' || ['name', '__typename'].includes(value)) return;
    const message = `found it in a subscription; wanted no more than the name, and the rest by a query`;
    throw requestError(badUserInput({ path: `ErpCustomer.${value}`, message, reason: 'NOT_ALLOWED' }));
  };
  visit(document, visitWithTypeInfo(types, { Field }));
}
