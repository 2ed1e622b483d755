import { type ListSearch, listVariables } from '../../../app/list/list-search';

/** The variables of a list of one customer's freight. */
export function customerVariables<Status extends string>(customerId: string, view: ListSearch<Status>) {
  const { filter, ...pages } = listVariables(view);
  return { filter: { ...filter, customerId }, ...pages };
}
