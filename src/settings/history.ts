import { type Checked, flag } from './values.js';

/** The environment variables of histories. */
export const historySettings = {
  HISTORY_ENABLED: flag.default(true),
};
type HistorySettings = Checked<typeof historySettings>;

/** How what happened is shown. */
export interface HistoryConfig {
  /** Whether the portal shows histories. */
  enabled: boolean;
}

/** The configuration of histories, from its settings. */
export const toHistory = (s: HistorySettings): HistoryConfig => ({ enabled: s.HISTORY_ENABLED });
