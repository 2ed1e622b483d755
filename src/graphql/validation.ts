import type { BuildSchemaOptions } from 'type-graphql';

/** By default the library shows the refused values, which include passwords. format-error.ts shows the rest. */
export const VALIDATION: BuildSchemaOptions['validate'] = {
  validationError: { target: false, value: false },
  forbidUnknownValues: false,
};
