import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ERROR_CODES, type ErrorCode } from '../../../shared/errors.js';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { SizedBy } from '../../../shared/list-size.js';
import { Customer } from '../customer.type.js';
import { PortalAccount } from './portal-account.type.js';

/** The GraphQL enum of error codes. All other code uses the plain string. */
const ErrorCodeEnum = enumOf(ERROR_CODES);
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What went wrong; extensions.code of an error has the same codes.',
});

/** The maximum number of customers in one call. */
export const MAX_CUSTOMERS_PER_CALL = 1_000;

@ObjectType({
  simpleResolvers: true,
  description: 'temporaryPassword is returned only by the call that creates the account, and never again.',
})
export class ProvisionPortalAccountPayload {
  @Field(() => Boolean, {
    description: 'True if the customer already had an account; then nothing has changed.',
  })
  accountExists!: boolean;

  @Field(() => String, { nullable: true })
  temporaryPassword!: string | null;

  @Field(() => Customer)
  customer!: Customer;

  @Field(() => PortalAccount)
  portalAccount!: PortalAccount;
}

/** Why a customer has no account. */
@ObjectType({ simpleResolvers: true })
export class ProvisioningFailure {
  @Field(() => IdScalar)
  customerId!: string;

  @Field(() => ErrorCodeEnum, {
    description: 'RATE_LIMITED means that the call ran out of time before this customer.',
  })
  code!: ErrorCode;

  @Field(() => String)
  message!: string;
}

/** The results of one call, in the order of the customer ids. */
@ObjectType({ simpleResolvers: true })
export class ProvisionPortalAccountsPayload {
  @Field(() => [ProvisionPortalAccountPayload])
  @SizedBy(() => MAX_CUSTOMERS_PER_CALL)
  provisioned!: ProvisionPortalAccountPayload[];

  @Field(() => [ProvisioningFailure])
  @SizedBy(() => MAX_CUSTOMERS_PER_CALL)
  failures!: ProvisioningFailure[];
}
