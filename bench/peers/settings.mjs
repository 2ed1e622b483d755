/** As many connections as Portico has by default. */
const POOLS = { ERP_POOL_MAX: '6', PORTAL_POOL_MAX: '10' };

/** The environment of a peer that is not Portico. */
export const settingsOf = ({ portal, erp, secret }) => ({
  ...POOLS,
  PORTAL_URL: portal.url,
  ERP_URL: erp.readerUrl,
  SECRET: secret,
});
