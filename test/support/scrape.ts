/** The sum of a metric's samples that have these labels, as a scraper reads it. */
export async function scrape(
  { url }: { url: string },
  metric: string,
  labels: Record<string, string> = {},
): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values = text.split('\n').flatMap((line) => {
    const [, name, found = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    const wanted = Object.entries(labels).every(([key, label]) => found.includes(`${key}="${label}"`));
    return name === metric && wanted ? [Number(value)] : [];
  });
  return values.reduce((sum, value) => sum + value, 0);
}

/** Whether no connection and no place at the ERP is taken any more. */
export async function isIdle(app: { url: string }): Promise<boolean> {
  const pool = (state: string) => scrape(app, 'portico_pool_connections', { pool: 'erp', state });
  return (
    (await pool('open')) === (await pool('idle')) &&
    (await pool('waiting')) === 0 &&
    (await scrape(app, 'portico_erp_questions')) === 0
  );
}
