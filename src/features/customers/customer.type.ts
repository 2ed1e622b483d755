import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { CUSTOMER_SOURCES, type CustomerRecord } from './customer.entity.js';
import { PortalAccount } from './provisioning/portal-account.type.js';

/** The GraphQL enum of customer sources. */
export const CustomerSourceEnum = enumOf(CUSTOMER_SOURCES);
registerEnumType(CustomerSourceEnum, {
  name: 'CustomerSource',
  description: "Where a customer's record came from.",
});

@ObjectType({ description: 'A customer in the CRM: a person, often working for a company.' })
export class Customer {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String)
  firstName!: string;

  @Field(() => String)
  lastName!: string;

  @Field(() => String, { nullable: true })
  company!: string | null;

  /** Shown by CustomerResolver, to whom it is for. */
  email!: string | null;

  /** The same. */
  phone!: string | null;

  @Field(() => CustomerSourceEnum)
  source!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  @Field(() => Int, { description: 'Send it with an update. An outdated version is refused with CONFLICT.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Set once the record is deleted.' })
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

/** A customer as staff see them, without the internal provisioning fields. */
export function toCustomer(record: CustomerRecord): Customer {
  const { provisioning: _state, provisioningError: _error, provisioningTicket: _ticket, ...shown } = record;
  return shown;
}

/** The new customer, and the state of their account. */
@ObjectType({ simpleResolvers: true })
export class CreateCustomerPayload {
  @Field(() => Customer)
  customer!: Customer;

  @Field(() => PortalAccount)
  portalAccount!: PortalAccount;
}
