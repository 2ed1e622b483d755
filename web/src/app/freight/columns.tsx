import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Quantity } from '../../parts/quantity';
import { Time } from '../../parts/time';
import { laneOf } from '../lane';
import type { Column } from '../list/list-table';
import type { ConnoteStatus, QuoteStatus } from '../operations.generated';
import { Amount } from './amount';
import { ConnoteStatusMark, QuoteStatusMark } from './statuses';

type Place = Parameters<typeof laneOf>[0];

interface QuoteRow {
  reference: string;
  status: QuoteStatus;
  origin: Place;
  destination: Place;
  chargeableWeightKg: string;
  totalAmount: string | null;
  currency: string;
  createdAt: string;
}

interface ConnoteRow {
  number: string;
  status: ConnoteStatus;
  pickup: Place;
  delivery: Place;
  chargeableWeightKg: string;
  totalAmount: string;
  priced: boolean;
  currency: string;
  pickupOn: string | null;
}

/** The columns that lists of quotes share. @param to the page of a quote */
export function useQuoteColumns(to: '/customer/quotes/$reference' | '/operations/quotes/$reference') {
  const t = useTranslations('freight.columns');
  return {
    lane: {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: ({ reference, origin, destination }) => (
        <Link to={to} params={{ reference }}>
          {laneOf(origin, destination)}
        </Link>
      ),
    },
    number: { name: 'number', look: 'code', title: t('reference'), cell: ({ reference }) => reference },
    status: {
      name: 'status',
      look: 'status',
      title: t('status'),
      cell: ({ status }) => <QuoteStatusMark status={status} />,
    },
    weight: {
      name: 'weight',
      look: 'number',
      title: t('weight'),
      cell: ({ chargeableWeightKg }) => <Quantity value={chargeableWeightKg} unit="kg" />,
    },
    price: {
      name: 'price',
      look: 'amount',
      title: t('price'),
      cell: ({ totalAmount, currency }) => <Quantity value={totalAmount} unit={totalAmount && currency} />,
    },
    requested: {
      name: 'made',
      look: 'day',
      title: t('requested'),
      cell: ({ createdAt }) => <Time value={createdAt} detail="day" />,
    },
  } satisfies Record<string, Column<QuoteRow>>;
}

/** The columns that lists of bookings share. @param to the page of a booking */
export function useConnoteColumns(to: '/customer/bookings/$number' | '/operations/connotes/$number') {
  const t = useTranslations('freight.columns');
  return {
    lane: {
      name: 'lane',
      look: 'title',
      title: t('lane'),
      cell: ({ number, pickup, delivery }) => (
        <Link to={to} params={{ number }}>
          {laneOf(pickup, delivery)}
        </Link>
      ),
    },
    number: { name: 'number', look: 'code', title: t('number'), cell: ({ number }) => number },
    status: {
      name: 'status',
      look: 'status',
      title: t('status'),
      cell: ({ status }) => <ConnoteStatusMark status={status} />,
    },
    weight: {
      name: 'weight',
      look: 'number',
      title: t('weight'),
      cell: ({ chargeableWeightKg }) => <Quantity value={chargeableWeightKg} unit="kg" />,
    },
    price: { name: 'price', look: 'amount', title: t('price'), cell: (row) => <Amount {...row} /> },
    pickup: {
      name: 'pickup',
      look: 'day',
      title: t('pickup'),
      cell: ({ pickupOn }) => <Time value={pickupOn} />,
    },
  } satisfies Record<string, Column<ConnoteRow>>;
}
