import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { customerName } from '../../../app/customer-name';
import { pageVariables } from '../../../app/list/list-search';
import { Balance } from '../../../app/rewards/balance';
import { Ledger } from '../../../app/rewards/ledger';
import { rewardsQuery } from '../../../app/rewards/rewards-queries';
import { useViewer } from '../../../app/session-state';
import { CustomerFrame } from '../customer-frame';
import type { CustomerWithAccount } from '../customer-queries';
import { AdjustPoints } from './adjust-points';

/** The points of a customer, which administrators adjust. */
export function RewardsTab() {
  const { id } = useParams({ from: '/shell/dashboard/customers/$id/rewards' });
  return (
    <CustomerFrame id={id} tab="rewards">
      {(customer) => <CustomerRewards customer={customer} />}
    </CustomerFrame>
  );
}

function CustomerRewards({ customer }: { customer: CustomerWithAccount }) {
  const { role } = useViewer();
  const view = useSearch({ from: '/shell/dashboard/customers/$id/rewards' });
  const { id: customerId, deletedAt } = customer;
  const rewards = useQuery(rewardsQuery({ customerId, ...pageVariables(view) }));
  const mayAdjust = role === 'ADMIN' && !deletedAt;
  return (
    <>
      {rewards.data ? (
        <Balance rewards={rewards.data}>
          {mayAdjust ? <AdjustPoints customerId={customerId} name={customerName(customer)} /> : null}
        </Balance>
      ) : null}
      <Ledger
        rewards={rewards}
        places={{ quote: '/operations/quotes/$reference', booking: '/operations/connotes/$number' }}
      />
    </>
  );
}
