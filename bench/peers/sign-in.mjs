import { sendOnce } from '../compare/connection.mjs';
import { ADMIN, PASSWORD } from '../compare/people.mjs';
import { GRAPHQL } from './documents.mjs';

/** Signs in as an admin. @returns the headers of requests */
export async function signIn(url) {
  const json = GRAPHQL.toJson('login', { login: ADMIN, password: PASSWORD });
  const { body } = await sendOnce(new URL(GRAPHQL.path, url), {}, json);
  const { data } = JSON.parse(body.toString());
  if (!data) throw new Error(`the admin can't sign in: ${body}`);
  return { authorization: `Bearer ${data.login.accessToken}` };
}
