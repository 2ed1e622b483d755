import { describe, expect, test } from 'vitest';
import type { ErpReport } from '../../../src/erp/check/erp-report.js';
import { ErpChecks } from '../../../src/features/inventory/erp-checks.js';
import { SYSTEM } from '../../../src/shared/origin.js';

describe('the ERP is checked', () => {
  const REPORT: ErpReport = { ok: true, unreachable: null, sections: [] };

  /** Checks that end when they are told to, with a clock that is set by hand. */
  function checksByHand() {
    const [ends, recorded]: [((report: ErpReport) => void)[], string[]] = [[], []];
    const clock = { minutes: 0, isWritable: true };
    const checks = new ErpChecks({
      record: async () => {
        if (!clock.isWritable) throw new Error('the log cannot be written');
        recorded.push('ERP_CHECKED');
      },
      runCheck: () => new Promise((resolve) => ends.push(resolve)),
      now: () => new Date(clock.minutes * 60_000),
    });
    const begun = (count: number) => expect.poll(() => ends.length).toBe(count);
    return { checks, clock, recorded, begun, end: () => ends.at(-1)?.(REPORT) };
  }

  test('once at a time, however long it takes', async () => {
    const { checks, clock, recorded, begun, end } = checksByHand();
    const first = checks.check(SYSTEM);
    await begun(1);
    clock.minutes = 5;
    const joined = checks.check(SYSTEM);
    end();
    expect(await joined).toBe(await first);
    expect(recorded).toHaveLength(1);
  });

  test('again after a minute, and also if the clock was set back', async () => {
    const { checks, clock, recorded, begun, end } = checksByHand();
    for (const [minutes, count] of [
      [10, 1],
      [10.9, 1],
      [11, 2],
      [3, 3],
    ] as const) {
      clock.minutes = minutes;
      const check = checks.check(SYSTEM);
      await begun(count);
      end();
      await check;
      expect(recorded).toHaveLength(count);
    }
  });

  test('only if that could be written down, and then at once', async () => {
    const { checks, clock, begun, end } = checksByHand();
    clock.isWritable = false;
    await expect(checks.check(SYSTEM)).rejects.toThrow('the log cannot be written');
    expect(checks.last()).toBeNull();
    clock.isWritable = true;
    const check = checks.check(SYSTEM);
    await begun(1);
    end();
    expect(await check).toBe(checks.last());
  });
});
