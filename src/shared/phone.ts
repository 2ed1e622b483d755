/** A phone number as people write it: 3 digits at least and 40 characters at most, with or without a country code. */
const PHONE = /^(?=(?:\D*\d){3})[+\d][\d ()./x-]{2,39}$/;

/** Whether a text is a phone number. */
export const isPhone = (text: string): boolean => PHONE.test(text);
