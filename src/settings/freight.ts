import { z } from 'zod';
import { isPlainEmail } from '../shared/email.js';
import { isTimeZone, TIME_ZONE_WANTED } from '../shared/time-zone.js';
import { type Checked, flag, whole } from './values.js';

/** The environment variables of freight. */
export const freightSettings = {
  FREIGHT_CUBIC_FACTOR: whole(1, 10_000).default(250),
  FREIGHT_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'wanted a currency code of three capitals such as AUD')
    .default('AUD'),
  FREIGHT_QUOTE_DAYS: whole(1, 365).default(14),
  FREIGHT_REQUIRE_PROOF: flag.default(false),
  FREIGHT_TIME_ZONE: z.string().refine(isTimeZone, `wanted ${TIME_ZONE_WANTED}`).default('UTC'),
  FREIGHT_EMAIL: z.string().refine(isPlainEmail, 'wanted an e-mail address').optional(),
  PHOTOS_ENABLED: flag.optional(),
};
type FreightSettings = Checked<typeof freightSettings>;

/** How freight is quoted and delivered. */
export interface FreightConfig {
  /** Kilograms that a cubic metre counts as. */
  cubicFactor: number;
  /** The ISO 4217 code of every new quote and connote. */
  currency: string;
  /** How many days a price is valid if staff don't say. */
  quoteDays: number;
  /** Whether a delivery needs the name of who received it. */
  requireProof: boolean;
  /** The time zone of dates such as the last day of a price. */
  timeZone: string;
  /** Where requests for quotes are announced; null for the logins of operations. */
  email: string | null;
  /** Whether photos before and after a service can be added. */
  servicePhotos: boolean;
}

/** The configuration of freight, from its settings. @param demo whether this is the demo, which shows all there is */
export const toFreight = (s: FreightSettings, demo: boolean): FreightConfig => ({
  cubicFactor: s.FREIGHT_CUBIC_FACTOR,
  currency: s.FREIGHT_CURRENCY,
  quoteDays: s.FREIGHT_QUOTE_DAYS,
  requireProof: s.FREIGHT_REQUIRE_PROOF,
  timeZone: s.FREIGHT_TIME_ZONE,
  email: s.FREIGHT_EMAIL ?? null,
  servicePhotos: s.PHOTOS_ENABLED ?? demo,
});
