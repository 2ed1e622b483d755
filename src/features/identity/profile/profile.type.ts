import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MAX_PASSWORD } from '../identity.type.js';

@InputType({ description: 'A field that is left out stays as it is.' })
export class UpdateMyProfileInput {
  @Field(() => String, { nullable: true, description: 'Null removes it.' })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A new address. The login has it once the link that is mailed there was opened. The present address withdraws an earlier one.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Required with an e-mail.' })
  @MaxLength(MAX_PASSWORD)
  currentPassword?: string | null;
}
