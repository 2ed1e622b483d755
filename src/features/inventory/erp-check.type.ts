import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum.js';
import { DateTimeScalar } from '../../shared/scalars.js';

const LEVELS = ['REMARK', 'WARNING', 'PROBLEM'] as const;
/** How grave a finding is. */
type ErpCheckLevel = (typeof LEVELS)[number];
const ErpCheckLevelEnum = enumOf(LEVELS);
registerEnumType(ErpCheckLevelEnum, {
  name: 'ErpCheckLevel',
  description: 'How grave a finding is. Only a PROBLEM must be fixed.',
});

@ObjectType({ simpleResolvers: true, description: 'Something that the check found out, in words.' })
export class ErpCheckFact {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Something that the check noticed.' })
export class ErpCheckFinding {
  @Field(() => ErpCheckLevelEnum)
  level!: ErpCheckLevel;

  @Field(() => String)
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What the check says about one topic.' })
export class ErpCheckSection {
  @Field(() => String, {
    description: 'Such as connection, login, mapping, rows, customers, times, indexes.',
  })
  title!: string;

  @Field(() => [ErpCheckFact])
  facts!: ErpCheckFact[];

  @Field(() => [ErpCheckFinding], { description: 'Empty if all is well.' })
  findings!: ErpCheckFinding[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Whether the portal can work with the ERP, as the command `erp check` says it, but without SQL and the words of the ERP.',
})
export class ErpCheck {
  @Field({
    description: 'False if there is a problem, the ERP could not be checked, or the check is incomplete.',
  })
  ok!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it could not be checked; null if it was.' })
  unreachable!: string | null;

  @Field(() => [ErpCheckSection])
  sections!: ErpCheckSection[];

  @Field(() => DateTimeScalar, { description: 'When the check began.' })
  checkedAt!: Date;
}
