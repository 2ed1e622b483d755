import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { MAX_PAGE, PageArgs } from '../../shared/connection.js';
import { FilterText, MAX_LIST } from '../../shared/filters.type.js';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { AuditActionEnum, AuditOutcomeEnum, AuditTargetTypeEnum } from './audit-entry.type.js';
import type { AuditAction, AuditTargetType } from './audit-event.js';
import type { AuditOutcome } from './audit-outcome.js';

/** The default page size of one login's entries. */
const DEFAULT_PAGE_OF_LOGIN = 20;

@InputType({ description: 'Conditions are joined by AND. A text matches only as a whole.' })
export class AuditFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Who acted: the id of a login, or its user name at the time, ignoring case; or `system`, `command line`, `nobody`.',
  })
  @FilterText()
  actor?: string | null;

  @Field(() => [AuditActionEnum], {
    nullable: true,
    description: 'One of these actions. An empty list matches nothing.',
  })
  @ArrayMaxSize(MAX_LIST)
  actions?: AuditAction[] | null;

  @Field(() => AuditOutcomeEnum, { nullable: true })
  outcome?: AuditOutcome | null;

  @Field(() => AuditTargetTypeEnum, { nullable: true })
  targetType?: AuditTargetType | null;

  @Field(() => IdScalar, { nullable: true })
  @FilterText()
  targetId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was acted on: its id, or its e-mail, number or name at the time, ignoring case.',
  })
  @FilterText()
  target?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this time or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this time.' })
  to?: Date | null;
}

/** A page of the whole log, filtered. */
@ArgsType()
export class AuditEntriesArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true })
  @ValidateNested()
  filter?: AuditFilter | null;
}

/** The first page of the entries about the viewer's login, or the page after a cursor. */
@ArgsType()
export class MyActivityArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE_OF_LOGIN,
    description: `How many entries, at most ${MAX_PAGE}.`,
  })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only entries after this cursor.' })
  after?: string | null;
}

/** The first page of one login's entries, filtered, or the page after a cursor. */
@ArgsType()
export class AuditEntriesOfLoginArgs extends MyActivityArgs {
  @Field(() => AuditFilter, { nullable: true })
  @ValidateNested()
  filter?: AuditFilter | null;
}

/** The place of one entry in the log. */
@ArgsType()
export class AuditEntryArgs {
  @Field(() => Int)
  sequence!: number;
}
