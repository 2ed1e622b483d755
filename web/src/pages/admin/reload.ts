import { queryClient } from '../../app/query';
import { takeFocus } from '../../app/use-page-focus';

/**
 * After something was done: asks anew for all that it may have changed. What a login sees is not asked for again, because
 * each look is recorded.
 */
export async function reload(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' });
  // After the page has shown what was answered: the button that was pressed may have gone.
  setTimeout(keepFocus);
}

/** Gives the focus to the dialog that is open, or to the page's title, if what had it has gone. */
function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  // A toast has that role, too, but no place.
  const place =
    [...document.querySelectorAll<HTMLElement>('[role=dialog][data-place]')].at(-1) ??
    document.querySelector<HTMLElement>('main h1');
  if (place) takeFocus(place);
}
