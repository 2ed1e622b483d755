import { useEffect, useRef, useState } from 'react';

/** The least time between two things that a screen reader is told of changes. */
const PAUSE_MS = 20_000;

/** What there is to say, but not more often than somebody wants to hear. */
export function useSaidSeldom(text: string): string {
  const [said, setSaid] = useState(text);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === said) return undefined;
    const say = () => {
      lastAt.current = performance.now();
      setSaid(text);
    };
    const timer = setTimeout(say, text ? Math.max(0, lastAt.current + PAUSE_MS - performance.now()) : 0);
    return () => clearTimeout(timer);
  }, [text, said]);
  return said;
}
