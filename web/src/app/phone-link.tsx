import { telOf } from './tel';

/** A phone number that can be called. It is read from the left in every language. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <a href={telOf(phone)} dir="ltr">
    {phone}
  </a>
);
