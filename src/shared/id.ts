import { Matches } from 'class-validator';
import { GraphQLID, GraphQLScalarType } from 'graphql';
import { ID_FORMAT, toStoredId } from './id-format.js';
import { invalidFormat } from './refusal-reasons.js';

/** The field takes ids. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(ID_FORMAT, {
    ...options,
    message: 'wanted an id as answers contain it: a UUID',
    context: invalidFormat('id'),
  });

const STANDARD = GraphQLID.toConfig();

/**
 * GraphQL's `ID`, in the format of this service: ids in input are read in any case. Otherwise an id in upper case would
 * name the same row, but not equal the row's id. IsId checks the form, because some filters take other texts too.
 */
export const IdScalar = new GraphQLScalarType<string, string>({
  ...STANDARD,
  parseValue: (value) => toStoredId(STANDARD.parseValue(value)),
  parseLiteral: (node, variables) => toStoredId(STANDARD.parseLiteral(node, variables)),
});
