import { Matches } from 'class-validator';
import { GraphQLID, GraphQLScalarType } from 'graphql';
import { invalidFormat } from './refusal-reasons.js';

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is an id: a UUID in its usual form, in upper or lower case. */
export const isId = (text: string): boolean => ID.test(text);

/** An id as answers and the database contain it, in lower case. A text that is no id stays as it is. */
export const toStoredId = (text: string): string => (isId(text) ? text.toLowerCase() : text);

/** The field takes ids. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(ID, {
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
