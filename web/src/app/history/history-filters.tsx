import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { useFeatures } from '../features';
import lists from '../list/list.module.css';
import { changedView } from '../list/list-search';
import type { HistoryKind, PortalFeature } from '../operations.generated';
import { readDay } from '../read-day';
import styles from './history.module.css';
import { HISTORY_KINDS, type HistorySearch } from './history-search';

/** The kinds that only some portals have. */
const FEATURES: Partial<Record<HistoryKind, PortalFeature>> = {
  INVOICE: 'INVOICES',
  PAYMENT: 'PAYMENTS',
  REWARD: 'REWARDS',
};

/** What a history can be narrowed by. All of it is in the address. */
export function HistoryFilters({ view }: { view: HistorySearch }) {
  const t = useTranslations('history');
  const features = useFeatures();
  const kinds = HISTORY_KINDS.filter((kind) => {
    const feature = FEATURES[kind];
    return kind === view.kind || !feature || features.includes(feature);
  });
  return (
    <>
      <nav className={lists['tabs']} aria-label={t('byKind')}>
        {[undefined, ...kinds].map((kind) => (
          <Link
            key={kind ?? 'ALL'}
            to="."
            search={changedView({ kind })}
            // Or the router takes the link to all of them for the current one, whatever the kind.
            activeOptions={{ explicitUndefined: true }}
            data-current={kind === view.kind || undefined}
            aria-current={kind === view.kind ? 'true' : undefined}
          >
            {kind ? t(`kinds.${kind}`) : t('all')}
          </Link>
        ))}
      </nav>
      <SearchForm view={view} />
    </>
  );
}

function SearchForm({ view }: { view: HistorySearch }) {
  const t = useTranslations('history');
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // By Back, and by a link that shows all. Not by a key, with which the field that has the focus would be another one.
    for (const name of ['search', 'from', 'to'] as const) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = view[name] ?? '';
    }
  }, [view]);
  const submit = (data: FormData) => {
    const search = String(data.get('search') ?? '').trim() || undefined;
    const [from, to] = [readDay(data.get('from')), readDay(data.get('to'))];
    return navigate({ to: '.', search: changedView({ search, from, to }) });
  };
  return (
    <search>
      <form ref={form} className={styles['filters']} action={submit}>
        <Field label={t('search')} hint={t('searchHint')}>
          <input name="search" type="search" defaultValue={view.search} maxLength={200} />
        </Field>
        <Field label={t('from')}>
          <input name="from" type="date" defaultValue={view.from} />
        </Field>
        <Field label={t('to')}>
          <input name="to" type="date" defaultValue={view.to} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
    </search>
  );
}
