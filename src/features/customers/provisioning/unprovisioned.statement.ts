/** Of how many customers the account is being made, and of how many that failed; deleted ones wait for none. */
export const COUNT_UNPROVISIONED = `
  select provisioning as status, count(*)::integer as count from customer
  where provisioning in ('PENDING', 'FAILED') and deleted_at is null group by provisioning`;
