import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';

const THEMES = ['SYSTEM', 'LIGHT', 'DARK'] as const;
/** The colours of the portal. */
export type Theme = (typeof THEMES)[number];
const ThemeEnum = enumOf(THEMES);
registerEnumType(ThemeEnum, { name: 'Theme', description: 'SYSTEM: as the browser has it.' });

const DENSITIES = ['COMFORTABLE', 'COMPACT'] as const;
/** How close together the rows of a list are. */
export type Density = (typeof DENSITIES)[number];
const DensityEnum = enumOf(DENSITIES);
registerEnumType(DensityEnum, { name: 'Density', description: 'How close together the rows of a list are.' });

@ObjectType({
  simpleResolvers: true,
  description: 'How a viewer wants the portal to look. Mails have their times in this time zone and form.',
})
export class ViewerPreferences {
  @Field(() => String, { nullable: true, description: 'A BCP 47 tag. Null: as the browser has it.' })
  locale!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of an IANA time zone. Null: as the browser has it; mails have UTC then.',
  })
  timeZone!: string | null;

  @Field(() => ThemeEnum)
  theme!: Theme;

  @Field(() => DensityEnum)
  density!: Density;
}

/** The preferences of a login that has chosen none. */
export const DEFAULT_PREFERENCES: ViewerPreferences = {
  locale: null,
  timeZone: null,
  theme: 'SYSTEM',
  density: 'COMFORTABLE',
};

@InputType({ description: 'A field that is left out stays as it is; null resets it.' })
export class ViewerPreferencesInput {
  @Field(() => String, { nullable: true })
  locale?: string | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => ThemeEnum, { nullable: true })
  theme?: Theme | null;

  @Field(() => DensityEnum, { nullable: true })
  density?: Density | null;
}
