import { setImmediate } from 'node:timers/promises';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

// The estimate runs on the event loop, and a hostile text of 256 characters with the library's own bounds holds it for more
// than a second. With these it is some tens of milliseconds: what makes a password strong shows in its beginning, and what
// follows can only make it stronger.
const ESTIMATED_CHARACTERS = 64;
const LOOKALIKE_VARIANTS = 5;

let loading: Promise<ZxcvbnFactory> | undefined;

/** How hard a text is to guess, from 0 to 4: fewer than 10³, 10⁶, 10⁸ and 10¹⁰ guesses, or more. */
export async function estimateScore(text: string): Promise<number> {
  loading ??= load();
  const estimator = await loading;
  // Others get their turn between two estimates.
  await setImmediate();
  return estimator.check(text).score;
}

/** The lists of words are 50 MB in memory: they are read when the first password is chosen. */
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
