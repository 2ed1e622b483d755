import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { IdScalar, IsId } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';

/** A new key. */
@InputType({ description: 'Either allErpCustomers, or at least one name.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What the key is for, in 1 to 100 characters.' })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Future ERP customers too.' })
  allErpCustomers!: boolean;

  @Field(() => [String], {
    defaultValue: [],
    description: 'The ERP customers whose stock the key reads, by their exact names in the ERP.',
  })
  erpCustomerNames!: string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'At most 10 years from now; if left out, the key does not expire.',
  })
  expiresAt?: Date | null;
}

/** The arguments of createApiKey. */
@ArgsType()
export class CreateApiKeyArgs {
  @Field(() => CreateApiKeyInput)
  @ValidateNested()
  input!: CreateApiKeyInput;
}

/** The id of one key. */
@ArgsType()
export class ApiKeyArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}
