import { USUAL_ROWS } from '../compare/databases.mjs';
import { userQuestions } from '../compare/people-questions.mjs';
import { checked } from '../compare/questions.mjs';

export const nested = {
  name: 'nested',
  about: '100 logins, the ERP customers of each, and the totals of the stock of each of those',
  peers: ['portico', 'usual', 'plain', 'mercurius'],
  async run(bench) {
    const erp = await bench.databases.erp(USUAL_ROWS);
    const questions = await userQuestions(bench.databases.portal.url, erp.url);
    return bench.withPeers(this.peers, erp, async (servers) => {
      const subjects = await bench.measureAll(servers, (server) => checked(server, questions));
      return [{ title: `${this.name}: ${this.about}`, base: 'portico', subjects }];
    });
  },
};
