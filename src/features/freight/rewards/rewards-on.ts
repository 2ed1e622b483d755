import { switchedOff } from '../../../shared/errors.js';
import type { RewardSettings } from './reward-entry.js';

/** The settings of rewards. @throws FORBIDDEN if they are switched off */
export function rewardsOn({ rewards }: { rewards: RewardSettings | null }): RewardSettings {
  if (!rewards) throw switchedOff('Rewards');
  return rewards;
}
