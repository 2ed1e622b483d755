import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalInventoryViewsDocument = `fragment PortalView on SavedView {
  id
  isDefault
  mine
  name
  query
  sharedWith
  version
}

query PortalInventoryViews {
  savedViews(page: INVENTORY) {
    ...PortalView
  }
}` as Operation<Types.PortalInventoryViewsQuery, Types.PortalInventoryViewsQueryVariables>;

export const PortalSaveViewDocument = `mutation PortalSaveView($input: SaveViewInput!) {
  saveView(input: $input) {
    id
  }
}` as Operation<Types.PortalSaveViewMutation, Types.PortalSaveViewMutationVariables>;

export const PortalDeleteViewDocument = `mutation PortalDeleteView($id: ID!) {
  deleteView(id: $id)
}` as Operation<Types.PortalDeleteViewMutation, Types.PortalDeleteViewMutationVariables>;
