import { ArrayMaxSize, Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from './scalars.js';

const MAX_TEXT = 200;
export const MAX_LIST = 500;

/** Text to look for: bounded, and without NUL, which no database text can hold. */
export function FilterText(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    MaxLength(MAX_TEXT, options)(target, property);
    Matches(/^[^\0]*$/, { ...options, message: 'wanted text without the NUL character' })(target, property);
  };
}

@InputType({ description: 'Compares without regard to case. All that is given must hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true })
  @FilterText()
  equals?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `At most ${MAX_LIST}; none of them matches nothing.`,
  })
  @ArrayMaxSize(MAX_LIST)
  @FilterText({ each: true })
  in?: string[] | null;

  @Field(() => String, { nullable: true })
  @FilterText()
  startsWith?: string | null;

  @Field(() => String, { nullable: true })
  @FilterText()
  contains?: string | null;
}

@InputType({ description: 'All that is given must hold.' })
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true })
  equals?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  greaterThan?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lessThan?: string | null;
}

@InputType({ description: 'Both ends belong to the range.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;
}
