import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.js';
import { FilterText } from '../../shared/filters.type.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { MailStatusEnum } from './mail.type.js';
import type { MailStatus } from './mail-row.js';

@InputType({ description: 'Conditions are joined by AND.' })
export class MailFilter {
  @Field(() => [MailStatusEnum], {
    nullable: true,
    description: 'One of these statuses. An empty list matches nothing.',
  })
  status?: MailStatus[] | null;

  @Field(() => String, { nullable: true, description: 'The whole address, ignoring case.' })
  @FilterText()
  to?: string | null;
}

/** A page of the outbox, filtered. */
@ArgsType()
export class MailsArgs extends PageArgs {
  @Field(() => MailFilter, { nullable: true })
  @ValidateNested()
  filter?: MailFilter | null;
}

/** The id of a mail. */
@ArgsType()
export class MailArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}
