import { Field, ObjectType } from 'type-graphql';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';

@ObjectType({ description: 'A read-only credential for a reporting tool. It ends with its creator.' })
export class ApiKey {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String, {
    description: 'Several keys may have the same name, such as an old one and its successor.',
  })
  name!: string;

  @Field(() => String, { description: 'The first characters of the secret, to recognise it by.' })
  prefix!: string;

  @Field(() => Boolean, { description: 'Whether it reads the inventory of every ERP customer.' })
  allErpCustomers!: boolean;

  createdById!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Accurate to within five minutes.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From then on it is refused. Null: it does not expire.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class CreateApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The secret is in this answer and nowhere else, ever.' })
  secret!: string;
}
