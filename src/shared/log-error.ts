/**
 * An error for the log without what a failed query carries along: its parameters and the row that it failed on can hold
 * password hashes.
 *
 * @param error as pino's own serializer gives it
 */
export function withoutValues<Serialized extends object>(error: Serialized): object {
  const { parameters, detail, driverError, originalError, ...rest } = error as Record<string, unknown>;
  return rest;
}
