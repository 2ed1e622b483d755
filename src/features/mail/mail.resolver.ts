import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { StatusCount } from '../../shared/status-count.type.js';
import { MailArgs, MailsArgs } from './mail.args.js';
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

  @Query(() => Mail, { nullable: true, description: 'A mail of the outbox; null if there is none.' })
  @Auth('ADMIN')
  mail(@Args(() => MailArgs) { id }: MailArgs, @Ctx() { loaders }: MailContext) {
    return loaders.mails.byId(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it says, with •••• in place of a password or of the secret of a link. Null once its content is erased.',
  })
  @Auth('ADMIN')
  text(@Root() { id }: Mail, @Ctx() { loaders }: MailContext) {
    return loaders.mails.textOf(id);
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
  retryMail(@Args(() => MailArgs) { id }: MailArgs, @Ctx() { origin }: MailContext) {
    return retryMail(this.dependencies, id, origin);
  }
}
