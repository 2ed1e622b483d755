import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';

/** A proof of delivery without the fields that are resolved by their own queries. */
@ObjectType({ description: 'What shows that goods were delivered. Written once, and never changed.' })
export class ProofOfDelivery {
  connoteId!: string;
  signatureKey!: string | null;

  @Field(() => String, { description: 'The name of who received the goods.' })
  receivedBy!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { nullable: true })
  note!: string | null;
}
