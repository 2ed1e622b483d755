import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { askedAgain } from '../../app/asked-again';
import type { PortalInventoryItemQuery, PortalItemFragment } from '../../app/operations.generated';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { PortalInventoryItemDocument } from './inventory.generated';
import { ItemFacts } from './item-facts';
import styles from './item-panel.module.css';

interface ItemPanelProps {
  id: string;
  /** The row as the grid has it, shown until the ERP has answered. */
  known: PortalItemFragment | undefined;
  /** Leads to the row before it; undefined where that is not known. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** What gets the focus when it closes. */
  returnFocus: RefObject<HTMLElement | null>;
}

/** A row beside the grid, with all that the ERP says of it. A key each copies its codes and leads to its neighbours. */
export function ItemPanel({ id, known, onPrevious, onNext, onClose, returnFocus }: ItemPanelProps) {
  const t = useTranslations('inventory');
  const facts = useRef<HTMLDListElement>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['item', id],
    queryFn: ({ signal }) => query(PortalInventoryItemDocument, { id }, signal),
    ...askedAgain((_: PortalInventoryItemQuery) => false),
  });
  const item = data ? data.inventoryItem : known;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Record<string, (() => void) | undefined> = { ArrowUp: onPrevious, ArrowDown: onNext };
    const buttons = facts.current?.querySelectorAll<HTMLElement>('[aria-keyshortcuts]') ?? [];
    const button = [...buttons].find((each) => each.getAttribute('aria-keyshortcuts') === event.key);
    const act = moves[event.key] ?? (button ? () => button.click() : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <Dialog
      open
      place="side"
      title={item?.partNumber ?? t('item')}
      onClose={onClose}
      returnFocus={returnFocus}
      onKeyDown={onKeyDown}
    >
      <div className={styles['steps']}>
        <Step word={t('previousRow')} shortcut="ArrowUp" mark="↑" onStep={onPrevious} />
        <Step word={t('nextRow')} shortcut="ArrowDown" mark="↓" onStep={onNext} />
      </div>
      {isPending && !item ? <Skeleton rows={6} /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data && !item ? <p>{t('gone')}</p> : null}
      {item ? <ItemFacts key={item.id} item={item} ref={facts} /> : null}
    </Dialog>
  );
}

interface StepProps {
  word: string;
  shortcut: string;
  mark: string;
  onStep: (() => void) | undefined;
}

/** A button to a neighbour. It stays where there is none, so that the focus is not lost at the last row. */
function Step({ word, shortcut, mark, onStep }: StepProps) {
  return (
    <Button
      className={styles['step']}
      aria-keyshortcuts={shortcut}
      aria-disabled={onStep ? undefined : true}
      onClick={onStep}
    >
      {word}
      <span aria-hidden="true" className={styles['key']}>
        {mark}
      </span>
    </Button>
  );
}
