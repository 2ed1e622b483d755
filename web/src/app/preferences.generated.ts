import type { Operation } from './ask';
import type * as Types from './operations.generated';

export const PortalUpdatePreferencesDocument = `mutation PortalUpdatePreferences($input: ViewerPreferencesInput!) {
  updatePreferences(input: $input) {
    density
    locale
    theme
    timeZone
  }
}` as Operation<Types.PortalUpdatePreferencesMutation, Types.PortalUpdatePreferencesMutationVariables>;
