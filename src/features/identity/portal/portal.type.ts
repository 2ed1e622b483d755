import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';

const PORTAL_FEATURES = [
  'FREIGHT',
  'LIVE_INVENTORY',
  'EXPORTS',
  'INVOICES',
  'PAYMENTS',
  'HISTORY',
  'REWARDS',
  'PHOTOS',
  'PLAYGROUND',
  'DEMO',
] as const;
/** Something that a portal may offer. */
export type PortalFeature = (typeof PORTAL_FEATURES)[number];

const PortalFeatureEnum = enumOf(PORTAL_FEATURES);
registerEnumType(PortalFeatureEnum, {
  name: 'PortalFeature',
  description: 'Something that a portal may offer.',
  valuesConfig: {
    FREIGHT: { description: 'Quotes and connotes.' },
    LIVE_INVENTORY: { description: 'Lists of stock that follow the ERP by themselves.' },
    EXPORTS: { description: 'Lists can be exported to files.' },
    INVOICES: { description: "Customers' invoices, as the ERP has them." },
    PAYMENTS: { description: "Customers' payments, as the ERP has them." },
    HISTORY: { description: 'Everything that happened to a customer, as one line of time.' },
    REWARDS: { description: 'Rewards for customers.' },
    PHOTOS: { description: 'Photos before and after a service. Those of a delivery are part of FREIGHT.' },
    PLAYGROUND: { description: 'The GraphQL playground is open, at /playground.' },
    DEMO: { description: 'The demo logins exist.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'How long a new password must be, in characters.' })
export class PasswordRules {
  @Field(() => Int)
  minLength!: number;

  @Field(() => Int)
  maxLength!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How freight is measured and dated.' })
export class FreightRules {
  @Field(() => Int, { description: 'Kilograms that a cubic metre counts as.' })
  cubicFactor!: number;

  @Field(() => String, {
    description: 'The IANA time zone of days such as the last one of a price.',
  })
  timeZone!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What a client may know before anybody has signed in: what the portal is called, and what a password must be.',
})
export class Portal {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'The version of the running service.' })
  version!: string;

  @Field(() => String, { description: 'The main colour, as #rrggbb.' })
  color!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where users get help, if the portal has such an address.',
  })
  supportEmail!: string | null;

  @Field(() => PasswordRules)
  passwordRules!: PasswordRules;

  @Field(() => [PortalFeatureEnum], { description: 'What this portal offers.' })
  features!: readonly PortalFeature[];

  @Field(() => FreightRules)
  freight!: FreightRules;
}
