import type { useTranslations } from 'use-intl';
import type { FreightHappeningsFragment } from '../../app/operations.generated';
import type { Happening } from './history';

type Words = ReturnType<typeof useTranslations<'freight'>>;

/** The events of a booking for its line of time, oldest first; a failed delivery says why. */
export function bookingHappenings({ events, attempts }: FreightHappeningsFragment, t: Words): Happening[] {
  const failed = [...attempts];
  return events.map(({ id, kind, to, by, note, at, recordedAt }) => {
    const attempt = kind === 'ATTEMPT' ? failed.shift() : undefined;
    const what = kind === 'STATUS' ? t(`connoteStatus.${to}`) : t(`kind.${kind}`);
    return {
      ...{ id, at, ...(recordedAt !== at && { recordedAt }) },
      what: attempt ? `${what}: ${t(`reason.${attempt.reason}`)}` : what,
      note: attempt ? attempt.note : note,
      by: by?.name ?? null,
    };
  });
}
