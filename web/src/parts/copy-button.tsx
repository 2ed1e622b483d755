import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import styles from './copy-button.module.css';

interface CopyButtonProps {
  /** What is copied. */
  value: string;
  /** What it is, for whoever doesn't see what the button stands beside. */
  name: string;
  /** The key that presses it, which it shows. Its page listens for it. */
  shortcut?: string | undefined;
}

/** Copies a text. Where the browser doesn't let it, it shows the text, selected. */
export function CopyButton({ value, name, shortcut }: CopyButtonProps) {
  const t = useTranslations('common');
  const [outcome, setOutcome] = useState<{ value: string; copied: boolean } | null>(null);
  const done = outcome?.value === value ? outcome : null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome({ value, copied: true });
    } catch {
      // No permission, or no clipboard at all: browsers have it with HTTPS alone.
      setOutcome({ value, copied: false });
    }
  };
  return (
    <span className={styles['copy']}>
      {done && !done.copied ? (
        <input
          className={styles['value']}
          ref={(input) => input?.select()}
          readOnly
          value={value}
          aria-label={t('copyByHand', { name })}
        />
      ) : (
        <Button
          look="quiet"
          className={styles['button']}
          onClick={copy}
          aria-label={`${t('copy')}: ${name}`}
          aria-keyshortcuts={shortcut}
        >
          {t('copy')}
        </Button>
      )}
      <span role="status" className={styles['status']}>
        {done?.copied ? (
          <>
            {t('copied')}
            <span className={styles['what']}>: {name}</span>
          </>
        ) : null}
        {done && !done.copied ? t('copyByHand', { name }) : null}
      </span>
    </span>
  );
}
