import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../parts/dialog';
import { FindBox } from '../../parts/find-box';
import { Problem } from '../../parts/problem';
import type { Finding } from './findings';
import { useFindings } from './use-findings';

/** Finds pages, customers, quotes, connotes and users by words, within what the viewer's role has. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('find');
  const [text, setText] = useState('');
  const { groups, error, isPending } = useFindings(text);
  const navigate = useNavigate();
  const open = ({ link }: Finding) => {
    onClose();
    void navigate(link);
  };
  return (
    <Dialog open title={t('title')} onClose={onClose}>
      <FindBox
        label={t('label')}
        text={text}
        onText={setText}
        groups={groups}
        status={isPending ? t('looking') : groups.length === 0 && !error ? t('nothing') : ''}
        onChoose={open}
      />
      {error ? <Problem error={error} /> : null}
    </Dialog>
  );
}
