import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import { query, queryClient } from '../../../app/query';
import { showRefusals } from '../../../app/server-refusals';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import detail from '../detail.module.css';
import { PortalNoteConnoteDocument } from './connotes.generated';
import styles from './operations.module.css';

/** Adds a note to what happened to a connote. */
export function ConnoteNote({ id }: { id: string }) {
  const t = useTranslations('operations');
  const form = useForm({ defaultValues: { note: '' } });
  const { errors, isDirty } = form.formState;
  const add = useMutation({
    mutationFn: (note: string) => query(PortalNoteConnoteDocument, { id, note }),
    onSuccess: () => {
      form.reset();
      toast(t('connotes.noted'));
      return queryClient.invalidateQueries();
    },
    onError: (error) => showRefusals(form, error, { nameOf: (path) => (path === 'note' ? path : null) }),
  });
  return (
    <section className={detail['papers']} aria-labelledby="note">
      <h2 id="note">{t('connotes.addNote')}</h2>
      <form
        className={styles['form']}
        onSubmit={form.handleSubmit(({ note }) => add.mutate(note))}
        noValidate
      >
        <Field label={t('connotes.note')} hint={t('customerSees')} error={errors.note}>
          <textarea rows={3} maxLength={1000} {...form.register('note', { required: true })} />
        </Field>
        {add.error && !errors.note ? <Problem error={add.error} /> : null}
        <div className={layout['acts']}>
          <Button type="submit" busy={add.isPending}>
            {t('connotes.addNote')}
          </Button>
        </div>
        <LeaveGuard isUnsaved={() => isDirty} />
      </form>
    </section>
  );
}
