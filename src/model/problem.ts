/** Something wrong with a fact, and where. Errors a user can meet are values of this kind, until they are shown. */
export interface Problem {
  /** A JSON pointer (RFC 6901) into the data: `/places/3/district`. */
  readonly path: string;
  /** What is wrong and how to mend it. English: it is for whoever writes the data. */
  readonly message: string;
}

/** A JSON pointer from its parts. */
export const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The parts of a JSON pointer. */
export const partsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
