import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { query } from '../../../app/query';
import { readDay } from '../../../app/read-day';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { reload } from '../reload';
import { dormantCount, startOf } from './user-queries';
import { PortalDeactivateDormantDocument } from './users.generated';

/** Deactivates the logins that nobody has signed in to since a day, and says how many that were. */
export function DormantDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('adminUsers.dormant');
  const common = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  const [day, setDay] = useState('');
  const form = useId();
  const before = readDay(day) ? startOf(day, zone) : null;
  const deactivate = useMutation({
    mutationFn: (lastLoginBefore: string) => query(PortalDeactivateDormantDocument, { lastLoginBefore }),
    onSettled: reload,
  });
  const { data: done, error, isPending } = deactivate;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (before && !isPending) deactivate.mutate(before);
  };
  if (done) {
    return (
      <Dialog open title={t('title')} onClose={onClose}>
        <p role="status">{t('done', { count: done.deactivateDormantPortalUsers })}</p>
        <Button ref={(button) => button?.focus()} onClick={onClose}>
          {common('close')}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog open title={t('title')} description={t('text')} {...(isPending ? {} : { onClose })}>
      <form id={form} onSubmit={submit}>
        <Field label={t('day')} hint={t('dayHint')}>
          <input type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
      </form>
      <Preview before={before} />
      {error ? <Problem error={error} /> : null}
      <div className={layout['acts']}>
        <Button type="submit" form={form} look="danger" busy={isPending}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose} disabled={isPending}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

/** How many it may be. Those that are newer than the day and were never used are counted, but stay. */
function Preview({ before }: { before: string | null }) {
  const t = useTranslations('adminUsers.dormant');
  const { queryKey, queryFn } = dormantCount(before ?? '');
  const { data: count } = useQuery({ queryKey, queryFn: before ? queryFn : skipToken });
  return <p role="status">{count === undefined ? null : t('preview', { count })}</p>;
}
