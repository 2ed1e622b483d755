/** The values of a GraphQL enum, in TypeGraphQL's format: each is its own name. All other code uses the plain strings. */
export const enumOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));
