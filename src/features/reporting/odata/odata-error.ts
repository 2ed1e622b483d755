/**
 * An OData request can't be answered: 400 if it is wrong, 501 if it is right but asks for a part of OData that isn't
 * supported. The message is meant for the caller.
 */
export class ODataError extends Error {
  /** @param target the query option or header that is wrong, such as $filter; null if it is the path */
  constructor(
    readonly status: 400 | 501,
    message: string,
    readonly target: string | null = null,
  ) {
    super(target === null ? message : `${target}: ${message}`);
  }
}

/** Where in a query option something was found. */
export interface Place {
  option: string;
  /** Counted from 0. */
  at: number;
}

/** A query option is wrong at a place. */
export const wrongAt = ({ option, at }: Place, found: string, wanted: string): ODataError =>
  new ODataError(400, `at character ${at + 1}: found ${found}; wanted ${wanted}`, option);

/** A query option asks for something that isn't supported. @param what such as: the function year() */
export const unsupportedAt = ({ option, at }: Place, what: string): ODataError =>
  new ODataError(501, `at character ${at + 1}: ${what} is not supported`, option);

const MAX_QUOTED = 60;

/** What was found, for a message: in quotes, and not longer than a line. */
export const quoted = (text: string): string =>
  `"${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text}"`;
