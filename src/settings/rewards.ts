import Big from 'big.js';
import { z } from 'zod';
import { type Checked, whole } from './values.js';

const MAX = 1_000;

/** A decimal with at most 6 decimals, as text. */
const decimal = (isInRange: (value: Big) => boolean, wanted: string) =>
  z
    .string()
    .refine((text) => /^\d{1,4}(\.\d{1,6})?$/.test(text) && isInRange(new Big(text)), `wanted ${wanted}`);

/** The environment variables of rewards. */
export const rewardSettings = {
  REWARDS_POINTS_PER_UNIT: decimal(
    (value) => value.lte(MAX),
    `a number from 0 to ${MAX}, with at most 6 decimals`,
  ).optional(),
  REWARDS_POINT_VALUE: decimal(
    (value) => value.gt(0) && value.lte(MAX),
    `a number above 0, at most ${MAX}, with at most 6 decimals`,
  ).default('0.01'),
  REWARDS_EXPIRE_DAYS: whole(1, 36_500).optional(),
};
type RewardSettings = Checked<typeof rewardSettings>;

/** How customers earn points, and what they are worth. Decimals are text. */
export interface RewardsConfig {
  /** How many points a unit of currency of a delivered connote earns. */
  pointsPerUnit: string;
  /** What a point is worth on a quote. */
  pointValue: string;
  /** After how many days earned points expire; null for never. */
  expireDays: number | null;
}

/** The configuration of rewards; null if they are switched off. @param demo whether the demo logins exist */
export function toRewards(s: RewardSettings, { demo }: { demo: boolean }): RewardsConfig | null {
  const pointsPerUnit = s.REWARDS_POINTS_PER_UNIT ?? (demo ? '1' : '0');
  if (new Big(pointsPerUnit).eq(0)) return null;
  return {
    pointsPerUnit,
    pointValue: s.REWARDS_POINT_VALUE,
    expireDays: s.REWARDS_EXPIRE_DAYS ?? null,
  };
}
