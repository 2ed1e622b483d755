import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, type Registry } from 'prom-client';

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;

/**
 * Measures the process itself, with the metric names of prom-client's default metrics. Those are not used because they
 * can't be stopped.
 *
 * @returns a function that stops the measurement
 */
export function measureProcess(registry: Registry): () => void {
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'Delay of the event loop since the last scrape, by quantile. Quantile 1 is the longest delay.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const percent of [50, 90, 99, 100]) {
        // The histogram measures the whole interval between two timers, so a timer on time counts as RESOLUTION_MS.
        const late = delay.percentile(percent) / NANOSECONDS - RESOLUTION_MS / 1000;
        this.set({ quantile: String(percent / 100) }, Math.max(0, late));
      }
      delay.reset();
    },
  });
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time that the process has used.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Used part of the JavaScript heap.',
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
