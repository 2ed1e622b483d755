import type { EntitySubscriberInterface, Logger, QueryRunner } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';

/** The outcome of one statement. Its parameters and rows are left out, because they may contain secrets. */
export interface DatabaseQueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed';
}

/**
 * Reports statements. TypeORM calls its logger when a statement is sent, and its subscribers when it has ended. The
 * duration does not include the wait for a connection.
 */
export class QueryReporter implements Logger, EntitySubscriberInterface {
  constructor(
    private readonly onQuery: (sql: string) => void,
    private readonly onQueryEnd: (report: DatabaseQueryReport) => void,
  ) {}

  logQuery(sql: string, _parameters?: unknown, queryRunner?: QueryRunner): void {
    if (queryRunner) sendTimesOf(queryRunner).push(performance.now());
    this.onQuery(sql);
  }

  afterQuery({ query, queryRunner, success }: AfterQueryEvent): void {
    const ended = performance.now();
    const sent = sendTimesOf(queryRunner).shift() ?? ended;
    this.onQueryEnd({ sql: query, durationMs: ended - sent, outcome: success ? 'answered' : 'failed' });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** The send times of the statements that a connection has not answered yet. It answers them in order. */
function sendTimesOf({ data }: QueryRunner): number[] {
  // TypeORM provides `data` for values that subscribers keep.
  data['sent'] ??= [];
  return data['sent'];
}
