import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomerPartsFragment } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import layout from '../../../parts/layout.module.css';
import own from '../customers.module.css';
import styles from './conflict.module.css';
import { type CustomerEntry, entryOf, FIELDS, type FieldName } from './customer-entry';

/** Whose value of a field is to hold. */
type Whose = 'theirs' | 'mine';

interface ConflictProps {
  /** What the edit began with. */
  base: CustomerEntry;
  mine: CustomerEntry;
  theirs: CustomerPartsFragment;
  onSave: (chosen: CustomerEntry) => Promise<void>;
  onDiscard: () => void;
}

/** The version that was saved meanwhile beside one's own: what holds is chosen for each field in which they differ. */
export function Conflict({ base, mine, theirs, onSave, onDiscard }: ConflictProps) {
  const t = useTranslations('customers.conflict');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { stored, differing, choices, choose, chosen } = useChoices(base, mine, theirs);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await onSave(chosen);
    setBusy(false);
  };
  return (
    <section className={own['section']} aria-labelledby="conflict">
      <h2 id="conflict" ref={title} tabIndex={-1} className={styles['title']}>
        {t('title')}
      </h2>
      <p role="alert">{differing.length > 0 ? t('text') : t('same')}</p>
      {differing.map((name) => (
        <Choice
          key={name}
          name={name}
          values={{ theirs: stored[name], mine: mine[name] }}
          chosen={choices[name]}
          onChoose={(whose) => choose(whose, [name])}
        />
      ))}
      {differing.length > 1 ? (
        <div className={layout['acts']}>
          <Button onClick={() => choose('theirs', differing)}>{t('allTheirs')}</Button>
          <Button onClick={() => choose('mine', differing)}>{t('allMine')}</Button>
        </div>
      ) : null}
      <div className={layout['acts']}>
        {differing.length > 0 ? (
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        ) : null}
        <Button onClick={onDiscard}>{t('discard')}</Button>
      </div>
    </section>
  );
}

/** What was chosen so far. At first a field is one's own if one has changed it, and theirs otherwise. */
function useChoices(base: CustomerEntry, mine: CustomerEntry, theirs: CustomerPartsFragment) {
  const stored = entryOf(theirs);
  const differing = FIELDS.filter((name) => mine[name].trim() !== stored[name]);
  const [choices, setChoices] = useState<Partial<Record<FieldName, Whose>>>(() =>
    Object.fromEntries(differing.map((name) => [name, mine[name] === base[name] ? 'theirs' : 'mine'])),
  );
  const choose = (whose: Whose, names: readonly FieldName[]) =>
    setChoices({ ...choices, ...Object.fromEntries(names.map((name) => [name, whose])) });
  const kept = differing.filter((name) => choices[name] === 'mine');
  const chosen: CustomerEntry = { ...stored, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) };
  return { stored, differing, choices, choose, chosen };
}

interface ChoiceProps {
  name: FieldName;
  values: Record<Whose, string>;
  chosen: Whose | undefined;
  onChoose: (whose: Whose) => void;
}

/** The two values of a field, side by side. */
function Choice({ name, values, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('customers.form');
  return (
    <fieldset className={styles['choice']}>
      <legend>{t(name)}</legend>
      {(['theirs', 'mine'] as const).map((whose) => (
        <label key={whose} data-chosen={chosen === whose || undefined}>
          <input
            type="radio"
            name={`conflict-${name}`}
            checked={chosen === whose}
            onChange={() => onChoose(whose)}
          />
          <span>
            <span className={styles['whose']}>{t(whose)}</span>{' '}
            <span className={styles['value']}>{values[whose] || t('none')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
