import { toBytes } from '../compare/connection.mjs';
import { USUAL_ROWS } from '../compare/databases.mjs';
import { PASSWORD, SIGNING_IN } from '../compare/people.mjs';

/** Each answer has tokens of its own, so there is no checked body. */
function accepts(body) {
  const { data } = JSON.parse(body.toString());
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(data?.login?.accessToken) && data.login.refreshToken.length > 20;
}

export const login = {
  name: 'login',
  about: `signing in, ${SIGNING_IN.length} logins in turn, with the same argon2id hashes (19 MiB, 2 passes)`,
  peers: ['portico', 'usual'],
  async run(bench) {
    return bench.withPeers(this.peers, await bench.databases.erp(USUAL_ROWS), async (servers) => {
      const subjects = await bench.measureAll(servers, (server) => {
        const url = new URL(server.path, server.url);
        const questions = SIGNING_IN.map((name) => ({
          bytes: toBytes(url, {}, server.toJson('login', { login: name, password: PASSWORD })),
          accepts,
        }));
        return { url, questions };
      });
      return [{ title: `${this.name}: ${this.about}`, base: 'portico', subjects }];
    });
  },
};
