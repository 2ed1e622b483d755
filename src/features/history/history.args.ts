import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { MAX_PAGE } from '../../shared/connection.js';
import { MAX_LIST, SearchText } from '../../shared/filters.type.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { DateScalar } from '../../shared/scalars.js';
import { HISTORY_KINDS, type HistoryKind } from './history-kind.js';

/** The GraphQL enum. All other code uses the plain strings. */
export const HistoryKindEnum = enumOf(HISTORY_KINDS);
registerEnumType(HistoryKindEnum, {
  name: 'HistoryKind',
  description: 'What an entry of a history is about.',
  valuesConfig: {
    QUOTE: { description: 'A step in the life of a quote.' },
    BOOKING: { description: 'Something that happened to a connote, other than a delivery.' },
    DELIVERY: { description: 'Goods were delivered, or a delivery failed.' },
    PHOTO: { description: 'A photo before or after a service, or one of a proof of delivery.' },
    INVOICE: { description: 'An invoice or credit note of the ERP, on the day of its issue.' },
    PAYMENT: { description: 'A payment of the ERP, on its day.' },
    REWARD: { description: 'A change of the points of the customer.' },
  },
});

@InputType({ description: 'Conditions are joined by AND.' })
export class HistoryFilter {
  @Field(() => [HistoryKindEnum], {
    nullable: true,
    description: 'One of these; an empty list matches nothing.',
  })
  @ArrayMaxSize(MAX_LIST)
  kinds?: HistoryKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Included; a day in the portal's time zone." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Included; a day in the portal's time zone." })
  to?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Every word must occur in the reference of the quote, the number of the connote, the customer's reference or the note; of the ERP's rows, in the number, the reference, the description or the number of the paid invoice.",
  })
  @SearchText()
  search?: string | null;

  @Field(() => IdScalar, {
    nullable: true,
    description: "Staff may name a customer; a customer's own is implied.",
  })
  @IsId()
  customerId?: string | null;
}

/** A page of a history. It is read from its newest entry on only. */
@ArgsType()
export class HistoryArgs {
  @Field(() => HistoryFilter, { nullable: true })
  @ValidateNested()
  filter?: HistoryFilter | null;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: `How many, at most ${MAX_PAGE}.` })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only entries after this cursor.' })
  after?: string | null;
}
