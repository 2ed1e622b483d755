/**
 * The address of the page that shows where a shipment is, to anybody who has the link.
 *
 * @param baseUrl the portal's, without a slash at its end
 */
export const trackingUrl = (baseUrl: string, trackingToken: string): string =>
  `${baseUrl}/track/${trackingToken}`;
