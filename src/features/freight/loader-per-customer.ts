import DataLoader from 'dataloader';
import { groupBy } from '../../shared/group-by.js';

/** What is asked about a customer. */
export interface CustomerQuestion<Of> {
  customerId: string;
  of: Of;
}

/** A loader that reads something about several customers at once, with one read for each thing that is asked. */
export function loaderPerCustomer<Of, Answer>(
  read: (customerIds: readonly string[], of: Of) => Promise<ReadonlyMap<string, Answer>>,
  none: Answer,
): DataLoader<CustomerQuestion<Of>, Answer, string> {
  return new DataLoader(
    async (questions) => {
      const groups = [...groupBy(questions, ({ of }) => JSON.stringify(of))];
      const answers = await Promise.all(
        groups.map(async ([key, asked]) => {
          const [{ of }] = asked as [CustomerQuestion<Of>];
          const ids = asked.map(({ customerId }) => customerId);
          return [key, await read(ids, of)] as const;
        }),
      );
      const byQuestion = new Map(answers);
      return questions.map(
        ({ customerId, of }) => byQuestion.get(JSON.stringify(of))?.get(customerId) ?? none,
      );
    },
    { cacheKeyFn: ({ customerId, of }) => JSON.stringify([customerId, of]) },
  );
}
