import { ApiError } from '../../app/ask';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StaleNote } from '../../parts/stale-note';
import { Specimen } from './specimen';

/** One error of each code that the portal has words for, and one that it hasn't. */
const ERRORS = [
  new ApiError('OFFLINE', ''),
  new ApiError('ERP_UNAVAILABLE', ''),
  new ApiError('RATE_LIMITED', '', { retryAfterSeconds: 12 }),
  new ApiError('FORBIDDEN', ''),
  new ApiError('NOT_FOUND', ''),
  new ApiError('CONFLICT', 'The quote was approved by somebody else.'),
  new ApiError('BAD_USER_INPUT', 'input.first: found 501; wanted at most 500'),
  new ApiError('INTERNAL_SERVER_ERROR', '', { requestId: '3fc239a7-26cd-4050-905d-c83f7774adcd' }),
  new TypeError('nothing of this is shown'),
];

const nothing = () => undefined;

/** What stands where something else will be, or would be. */
export function StateParts() {
  return (
    <>
      <Specimen name="Problem">
        {ERRORS.map((error) => (
          <Problem key={error.message || error.name} error={error} />
        ))}
        <Problem error={ERRORS[0]} words="In words of the page’s own, with another try." onRetry={nothing} />
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title="No quotes yet" text="Request one, and its price comes here.">
          <Button>Request a quote</Button>
        </EmptyState>
      </Specimen>
      <Specimen name="StaleNote">
        <StaleNote>This is the answer of 9:41 am.</StaleNote>
      </Specimen>
      <Specimen name="Skeleton">
        <Skeleton rows={4} />
      </Specimen>
    </>
  );
}
