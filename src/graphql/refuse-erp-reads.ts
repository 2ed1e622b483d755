import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
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
    const parent = types.getParentType()?.name;
    const type = types.getType();
    const isMore = parent === 'ErpCustomer' && !['name', '__typename'].includes(value);
    // Lists of customers come from the ERP too. Only a row has brought its own along.
    const isList = type && getNamedType(type).name === 'ErpCustomer' && parent !== 'InventoryItem';
    if (!isMore && !isList) return;
    const message =
      'found it in a subscription; wanted the name of the customer of a row, and the rest by a query';
    throw requestError(badUserInput({ path: `${parent}.${value}`, message, reason: 'NOT_ALLOWED' }));
  };
  visit(document, visitWithTypeInfo(types, { Field }));
}
