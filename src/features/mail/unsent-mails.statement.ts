/** How many mails there are of each status but SENT; read off an index. */
export const COUNT_UNSENT = `
  select status, count(*)::integer as count from mail where status <> 'SENT' group by status`;
