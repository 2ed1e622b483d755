import { parseArgs } from 'node:util';

const OPTIONS = {
  scenario: { type: 'string' },
  peers: { type: 'string' },
  rounds: { type: 'string' },
  quick: { type: 'boolean', default: false },
  json: { type: 'string' },
  markdown: { type: 'string' },
  list: { type: 'boolean', default: false },
};

/** What the command was asked for. @throws Error if an option or a name is unknown */
export function readOptions(args, { scenarios, peers }) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const rounds = Number(values.rounds ?? (values.quick ? 2 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1');
  return {
    ...values,
    rounds,
    /** How long the load runs on a new server, how long a window is measured, and how long the load runs before it. */
    heatUpMs: values.quick ? 1_500 : 4_000,
    windowMs: values.quick ? 1_000 : 2_000,
    warmUpMs: 300,
    scenarios: named(values.scenario, scenarios, 'scenario'),
    peers: named(values.peers, peers, 'peer'),
  };
}

function named(list, known, what) {
  if (list === undefined) return known;
  return list.split(',').map((name) => {
    const found = known.find((one) => one.name === name);
    if (found) return found;
    throw new Error(`no ${what} is named ${name}: there are ${known.map((one) => one.name).join(', ')}`);
  });
}
