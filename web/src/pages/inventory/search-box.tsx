import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './inventory.module.css';
import { usePageKey } from './page-keys';

/** Looks for a part, a description, a lot or a bin, a moment after the last key. `/` leads here. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const t = useTranslations('inventory');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), 300);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  usePageKey(
    '/',
    useCallback(() => input.current?.focus(), []),
  );
  return (
    <input
      ref={input}
      type="search"
      className={styles['search']}
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
