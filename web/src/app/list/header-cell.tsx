import { Link } from '@tanstack/react-router';
import styles from './list.module.css';
import { changedView } from './list-search';

interface HeaderCellProps {
  title: string;
  look: string;
  /** The word of the address that orders the list by this column; without, the header is no link. */
  sort: string | undefined;
  /** How the list is ordered: such a word, after a `-` if downwards. */
  order: string | undefined;
}

/** The head of a column. A press orders the list by it; another one turns the order round. */
export function HeaderCell({ title, look, sort, order }: HeaderCellProps) {
  if (!sort)
    return (
      <th scope="col" data-look={look}>
        {title}
      </th>
    );
  const [isUp, isDown] = [order === sort, order === `-${sort}`];
  return (
    <th
      scope="col"
      data-look={look}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
      data-sorts
    >
      <Link
        to="."
        search={changedView({ sort: isUp ? `-${sort}` : sort })}
        activeOptions={{ explicitUndefined: true }}
      >
        {title}
        <span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
      </Link>
      <span className={styles['phoneHead']}>{title}</span>
    </th>
  );
}
