/** Why the points of a customer rose or fell. */
export const REWARD_ENTRY_KINDS = ['EARNED', 'REDEEMED', 'RETURNED', 'ADJUSTED', 'EXPIRED'] as const;
/** One of these kinds. */
export type RewardEntryKind = (typeof REWARD_ENTRY_KINDS)[number];

/** How customers earn points, and what they are worth: see the settings REWARDS_… Decimals are text. */
export interface RewardSettings {
  pointsPerUnit: string;
  pointValue: string;
  /** Null if points never expire. */
  expireDays: number | null;
}

/** The largest balance: what the column and a GraphQL Int hold. */
export const MAX_BALANCE = 2_147_483_647;

/** An entry to add. */
export interface NewRewardEntry {
  kind: RewardEntryKind;
  /** Below 0 if the balance falls. */
  points: number;
  quote?: { id: string; reference: string };
  connote?: { id: string; number: string };
  /** What it takes off the price of the quote; below 0 if it comes back. For REDEEMED and RETURNED only. */
  discount?: string;
  note?: string | null;
  /** The last day of points that were gained. */
  expiresOn?: string | null;
}
