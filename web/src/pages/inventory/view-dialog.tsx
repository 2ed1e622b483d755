import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../app/ask';
import type { PortalViewFragment, Role } from '../../app/operations.generated';
import { query } from '../../app/query';
import { useViewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Field } from '../../parts/field';
import layout from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { PortalSaveViewDocument } from './views.generated';
import styles from './views.module.css';

/** The roles that have this page. */
const ROLES: readonly Role[] = ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'];

interface ViewDialogProps {
  /** The view that is changed; without, a new one is saved. */
  view?: PortalViewFragment;
  /** What the page shows now, as a view keeps it. */
  shown: string;
  onSaved: () => void;
  onClose: () => void;
}

/** Saves what is shown as a view, or changes one. */
export function ViewDialog({ view, shown, onSaved, onClose }: ViewDialogProps) {
  const t = useTranslations('inventory.views');
  const common = useTranslations('common');
  const isAdmin = useViewer().role === 'ADMIN';
  const [name, setName] = useState(view?.name ?? '');
  const [isDefault, setDefault] = useState(view?.isDefault ?? false);
  const [overwrites, setOverwrites] = useState(!view);
  const [role, setRole] = useState<Role | ''>(view?.sharedWith ?? '');
  const save = useMutation({
    mutationFn: () =>
      query(PortalSaveViewDocument, {
        input: {
          ...(view && { id: view.id, version: view.version }),
          ...{ page: 'INVENTORY', name, isDefault, query: overwrites || !view ? shown : view.query },
          // Whoever is no admin any more can only withdraw what they shared.
          sharedWith: isAdmin && role ? role : null,
        },
      }),
    onSuccess: onSaved,
  });
  const nameProblem = useNameProblem(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog open title={view ? t('editTitle') : t('saveTitle')} description={t('saveText')} onClose={onClose}>
      <form className={styles['form']} onSubmit={submit}>
        <Field label={t('name')} error={nameProblem}>
          <input required maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        {view ? <Tick words={t('overwrite')} value={overwrites} onChange={setOverwrites} /> : null}
        <Tick words={t('makeDefault')} value={isDefault} onChange={setDefault} />
        {isAdmin ? (
          <Field label={t('share')}>
            <select
              value={role}
              onChange={({ target }) => setRole(ROLES.find((each) => each === target.value) ?? '')}
            >
              <option value="">{t('nobody')}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {t(`roles.${each}`)}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        {save.error && !nameProblem ? <Problem error={save.error} /> : null}
        <div className={layout['acts']}>
          <Button type="submit" look="primary" busy={save.isPending}>
            {common('save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TickProps {
  words: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

function Tick({ words, value, onChange }: TickProps) {
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {words}
    </label>
  );
}

/** A refusal that is shown at the name. */
function useNameProblem(error: unknown) {
  const t = useTranslations('inventory.views');
  if (!(error instanceof ApiError)) return undefined;
  const [field] = error.fields;
  if (field?.path === 'input.page') return { type: 'server', message: t('tooMany') };
  if (field?.path !== 'input.name') return undefined;
  return { type: 'server', message: error.code === 'CONFLICT' ? t('taken') : field.message };
}
