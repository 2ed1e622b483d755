/**
 * Measures subjects in turn, and in the opposite order in every other round, because a machine's speed changes over time.
 *
 * @param subjects each with a name and what measures it once, and returns figures by their names
 * @returns each with the figures of all rounds
 */
export async function inRounds(subjects, { rounds, say }) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, measure } of round % 2 === 0 ? subjects : subjects.toReversed()) {
      samples.get(name)?.push(await measure());
    }
    say(`  round ${round + 1} of ${rounds}`);
  }
  return subjects.map(({ name }) => ({ name, samples: samples.get(name) ?? [] }));
}

/** The middle and the ends of some numbers. */
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}
