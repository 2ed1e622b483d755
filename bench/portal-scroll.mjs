// Measures a scroll through the portal's inventory from its first row to its last: node bench/portal-scroll.mjs
// Starts the service on the demo ERP, about 20,000 rows, and opens them as warehouse1 in Chromium (CHROMIUM_PATH, or
// /usr/bin/chromium). Prints how long scripts took in a frame, in time of their thread, so that a busy machine changes the
// figures little, and how much memory is used after a collection. ROWS_A_STEP changes how fast it scrolls, ROWS how far.
// Needs a build (npm run build).
import { chromium } from 'playwright-core';
import { startService } from './processes.mjs';

const STEP = Number(process.env.ROWS_A_STEP ?? 20) * 40;
const END = Number(process.env.ROWS ?? Number.POSITIVE_INFINITY) * 40;
const MB = 1_048_576;
/** The grid, once no row of it is on its way. */
const SETTLED = '[role=grid]:not(:has([aria-busy]))';
const SCRIPTS = new Set([
  ...['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'TimerFire', 'EventDispatch'],
  ...['RunMicrotasks', 'v8.run', 'MajorGC', 'MinorGC'],
]);

/** The thread time of scripts in each frame in which there were any, in ms, ascending. */
function scriptingByFrame(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const threadOf = ({ pid, tid }) => `${pid}:${tid}`;
  const scripts = traceEvents.filter(({ ph, name, tdur }) => ph === 'X' && SCRIPTS.has(name) && tdur > 0);
  const times = new Map();
  for (const event of scripts) {
    const thread = threadOf(event);
    if (!times.has(thread)) times.set(thread, []);
    times.get(thread).push(event);
  }
  const sum = (events) => events.reduce((total, { tdur }) => total + tdur, 0);
  const [main, events] = [...times].sort(([, a], [, b]) => sum(b) - sum(a))[0];
  const frames = traceEvents
    .filter(
      (event) => event.name === 'AnimationFrame::Render' && event.ph === 'b' && threadOf(event) === main,
    )
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const perFrame = new Map();
  let [frame, end] = [0, 0];
  for (const { ts, dur, tdur } of events.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    // Within another one, which counts it.
    if (ts < end) continue;
    end = ts + dur;
    while (frame < frames.length && frames[frame] <= ts) frame += 1;
    perFrame.set(frame, (perFrame.get(frame) ?? 0) + tdur / 1_000);
  }
  return [...perFrame.values()].sort((a, b) => a - b);
}

async function openInventory(browser, url) {
  const page = await browser.newPage({ baseURL: url, viewport: { width: 1280, height: 800 } });
  await page.goto('/login?to=%2Finventory');
  await page.locator('input[autocomplete=username]').fill('warehouse1');
  await page.locator('input[type=password]').fill('password123');
  await page.locator('input[type=password]').press('Enter');
  await page.locator(`${SETTLED}:not([aria-rowcount="-1"])`).waitFor();
  return page;
}

/** Turns the wheel until the last row is there. A step waits for its rows, as a reader does. */
async function scrollThrough(page) {
  await page.locator('#row-2').hover();
  const isAtEnd = `(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.querySelector('[role=grid]').parentElement;
    return scrollTop + clientHeight >= scrollHeight - 1;
  })()`;
  let steps = 0;
  while (steps * STEP < END && !(await page.evaluate(isAtEnd))) {
    await page.mouse.wheel(0, STEP);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await page.locator(SETTLED).waitFor();
    steps += 1;
  }
  return steps;
}

const service = await startService({ PORTAL_ENABLED: 'true', RATE_LIMIT_PER_USER: '100000' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await openInventory(browser, service.url);
  const devtools = await page.context().newCDPSession(page);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / MB;
  };
  const before = await heap();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  const started = performance.now();
  const steps = await scrollThrough(page);
  const seconds = (performance.now() - started) / 1_000;
  const times = scriptingByFrame(await browser.stopTracing());
  const after = await heap();
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  const rows = (await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  process.stdout.write(
    [
      `${rows} rows in ${steps} steps, ${seconds.toFixed(0)} s`,
      `scripts in a frame (${times.length} frames): median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms of thread time`,
      `memory after a collection: ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`,
      '',
    ].join('\n'),
  );
} finally {
  await browser.close();
  await service.end();
}
