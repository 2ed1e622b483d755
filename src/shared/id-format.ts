// Without GraphQL, which commands would take a while to load.

/** An id: a UUID in its usual form, in upper or lower case. */
export const ID_FORMAT = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is an id. */
export const isId = (text: string): boolean => ID_FORMAT.test(text);

/** An id as answers and the database contain it, in lower case. A text that is no id stays as it is. */
export const toStoredId = (text: string): string => (isId(text) ? text.toLowerCase() : text);
