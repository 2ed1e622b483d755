import { USUAL_ROWS } from '../compare/databases.mjs';
import { checked, pageQuestions } from '../compare/questions.mjs';

const page = (first) => ({
  name: `page-${first}`,
  about: `a page of ${first} rows with 10 fields, in order, of one customer`,
  peers: ['portico', 'usual', 'plain', 'mercurius', 'postgraphile', 'bare'],
  async run(bench) {
    const erp = await bench.databases.erp(USUAL_ROWS);
    const questions = await pageQuestions(erp.url, { first });
    return bench.withPeers(this.peers, erp, async (servers) => {
      const subjects = await bench.measureAll(servers, (server) => checked(server, questions));
      return [{ title: `${this.name}: ${this.about}`, base: 'portico', subjects }];
    });
  },
});

export const page50 = page(50);
export const page500 = page(500);
