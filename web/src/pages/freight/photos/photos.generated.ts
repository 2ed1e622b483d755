import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalServicePhotosDocument = `query PortalServicePhotos($id: ID!) {
  connote(id: $id) {
    servicePhotos {
      id
      kind
      by {
        id
      }
      note
      width
      height
      url
      thumbnailUrl
    }
  }
}` as Operation<Types.PortalServicePhotosQuery, Types.PortalServicePhotosQueryVariables>;

export const PortalDeletePhotoDocument = `mutation PortalDeletePhoto($id: ID!) {
  deleteConnotePhoto(id: $id) {
    connote {
      id
    }
  }
}` as Operation<Types.PortalDeletePhotoMutation, Types.PortalDeletePhotoMutationVariables>;
