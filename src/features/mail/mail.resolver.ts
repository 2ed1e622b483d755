import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { StatusCount } from '../../shared/status-count.type.js';
import { MailsArgs, RetryMailArgs } from './mail.args.js';
import type { MailLoader } from './mail.loader.js';
import { Mail, MailConnection } from './mail.type.js';
import { type RetryMailDependencies, retryMail } from './retry-mail.js';

/** What these resolvers need from the request context. */
export interface MailContext {
  origin: Origin;
  loaders: { mails: MailLoader };
}

/** The outbox, and retrying its mails. */
@Resolver(() => Mail)
export class MailResolver {
  constructor(private readonly dependencies: RetryMailDependencies) {}

  @Query(() => MailConnection, { description: 'The outbox, newest first.' })
  @Auth('ADMIN')
  mails(@Args(() => MailsArgs) args: MailsArgs, @Ctx() { loaders }: MailContext) {
    return loaders.mails.page(args);
  }

  @Query(() => [StatusCount], { description: 'How many mails of the outbox have each status.' })
  @Auth('ADMIN')
  mailCounts(@Ctx() { loaders }: MailContext) {
    return loaders.mails.counts();
  }

  @Mutation(() => Mail, {
    description:
      'Sends a mail that is FAILED or DEAD again at once. Its attempts are counted from the start again.',
  })
  @Auth('ADMIN')
  retryMail(@Args(() => RetryMailArgs) { id }: RetryMailArgs, @Ctx() { origin }: MailContext) {
    return retryMail(this.dependencies, id, origin);
  }
}
