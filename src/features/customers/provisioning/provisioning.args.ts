import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { IdScalar, IsId } from '../../../shared/id.js';

/** The customer who gets an account, and options for it. */
@InputType()
export class ProvisionPortalAccountInput {
  @Field(() => IdScalar)
  @IsId()
  customerId!: string;

  @Field(() => Boolean, { defaultValue: true })
  sendWelcomeEmail!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Marks the e-mail as confirmed; otherwise the welcome mail asks the customer to confirm it.',
  })
  autoConfirmEmail!: boolean;
}

/** The customers who get accounts, and options for all of these accounts. */
@InputType()
export class ProvisionPortalAccountsInput {
  @Field(() => [IdScalar], { description: 'At most 1,000 customers; duplicates count once.' })
  @IsId({ each: true })
  customerIds!: string[];

  @Field(() => Boolean, { defaultValue: true })
  sendWelcomeEmail!: boolean;

  @Field(() => Boolean, { defaultValue: true })
  autoConfirmEmail!: boolean;
}

/** The arguments of provisionPortalAccount. */
@ArgsType()
export class ProvisionPortalAccountArgs {
  @Field(() => ProvisionPortalAccountInput)
  @ValidateNested()
  input!: ProvisionPortalAccountInput;
}

/** The arguments of provisionPortalAccounts. */
@ArgsType()
export class ProvisionPortalAccountsArgs {
  @Field(() => ProvisionPortalAccountsInput)
  @ValidateNested()
  input!: ProvisionPortalAccountsInput;
}

/** The id of the customer whose account is changed. */
@ArgsType()
export class CustomerIdArgs {
  @Field(() => IdScalar)
  @IsId()
  customerId!: string;
}
