import type { EntitySubscriberInterface, Logger, QueryRunner } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';

/** What one statement came to. Its parameters and rows may hold secrets and stay behind. */
export interface DatabaseQueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed';
}

/**
 * Reports statements: TypeORM tells its logger when one is sent, and its subscribers when it has ended. A wait for a
 * connection comes before.
 */
export class QueryReporter implements Logger, EntitySubscriberInterface {
  constructor(
    private readonly onQuery: (sql: string) => void,
    private readonly onQueryEnd: (report: DatabaseQueryReport) => void,
  ) {}

  logQuery(sql: string, _parameters?: unknown, queryRunner?: QueryRunner): void {
    if (queryRunner) sentOn(queryRunner).push(performance.now());
    this.onQuery(sql);
  }

  afterQuery({ query, queryRunner, success }: AfterQueryEvent): void {
    const ended = performance.now();
    const sent = sentOn(queryRunner).shift() ?? ended;
    this.onQueryEnd({ sql: query, durationMs: ended - sent, outcome: success ? 'answered' : 'failed' });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** When the statements were sent that a connection has yet to answer; it answers them in order. */
function sentOn({ data }: QueryRunner): number[] {
  // The place that TypeORM has for what its subscribers want to remember.
  data['sent'] ??= [];
  return data['sent'];
}
