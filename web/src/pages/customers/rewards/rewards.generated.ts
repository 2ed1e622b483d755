import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalAdjustRewardsDocument = `mutation PortalAdjustRewards($input: AdjustRewardsInput!) {
  adjustRewards(input: $input) {
    balance
  }
}` as Operation<Types.PortalAdjustRewardsMutation, Types.PortalAdjustRewardsMutationVariables>;
