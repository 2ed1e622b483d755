import { useEffect } from 'react';
import { areSingleKeysOn } from './single-keys';

const TYPED_IN = 'input, select, textarea, [contenteditable]';
const OVER_THE_PAGE = '[role=dialog], [role=alertdialog], [role=menu]';

/** Whether a key is meant for the page: not for what one types in, a dialog, a menu or the browser. */
function isForPage({ target, ctrlKey, altKey, metaKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || defaultPrevented) return false;
  return !(target instanceof Element && target.closest(`${TYPED_IN}, ${OVER_THE_PAGE}`));
}

/** Does something when a key of the page is pressed, unless such keys are switched off. @param act has to be the same at each render */
export function usePageKey(key: string, act: () => void): void {
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key !== key || !areSingleKeysOn() || !isForPage(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [key, act]);
}
