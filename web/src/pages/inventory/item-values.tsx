import { useTranslations } from 'use-intl';
import type { PortalItemFragment } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import { StatusMark, type Tone } from '../../parts/status-mark';
import { Time } from '../../parts/time';

/** Words that ERPs use for a status, by what they mean. Those that are not here are shown without a colour. */
const WORDS: readonly [Tone, readonly string[]][] = [
  ['good', ['AVAILABLE', 'AVAIL', 'OK', 'GOOD', 'RELEASED', 'UNRESTRICTED', 'ACTIVE']],
  ['warn', ['HOLD', 'HELD', 'ONHOLD', 'QUARANTINE', 'QUARANTINED', 'QC', 'QA', 'INSPECTION', 'PENDING']],
  [
    'bad',
    [
      'EXPIRED',
      'DAMAGED',
      'DAMAGE',
      'BLOCKED',
      'BLOCK',
      'REJECTED',
      'SCRAP',
      'SCRAPPED',
      'RECALLED',
      'RECALL',
    ],
  ],
];
const TONES = new Map(WORDS.flatMap(([tone, words]) => words.map((word) => [word, tone] as const)));

/** What an ERP's status means, as far as its word tells: `On hold` and `ON_HOLD` are the same. */
const toneOf = (status: string): Tone => TONES.get(status.toUpperCase().replace(/[\s_-]/g, '')) ?? 'neutral';

/** A status by its word and a colour. */
export const Status = ({ of }: { of: string | null }) =>
  of ? <StatusMark tone={toneOf(of)}>{of}</StatusMark> : <>–</>;

interface ValueProps<Field extends keyof PortalItemFragment> {
  item: PortalItemFragment;
  field: Field;
}

/** A quantity of a row. The service gives 0 for one that is not a number, which must not look like an empty bin. */
export function ItemQuantity({
  item,
  field,
}: ValueProps<'quantityOnHand' | 'quantityAllocated' | 'quantityAvailable'>) {
  return item.unshown.includes(field) ? (
    <Unshown kind="quantity" />
  ) : (
    <Quantity value={item[field]} unit={item.unit} />
  );
}

/** A date of a row. One that the ERP has but that can't be shown must not look like none. */
export function ItemTime({ item, field }: ValueProps<'expiresOn' | 'receivedOn' | 'lastMovedAt'>) {
  return item.unshown.includes(field) ? <Unshown kind="date" /> : <Time value={item[field]} />;
}

function Unshown({ kind }: { kind: 'quantity' | 'date' }) {
  const t = useTranslations('inventory.unshown');
  return (
    <span title={t(`${kind}Why`)}>
      <StatusMark tone="bad">{t(kind)}</StatusMark>
    </span>
  );
}
