import { Field, Float, ObjectType } from 'type-graphql';
import { SizedBy } from '../../shared/list-size.js';
import { DateTimeScalar } from '../../shared/scalars.js';

@ObjectType({ description: 'How quickly the ERP answered a trivial query.', simpleResolvers: true })
export class ErpLatency {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => Float, { nullable: true, description: 'In milliseconds. Null: no answer.' })
  latencyMs!: number | null;
}

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
    description:
      'The last failure of a query of the inventory, until a later one succeeds. That the server answers a trivial query does not end it.',
  })
  lastError!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last error happened.' })
  lastErrorAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of the queries of the inventory in the last five minutes that failed, from 0 to 1; null if there were none.',
  })
  recentFailureRate!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How the latest connection is protected, as seen on its socket and not as a setting wants it, such as TLSv1.3 (TLS_AES_256_GCM_SHA384), certificate verified; or none. Null before the first connection.',
  })
  encryption!: string | null;

  @Field(() => DateTimeScalar)
  checkedAt!: Date;

  @Field(() => [ErpLatency], {
    description:
      'The latencies of the last half hour, oldest first: one every ten seconds at most, 180 at most, while somebody asks for the state of the ERP or of the service. Each instance has its own.',
  })
  @SizedBy(() => 180)
  recent!: ErpLatency[];
}
