import { type Checked, whole } from './values.js';

/** The environment variables of watching the inventory. */
export const liveSettings = {
  LIVE_INTERVAL_SECONDS: whole(1, 3_600).default(10),
  LIVE_MAX_ROWS: whole(1, 100_000).default(5_000),
};

/** How the inventory is watched. */
export interface LiveConfig {
  /** The time between two questions to the ERP, while its answers change and it is quick. */
  intervalMs: number;
  /** How many rows may be watched at once. */
  maxRows: number;
}

/** How the inventory is watched, according to the settings. */
export const toLive = (s: Checked<typeof liveSettings>): LiveConfig => ({
  intervalMs: s.LIVE_INTERVAL_SECONDS * 1_000,
  maxRows: s.LIVE_MAX_ROWS,
});
