import { Field, Float, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../shared/scalars.js';

@ObjectType({ description: 'How things stand between the portal and the ERP.' })
export class ErpStatus {
  @Field({ description: 'Whether it answered when it was last asked, seconds ago at most.' })
  reachable!: boolean;

  @Field(() => String, { description: 'mssql, postgres, or embedded: the demo.' })
  kind!: string;

  @Field({
    description:
      "Whether the portal's login was found to be able to read only; false as long as nobody could look.",
  })
  readOnly!: boolean;

  @Field(() => String, {
    description: 'closed: it is asked. open: it is down and is spared. half_open: one question finds out.',
  })
  circuit!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Of a question that costs it nothing, in milliseconds.',
  })
  latencyMs!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What went wrong last, as long as nothing has shown that it is over.',
  })
  lastError!: string | null;

  @Field(() => DateTimeScalar)
  checkedAt!: Date;
}
