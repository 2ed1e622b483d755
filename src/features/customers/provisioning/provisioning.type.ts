import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ERROR_CODES, type ErrorCode } from '../../../shared/errors.js';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { SizedBy } from '../../../shared/list-size.js';
import { REFUSAL_REASONS, type Reason, type RefusalReason } from '../../../shared/refusal-reasons.js';
import { JsonScalar } from '../../../shared/scalars.js';
import { Customer } from '../customer.type.js';
import { PortalAccount } from './portal-account.type.js';

/** The GraphQL enum of error codes. All other code uses the plain string. */
const ErrorCodeEnum = enumOf(ERROR_CODES);
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What went wrong; extensions.code of an error has the same codes.',
});

const RefusalReasonEnum = enumOf(Object.keys(REFUSAL_REASONS));
registerEnumType(RefusalReasonEnum, {
  name: 'RefusalReason',
  description: 'Why a value is refused; extensions.fields of an error has the same reasons.',
  valuesConfig: Object.fromEntries(
    Object.entries(REFUSAL_REASONS).map(([reason, description]) => [reason, { description }]),
  ),
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

  @Field(() => RefusalReasonEnum, {
    nullable: true,
    description: 'Why the customer was refused; null where nothing about them is wrong.',
  })
  reason!: RefusalReason | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The figures and names that the reason mentions, as in extensions.fields of an error.',
  })
  params!: Reason['params'] | null;
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
