import { Matches } from 'class-validator';

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The field takes ids as answers give them. In other letters one would name the same row, and not be equal to its id. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(ID, { ...options, message: 'wanted an id as answers have it: a UUID in small letters' });
