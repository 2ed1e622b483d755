import { Field, Float, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../shared/scalars.js';

@ObjectType({ description: 'The state of the connection to the ERP.' })
export class ErpStatus {
  @Field({ description: 'Whether the ERP answered the last check, at most a few seconds ago.' })
  reachable!: boolean;

  @Field(() => String, { description: 'mssql, postgres, or embedded for the demo.' })
  kind!: string;

  @Field({
    description:
      "True if a check found that the portal's login in the ERP can only read; false until a check was possible.",
  })
  readOnly!: boolean;

  @Field(() => String, {
    description:
      'The circuit breaker. closed: queries are sent. open: the ERP is down, no queries are sent. half_open: one query probes it.',
  })
  circuit!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The latency of a trivial query, in milliseconds.',
  })
  latencyMs!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last failure; null once a later query has shown that it is resolved.',
  })
  lastError!: string | null;

  @Field(() => DateTimeScalar)
  checkedAt!: Date;
}
