import { type FieldProblems, quoted } from '../../../shared/field-problems.js';
import { isPhone } from '../../../shared/phone.js';
import { invalidFormat } from '../../../shared/refusal-reasons.js';

/** Where goods are picked up or delivered. Stored as JSON. */
export interface Address {
  company: string | null;
  street: string | null;
  suburb: string;
  /** Such as NSW. Kept in capitals where it is a short code, so that a rate for NSW applies to nsw too. */
  state: string;
  postcode: string | null;
  /** ISO 3166-1 alpha-2, such as AU. */
  country: string;
  contactName: string | null;
  contactPhone: string | null;
}

/** An address as it is entered. */
export type AddressEntry = { [Field in keyof Address]?: string | null };

const LINE = { maxLength: 200 };
const SHORT = { maxLength: 100 };
const CODE = /^[\p{L}\d]{1,4}$/u;
const POSTCODE = /^[\p{L}\d][\p{L}\d -]{0,11}$/u;

/** Tidies and validates an address. @param path where it stands in the input, such as `input.origin` */
export function readAddress(entry: AddressEntry, path: string, problems: FieldProblems): Address {
  const field = (name: keyof Address) => `${path}.${name}`;
  const address: Address = {
    company: problems.text(field('company'), entry.company, LINE),
    street: problems.text(field('street'), entry.street, LINE),
    suburb: problems.requiredText(field('suburb'), entry.suburb, SHORT),
    state: stateCode(problems.requiredText(field('state'), entry.state, SHORT)),
    postcode: problems.text(field('postcode'), entry.postcode, { maxLength: 12 })?.toUpperCase() ?? null,
    country: (entry.country ?? 'AU').trim().toUpperCase(),
    contactName: problems.text(field('contactName'), entry.contactName, SHORT),
    contactPhone: problems.text(field('contactPhone'), entry.contactPhone, { maxLength: 40 }),
  };
  const { postcode, country, contactPhone } = address;
  if (!/^[A-Z]{2}$/.test(country)) {
    problems.add(field('country'), quoted(country), 'two letters such as AU', invalidFormat('country'));
  }
  if (postcode !== null && !POSTCODE.test(postcode)) {
    problems.add(field('postcode'), quoted(postcode), 'a postcode such as 2000', invalidFormat('postcode'));
  }
  if (contactPhone !== null && !isPhone(contactPhone)) {
    problems.add(
      field('contactPhone'),
      quoted(contactPhone),
      'a phone number such as +61 2 5550 1234',
      invalidFormat('phone'),
    );
  }
  return address;
}

/** A state as it is stored and compared: a code of up to four letters in capitals. */
export const stateCode = (state: string): string => (CODE.test(state) ? state.toUpperCase() : state);

/** An address in one line for mails and notes, such as "Sydney NSW 2000". */
export const placeOf = ({ suburb, state, postcode }: Address): string =>
  [suburb, state, postcode].filter((part) => part !== null).join(' ');
