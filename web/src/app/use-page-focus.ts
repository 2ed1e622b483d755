import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Moves the focus to the title of each page that is navigated to, so that a screen reader says where its user is. */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let stopWaiting: (() => void) | undefined;
    const unsubscribe = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return;
      stopWaiting?.();
      stopWaiting = focusPage();
    });
    return () => {
      unsubscribe();
      stopWaiting?.();
    };
  }, [router]);
}

/** @returns ends the wait for the title of a page that has none yet */
function focusPage(): (() => void) | undefined {
  const main = document.querySelector('main');
  // A page may open with a dialog over it, which has the focus already.
  if (!main || document.activeElement?.closest('[role=dialog]') || focusTitle(main)) return undefined;
  takeFocus(main);
  const observer = new MutationObserver(() => {
    if (document.activeElement !== main || focusTitle(main)) observer.disconnect();
  });
  observer.observe(main, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function focusTitle(main: HTMLElement): boolean {
  const title = main.querySelector('h1');
  if (title) takeFocus(title);
  return title !== null;
}

/** Gives the focus to something that one doesn't get to by keys: a title, a dialog. */
export function takeFocus(element: HTMLElement): void {
  element.tabIndex = -1;
  // Where the page is scrolled to is the router's to say.
  element.focus({ preventScroll: true });
}
