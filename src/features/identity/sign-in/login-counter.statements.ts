/** A counter is forgotten after this time without another failure. */
const FORGOTTEN_AFTER = '24 hours';

/** The prefix of the keys of addresses. */
export const ADDRESS = 'address:';

/**
 * Counts an attempt in one row for the account and one for the address. `failures` counts all attempts. `looked_at`
 * counts those outside of waits; once it reaches the limit, a wait begins. A guess during a wait doesn't make the wait
 * longer. The count is one statement and runs before the password is checked, so that guesses sent at the same time are
 * limited like guesses sent one after the other.
 *
 * Parameters: $1 keys, $2 user ids, $3 attempts per address, $4 first and $5 maximum wait in seconds, $6 the
 * attempt's id, $7 attempts per account
 */
export const COUNT = `
  insert into login_counter as c (key, user_id, failures, looked_at, forget_at)
  select n.key, n.user_id, 1, 1, now() + interval '${FORGOTTEN_AFTER}'
  from unnest($1::text[], $2::uuid[]) as n (key, user_id)
  order by n.key
  on conflict (key) do update
  set (failures, looked_at, waits, waiting_until, waiting_since_attempt, forget_at) = (
    select
      case when old then 1 else c.failures + 1 end,
      case when old then 1 when waiting then c.looked_at else c.looked_at + 1 end,
      case when old then 0 when last then c.waits + 1 else c.waits end,
      case when old then null when last then now() + least($5, $4 * 2 ^ least(c.waits, 30)) * interval '1 second'
        else c.waiting_until end,
      case when old then null when last then $6::uuid else c.waiting_since_attempt end,
      case when waiting and not old then c.forget_at else excluded.forget_at end
    from (
      select c.forget_at <= now() as old, coalesce(c.waiting_until > now(), false) as waiting,
        not coalesce(c.waiting_until > now(), false) and
          c.looked_at + 1 >= case when starts_with(c.key, '${ADDRESS}') then $3::int else $7::int end as last
    ) as state
  )
  returning key, coalesce(waiting_until > now() and waiting_since_attempt <> $6::uuid, false) as waiting,
    coalesce(waiting_until > now() and waiting_since_attempt = $6::uuid, false) as last`;

/** Undoes the count of an attempt that turned out to be no failure. Parameters: $1 keys, $2 the attempt's id */
export const TAKE_BACK = `
  update login_counter
  set failures = failures - 1, looked_at = looked_at - 1,
    waiting_until = case when waiting_since_attempt = $2 then null else waiting_until end,
    waits = case when waiting_since_attempt = $2 then waits - 1 else waits end
  where key = any($1) and failures > 0 and looked_at > 0`;
