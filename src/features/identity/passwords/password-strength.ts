import { setImmediate } from 'node:timers/promises';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

// The estimate runs on the event loop. With the library's own limits, a hostile text of 256 characters blocks it for
// more than a second; with these, for some tens of milliseconds. The beginning of a password is enough to show its
// strength, because more characters can only make it stronger.
const ESTIMATED_CHARACTERS = 64;
const LOOKALIKE_VARIANTS = 5;

let loading: Promise<ZxcvbnFactory> | undefined;

/** How hard a text is to guess: 0 to 3 for fewer than 10³, 10⁶, 10⁸ and 10¹⁰ guesses, 4 for more. */
export async function estimateScore(text: string): Promise<number> {
  loading ??= load();
  const estimator = await loading;
  // Lets other work run between two estimates.
  await setImmediate();
  return estimator.check(text).score;
}

/** Loads the word lists only when the first password is chosen, because they take 50 MB of memory. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: ESTIMATED_CHARACTERS,
    l33tMaxSubstitutions: LOOKALIKE_VARIANTS,
  });
}
