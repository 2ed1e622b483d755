import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ERROR_CODES, type ErrorCode } from '../../../shared/errors.js';
import { SizedBy } from '../../../shared/list-size.js';
import { Customer } from '../customer.type.js';
import { PortalAccount } from './portal-account.type.js';

/** The codes as GraphQL's enum; everywhere else a code is its name. */
const ErrorCodeEnum = Object.fromEntries(ERROR_CODES.map((code) => [code, code]));
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What went wrong, in extensions.code of an error.',
});

/** A call for accounts is for so many at most. */
export const MAX_CUSTOMERS_PER_CALL = 1_000;

@ObjectType({
  simpleResolvers: true,
  description: 'temporaryPassword is in this answer once, and only where the call created the account.',
})
export class ProvisionPortalAccountPayload {
  @Field(() => Boolean, { description: 'Whether there was one before: then nothing has changed.' })
  accountExists!: boolean;

  @Field(() => String, { nullable: true })
  temporaryPassword!: string | null;

  @Field(() => Customer)
  customer!: Customer;

  @Field(() => PortalAccount)
  portalAccount!: PortalAccount;
}

@ObjectType({ simpleResolvers: true })
export class ProvisioningFailure {
  @Field(() => ID)
  customerId!: string;

  @Field(() => ErrorCodeEnum, { description: 'RATE_LIMITED: its turn did not come in this call.' })
  code!: ErrorCode;

  @Field(() => String)
  message!: string;
}

@ObjectType({ simpleResolvers: true })
export class ProvisionPortalAccountsPayload {
  @Field(() => [ProvisionPortalAccountPayload])
  @SizedBy(() => MAX_CUSTOMERS_PER_CALL)
  provisioned!: ProvisionPortalAccountPayload[];

  @Field(() => [ProvisioningFailure])
  @SizedBy(() => MAX_CUSTOMERS_PER_CALL)
  failures!: ProvisioningFailure[];
}
