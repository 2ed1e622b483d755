import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, type Registry } from 'prom-client';

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;

/**
 * What the process itself is up to, under the names that prom-client gives its own: its own can't be stopped again.
 *
 * @returns stops the measuring
 */
export function measureProcess(registry: Registry): () => void {
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'Delay of the event loop since the last scrape: quantiles, and 1 for the longest.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const percent of [50, 90, 99, 100]) {
        // A timer that fires on time counts as its own interval.
        const late = delay.percentile(percent) / NANOSECONDS - RESOLUTION_MS / 1000;
        this.set({ quantile: String(percent / 100) }, Math.max(0, late));
      }
      delay.reset();
    },
  });
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the process.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Memory that JavaScript uses.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process started.',
    registers,
  }).set(performance.timeOrigin / 1000);
  return () => delay.disable();
}
