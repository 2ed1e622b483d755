import { common } from './de/common';
import { freight } from './de/freight';
import { inventory } from './de/inventory';
import { signIn } from './de/sign-in';
import type { Words } from './en';

/** The words of the portal in German, by area. */
export const de: Words = { common, signIn, inventory, freight };
