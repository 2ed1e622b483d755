/** The title of the page, ready to take the focus from what goes with its act. */
export function pageTitle(): HTMLElement | null {
  const title = document.querySelector<HTMLElement>('main h1');
  if (title) title.tabIndex = -1;
  return title;
}

/** Moves the focus to a heading from what goes with its act. Whoever works elsewhere by now isn't interrupted. */
export function focusAfterAct(heading: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (activeElement === body || heading?.parentElement?.contains(activeElement))
    heading?.focus({ preventScroll: true });
}
