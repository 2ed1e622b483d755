import { useQuery } from '@tanstack/react-query';
import { isNumber, stopQuery } from './run-queries';
import { type Stop, withActs } from './stops';
import { useRun } from './use-run';

/** A stop by its number. What is on the run is there without a network, too; others are asked for. */
export function useStop(number: string) {
  const { run, acts } = useRun();
  const onRun = run.data?.stops.find((stop) => isNumber(stop, number));
  const isElsewhere = !onRun && (run.data !== undefined || run.error !== null);
  const asked = useQuery({ ...stopQuery(number), enabled: isElsewhere });
  const found = onRun ?? asked.data;
  const stop: Stop | null | undefined = found && withActs(found, acts);
  const refetch = () => void (isElsewhere ? asked : run).refetch();
  return { stop, run: run.data, acts, error: found ? null : asked.error, refetch };
}
