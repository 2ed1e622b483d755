import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { IsId } from '../../../shared/id-field.js';

@InputType()
export class ProvisionPortalAccountInput {
  @Field(() => ID)
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

@InputType()
export class ProvisionPortalAccountsInput {
  @Field(() => [ID], { description: 'At most 1,000; duplicates count once.' })
  @IsId({ each: true })
  customerIds!: string[];

  @Field(() => Boolean, { defaultValue: true })
  sendWelcomeEmail!: boolean;

  @Field(() => Boolean, { defaultValue: true })
  autoConfirmEmail!: boolean;
}

@ArgsType()
export class ProvisionPortalAccountArgs {
  @Field(() => ProvisionPortalAccountInput)
  @ValidateNested()
  input!: ProvisionPortalAccountInput;
}

@ArgsType()
export class ProvisionPortalAccountsArgs {
  @Field(() => ProvisionPortalAccountsInput)
  @ValidateNested()
  input!: ProvisionPortalAccountsInput;
}

@ArgsType()
export class CustomerIdArgs {
  @Field(() => ID)
  @IsId()
  customerId!: string;
}
