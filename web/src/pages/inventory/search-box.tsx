import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './inventory.module.css';
import { usePageKey } from './page-keys';

interface SearchBoxProps {
  value: string;
  onSearch: (text: string) => void;
  ref: RefObject<HTMLInputElement | null>;
}

/** Looks for a part, a description, a lot or a bin, a moment after the last key. `/` leads here. */
export function SearchBox({ value, onSearch, ref }: SearchBoxProps) {
  const t = useTranslations('inventory');
  const [text, setText] = useState(value);
  // What comes back as the value is no news here, and must not replace what was typed meanwhile.
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onSearch(text);
    }, 300);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  usePageKey(
    '/',
    useCallback(() => ref.current?.focus(), [ref]),
  );
  return (
    <input
      ref={ref}
      type="search"
      className={styles['search']}
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
