import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Treats an empty operation name as none. The GraphQL over HTTP draft wants this for GET, because a URL has no null, and
 * clients send the same in a body. GraphQL itself would look for an operation whose name is empty.
 */
export const ignoreEmptyOperationName: ApolloServerPlugin = {
  async requestDidStart({ request }) {
    if (request.operationName === '') delete request.operationName;
  },
};
