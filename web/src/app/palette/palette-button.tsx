import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { later } from '../../parts/later';
import { needWords } from '../../words/words';

const Palette = later(async () => {
  const [{ Palette }] = await Promise.all([import('./palette'), needWords(['find'])]);
  return Palette;
});

/** A dialog that has to be dealt with first. */
const OVER_THE_PAGE = '[data-place=middle], [role=alertdialog]';

/** Opens the palette, as Ctrl-K does, or ⌘K. */
export function PaletteButton() {
  const t = useTranslations('common');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return;
      if (event.ctrlKey === event.metaKey || document.querySelector(OVER_THE_PAGE)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, []);
  return (
    <>
      <Button aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)}>
        {t('find')}
      </Button>
      {isOpen ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
