import { createHash, randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import jwt from 'jsonwebtoken';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import type { Context } from './context.js';
import { PortalUser, RefreshToken, Session } from './people.js';

const ACCESS_MS = 15 * 60_000;
const SESSION_MS = 7 * 86_400_000;
const secret = process.env['SECRET'] ?? '';

/** The open session that a request's token names. */
export async function sessionOf(portal: DataSource, authorization = ''): Promise<Session | null> {
  const id = idIn(authorization.replace(/^Bearer /, ''));
  if (!id) return null;
  const session = await portal.getRepository(Session).findOne({
    where: { id, revokedAt: IsNull(), expiresAt: MoreThan(new Date()) },
    relations: { user: true },
  });
  return session?.user.active ? session : null;
}

function idIn(token: string): string | null {
  try {
    const claims = jwt.verify(token, secret, { algorithms: ['HS256'] });
    return typeof claims === 'string' ? null : String(claims['sid']);
  } catch {
    return null;
  }
}

@InputType()
class LoginInput {
  @Field(() => String)
  login!: string;

  @Field(() => String)
  password!: string;
}

@ObjectType()
class LoginPayload {
  @Field(() => String)
  accessToken!: string;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => String)
  refreshToken!: string;
}

@Resolver()
export class SessionResolver {
  @Mutation(() => LoginPayload)
  async login(
    @Arg('input', () => LoginInput) { login, password }: LoginInput,
    @Ctx() { portal }: Context,
  ): Promise<LoginPayload> {
    const users = portal.getRepository(PortalUser);
    const user = await users.findOneBy({ usernameKey: login.toLowerCase(), active: true });
    if (!user || !(await verify(user.passwordHash, password))) throw new Error('unknown login or password');
    const refreshToken = randomBytes(32).toString('base64url');
    const session = await portal.transaction(async (tx) => {
      await tx.update(PortalUser, user.id, { lastLoginAt: new Date() });
      const opened = await tx.save(Session, { user, expiresAt: new Date(Date.now() + SESSION_MS) });
      const tokenHash = createHash('sha256').update(refreshToken).digest();
      await tx.insert(RefreshToken, { tokenHash, sessionId: opened.id });
      return opened;
    });
    const expiresAt = new Date(Date.now() + ACCESS_MS);
    const accessToken = jwt.sign({ sid: session.id }, secret, {
      subject: user.id,
      expiresIn: ACCESS_MS / 1_000,
    });
    return { accessToken, expiresAt, refreshToken };
  }
}
