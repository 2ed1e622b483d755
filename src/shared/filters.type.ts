import { ArrayMaxSize, Matches, MaxLength, ValidateBy, type ValidationArguments } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { type Reason, tooMany } from './refusal-reasons.js';
import { DateScalar, DecimalScalar } from './scalars.js';
import { searchWords } from './search-words.js';

/** The maximum length of a text in a filter. */
export const MAX_FILTER_TEXT = 200;
/** The maximum number of words of a search: each is compared with each row. */
const MAX_WORDS = 10;
/** The maximum number of values in a list of a filter. */
export const MAX_LIST = 500;

/** Why a text with the NUL character is refused. */
export const NUL_PROBLEM: { message: string } & Reason = {
  message: 'wanted text without the NUL character',
  reason: 'UNPRINTABLE',
};

/** The field takes text of limited length, without the NUL character, which PostgreSQL can't store in text. */
export function FilterText(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    MaxLength(MAX_FILTER_TEXT, options)(target, property);
    const { message, ...context } = NUL_PROBLEM;
    Matches(/^[^\0]*$/, { ...options, message, context })(target, property);
  };
}

/** The field takes the text of a search, of a limited number of words. */
export function SearchText(): PropertyDecorator {
  const wordsIn = (value: unknown) => (typeof value === 'string' ? searchWords(value).length : 0);
  return (target, property) => {
    FilterText()(target, property);
    const validator = {
      validate: (value: unknown) => wordsIn(value) <= MAX_WORDS,
      defaultMessage: (found?: ValidationArguments) =>
        `found ${wordsIn(found?.value)} words; wanted at most ${MAX_WORDS}`,
    };
    ValidateBy({ name: 'maxWords', validator }, { context: tooMany(MAX_WORDS) })(target, property);
  };
}

@InputType({ description: 'Compares text, ignoring case. All given conditions must hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true })
  @FilterText()
  equals?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `At most ${MAX_LIST} values; an empty list matches nothing.`,
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

@InputType({ description: 'Compares decimals. All given conditions must hold.' })
export class DecimalFilter {
  @Field(() => DecimalScalar, { nullable: true })
  equals?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  greaterThan?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lessThan?: string | null;
}

@InputType({ description: 'A range of dates; `from` and `to` are included.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;
}
