import { cpus, loadavg } from 'node:os';
import { newSecret, openDatabases } from './databases.mjs';
import { heatUp, measureLoad } from './load.mjs';
import { summarize, toMarkdown } from './report.mjs';
import { inRounds } from './rounds.mjs';
import { versions } from './versions.mjs';

/** A run: its databases, the servers that a scenario needs, and the tables that scenarios make. */
export class Bench {
  /** Opens the databases. */
  static async open(options, say) {
    return new Bench(options, say, await openDatabases());
  }

  constructor(options, say, databases) {
    this.options = options;
    this.rounds = options.rounds;
    this.say = say;
    this.databases = databases;
    this.secret = newSecret();
  }

  /** Runs the scenarios one after the other, and prints their tables. */
  async run() {
    const tables = [];
    const loadBefore = loadavg()[0];
    for (const scenario of this.options.scenarios) {
      this.say(`${scenario.name}: ${scenario.about}`);
      for (const table of await scenario.run(this)) {
        const summary = { scenario: scenario.name, ...summarize(table) };
        tables.push(summary);
        this.say(`\n${toMarkdown(summary)}`);
      }
    }
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: [loadBefore, loadavg()[0]] };
    const { rounds, windowMs, quick } = this.options;
    return {
      at: new Date().toISOString(),
      ...{ node: process.version, postgres: this.databases.version, versions: versions(), machine },
      ...{ rounds, windowMs, quick, tables },
    };
  }

  /** The tables of a report, and what they were measured with. */
  markdownOf({ at, node, postgres, machine, rounds, windowMs, versions: packages, tables }) {
    const about =
      `Measured ${at.slice(0, 10)} with Node.js ${node}, PostgreSQL ${postgres}, ${machine.cores} cores of ` +
      `${machine.cpu}, load ${machine.load.map((load) => load.toFixed(1)).join(' to ')}; ${rounds} rounds of ` +
      `${windowMs / 1_000} s; ${packages}.`;
    return `${about}\n\n${tables.map(toMarkdown).join('\n')}`;
  }

  /** Those of some peers that the run is about. */
  peersOf(names) {
    return this.options.peers.filter(({ name }) => names.includes(name));
  }

  /** What a peer is told when it starts. */
  worldOf(erp) {
    return { portal: this.databases.portal, erp, secret: this.secret };
  }

  /** Starts those of some peers that the run is about on an ERP, works with them, and ends them. */
  async withPeers(names, erp, work) {
    const servers = [];
    try {
      for (const peer of this.peersOf(names)) {
        servers.push({ name: peer.name, ...(await peer.start(this.worldOf(erp))) });
      }
      return await work(servers);
    } finally {
      for (const server of servers) await server.end();
    }
  }

  /** Heats a server up. @returns what measures it with these questions once */
  async underLoad(server, questions, { database = this.databases.pid } = {}) {
    const load = { ...questions, pids: { server: server.pid, database } };
    await heatUp(load, this.options);
    return { name: server.name, measure: () => measureLoad(load, this.options) };
  }

  /** Heats servers up one after the other, and then measures them in rounds. @param questionsFor what each is asked */
  async measureAll(servers, questionsFor, options) {
    const subjects = [];
    for (const server of servers) {
      subjects.push(await this.underLoad(server, await questionsFor(server), options));
    }
    return inRounds(subjects, this);
  }

  close() {
    return this.databases.close();
  }
}
