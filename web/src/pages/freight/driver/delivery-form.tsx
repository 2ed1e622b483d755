import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import { Button } from '../../../parts/button';
import { Field } from '../../../parts/field';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { MAX_NOTE } from './act-frame';
import styles from './driver.module.css';
import { PhotoInput } from './photo-input';
import { type Stroke, signaturePng } from './signature-drawing';
import { SIGNATURE_RATIO, SignaturePad } from './signature-pad';
import type { Stop } from './stops';
import { useAct } from './use-act';
import { usePhotos } from './use-photos';

interface DeliveryFormProps {
  stop: Stop;
  /** Whether it can still be delivered. If not, what was entered stays to be seen. */
  possible: boolean;
  onKept: () => void;
}

interface Entry {
  receivedBy: string;
  note: string;
}

/** Who took the goods, with signature, photos and a note. Only the name is asked for in any case. */
export function DeliveryForm({ stop, possible, onKept }: DeliveryFormProps) {
  const t = useTranslations('run');
  const { register, handleSubmit, formState } = useForm<Entry>({
    defaultValues: { receivedBy: '', note: '' },
  });
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const photos = usePhotos();
  const act = useAct(stop, onKept);
  const isUnsaved = () =>
    formState.isDirty || strokes.length > 0 || photos.isBusy || photos.photos.length > 0;
  const deliver = handleSubmit(({ receivedBy, note }) => {
    // A photo that is not ready yet would be missing from the proof.
    if (act.isPending || photos.isBusy || !possible) return;
    act.mutate({
      kind: 'DELIVERED',
      receivedBy: receivedBy.trim(),
      signaturePng: signaturePng(strokes, SIGNATURE_RATIO),
      photos: photos.photos.map((file) => ({ file })),
      note: note.trim() || null,
    });
  });
  return (
    <form className={styles['form']} onSubmit={deliver} noValidate>
      <Field
        label={t('delivery.receivedBy')}
        hint={t('delivery.receivedByHint')}
        error={formState.errors.receivedBy}
      >
        <input
          {...register('receivedBy', { validate: { required: (name) => name.trim() !== '' } })}
          maxLength={100}
        />
      </Field>
      <SignaturePad strokes={strokes} onChange={setStrokes} />
      <PhotoInput {...photos} />
      <Field label={t('note.label')} hint={t('note.hint')} optional>
        <textarea {...register('note')} rows={3} maxLength={MAX_NOTE} />
      </Field>
      {act.error ? <Problem error={act.error} words={t('delivery.failed')} /> : null}
      {possible ? (
        <div className={layout['acts']}>
          <Button type="submit" look="primary" busy={act.isPending || photos.isBusy}>
            {t('delivery.confirm')}
          </Button>
        </div>
      ) : null}
      <LeaveGuard isUnsaved={isUnsaved} title={t('delivery.leaveTitle')} />
    </form>
  );
}
