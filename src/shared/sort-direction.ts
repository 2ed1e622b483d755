import { registerEnumType } from 'type-graphql';

/** The direction in which a list is sorted. */
export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, { name: 'SortDirection' });
