import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { CUSTOMER_SOURCES, type CustomerRecord } from './customer.entity.js';
import { PortalAccount } from './provisioning/portal-account.type.js';

/** The sources as GraphQL's enum; everywhere else a source is its name. */
export const CustomerSourceEnum = Object.fromEntries(CUSTOMER_SOURCES.map((source) => [source, source]));
registerEnumType(CustomerSourceEnum, {
  name: 'CustomerSource',
  description: "Where a customer's record came from.",
});

@ObjectType({ description: 'A customer as the CRM knows them: a person, often of a company.' })
export class Customer {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  firstName!: string;

  @Field(() => String)
  lastName!: string;

  @Field(() => String, { nullable: true })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'Of no other customer that is not deleted.' })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => CustomerSourceEnum)
  source!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  @Field(() => Int, { description: 'Send it back with an update: a stale one is a CONFLICT.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Set once the record has been deleted.' })
  deletedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class CustomerEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Customer)
  node!: Customer;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class CustomerConnection extends Connection {
  @Field(() => [CustomerEdge])
  edges!: CustomerEdge[];

  @Field(() => [Customer])
  nodes!: Customer[];
}

/** A customer as staff see it. */
export function toCustomer(record: CustomerRecord): Customer {
  const { provisioning: _state, provisioningError: _error, provisioningTicket: _ticket, ...shown } = record;
  return shown;
}

@ObjectType({ simpleResolvers: true })
export class CreateCustomerPayload {
  @Field(() => Customer)
  customer!: Customer;

  @Field(() => PortalAccount)
  portalAccount!: PortalAccount;
}
