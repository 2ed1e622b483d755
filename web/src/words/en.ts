import { common } from './en/common';
import { freight } from './en/freight';
import { inventory } from './en/inventory';
import { signIn } from './en/sign-in';

/** The words of the portal in English, by area. */
export const en = { common, signIn, inventory, freight };

type TextsLike<T> = { [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> };
/** The words in any language: none may be missing. */
export type Words = TextsLike<typeof en>;
