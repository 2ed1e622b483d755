import { Matches } from 'class-validator';

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The field takes ids as answers contain them. In upper case, an id would name the same row but not equal its id. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(ID, { ...options, message: 'wanted an id as answers contain it: a UUID in lower case' });
