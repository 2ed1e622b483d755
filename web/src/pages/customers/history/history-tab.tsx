import { useParams, useSearch } from '@tanstack/react-router';
import { History } from '../../../app/history/history';
import { CustomerFrame } from '../customer-frame';

/** Everything that happened to a customer. */
export function HistoryTab() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id/history' });
  const view = useSearch({ from: '/shell/dashboard/customers/$id/history' });
  return (
    <CustomerFrame id={id} tab="history">
      {() => (
        <History
          view={view}
          customerId={id}
          places={{ quote: '/operations/quotes/$reference', booking: '/operations/connotes/$number' }}
        />
      )}
    </CustomerFrame>
  );
}
