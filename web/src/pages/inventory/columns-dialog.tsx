import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import layout from '../../parts/layout.module.css';
import { COLUMNS } from './columns';
import styles from './columns-dialog.module.css';
import { DensityChoice } from './density-choice';
import { type ColumnName, DEFAULT_COLUMNS, writeColumns } from './inventory-search';

interface ColumnsDialogProps {
  /** Those that are shown; undefined for the default ones. */
  columns: ColumnName[] | undefined;
  /** Changes which are shown, changes under way among them. */
  onChange: (next: (columns: ColumnName[] | undefined) => ColumnName[] | undefined) => void;
  onClose: () => void;
}

type Shown = readonly ColumnName[];
const NAMES = COLUMNS.map(({ name }) => name);

/** Every column: those that are shown first. */
const withHidden = (shown: Shown): ColumnName[] => [
  ...shown,
  ...NAMES.filter((name) => !shown.includes(name)),
];

/** Which columns are shown and in which order, and how close the rows are. It is done as one chooses. */
export function ColumnsDialog({ columns, onChange, onClose }: ColumnsDialogProps) {
  const t = useTranslations('inventory');
  const shown: Shown = columns ?? DEFAULT_COLUMNS;
  // A column that is taken away keeps its place here, to be ticked again where it was.
  const [order, setOrder] = useState(() => withHidden(shown));
  const [said, setSaid] = useState('');
  const choose = (nextOrder: ColumnName[], next: (before: Shown) => Shown) => {
    setOrder(nextOrder);
    onChange((before) => {
      const nextShown = next(before ?? DEFAULT_COLUMNS);
      return writeColumns(nextOrder.filter((name) => nextShown.includes(name)));
    });
  };
  const tick = (name: ColumnName, on: boolean) =>
    choose(order, (before) => {
      const others = before.filter((other) => other !== name);
      if (on) return [...others, name];
      return others.length > 0 ? others : before;
    });
  const move = (name: ColumnName, by: 1 | -1) => {
    const from = order.indexOf(name);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    choose(order.toSpliced(from, 1).toSpliced(to, 0, name), (before) => before);
    setSaid(t('columnMoved', { column: t(`columns.${name}`), place: to + 1, of: order.length }));
  };
  return (
    <Dialog open title={t('columnsTitle')} description={t('columnsText')} onClose={onClose}>
      <ol className={styles['columns']}>
        {order.map((name, index) => (
          <ColumnLine
            key={name}
            name={name}
            isShown={shown.includes(name)}
            isLast={shown.length === 1 && shown.includes(name)}
            canMove={{ up: index > 0, down: index < order.length - 1 }}
            onTick={(on) => tick(name, on)}
            onMove={(by) => move(name, by)}
          />
        ))}
      </ol>
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <DensityChoice />
      <div className={layout['acts']}>
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
        <Button onClick={() => choose(withHidden(DEFAULT_COLUMNS), () => DEFAULT_COLUMNS)}>
          {t('defaultColumns')}
        </Button>
      </div>
    </Dialog>
  );
}

interface ColumnLineProps {
  name: ColumnName;
  isShown: boolean;
  /** One column has to stay. */
  isLast: boolean;
  canMove: { up: boolean; down: boolean };
  onTick: (on: boolean) => void;
  onMove: (by: 1 | -1) => void;
}

function ColumnLine({ name, isShown, isLast, canMove, onTick, onMove }: ColumnLineProps) {
  const t = useTranslations('inventory');
  const column = t(`columns.${name}`);
  const byKey = (event: KeyboardEvent) => {
    if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={byKey}>
      <label>
        <input
          type="checkbox"
          checked={isShown}
          disabled={isLast}
          onChange={({ target }) => onTick(target.checked)}
        />
        {column}
      </label>
      <button
        type="button"
        aria-label={t('moveUp', { column })}
        aria-disabled={!canMove.up}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t('moveDown', { column })}
        aria-disabled={!canMove.down}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
    </li>
  );
}
