import type { useTranslations } from 'use-intl';
import type { FreightHappeningsFragment } from '../../app/operations.generated';
import type { Happening } from './history';

type Words = ReturnType<typeof useTranslations<'freight'>>;

/** What is recorded sooner was done at once: the clocks of two services differ by a moment. */
const LATE_MS = 60_000;

/** The events of a booking for its line of time, oldest first; a failed delivery says why. */
export function bookingHappenings({ events, attempts }: FreightHappeningsFragment, t: Words): Happening[] {
  const failed = [...attempts];
  return events.map(({ id, kind, to, by, note, at, recordedAt }) => {
    const attempt = kind === 'ATTEMPT' ? failed.shift() : undefined;
    const what = kind === 'STATUS' ? t(`connoteStatus.${to}`) : t(`kind.${kind}`);
    return {
      ...{ id, at, ...(isLate(at, recordedAt) && { recordedAt }) },
      what: attempt ? `${what}: ${t(`reason.${attempt.reason}`)}` : what,
      note: attempt ? attempt.note : note,
      by: by?.name ?? null,
    };
  });
}

const isLate = (at: string, recordedAt: string): boolean =>
  Date.parse(recordedAt) - Date.parse(at) >= LATE_MS;
