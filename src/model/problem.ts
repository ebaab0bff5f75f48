/** Something wrong with a fact, and where. Errors a user can meet are values of this kind, until they are shown. */
export interface Problem {
  /** A JSON pointer (RFC 6901) into the data: `/places/3/district`. */
  readonly path: string;
  /** What is wrong and how to mend it, in English. `i18n/rules.ts` says it in Chinese too, by code and values. */
  readonly message: string;
  readonly code?: RuleCode;
  readonly values?: readonly (string | number)[];
}

/** What a problem is of: a rule of `check.ts`, or `schema` (values: the kind of check, what was expected, what was found). */
export type RuleCode =
  | 'schema'
  | 'id-taken'
  | 'no-record'
  | 'no-source'
  | 'no-day'
  | 'states-order'
  | 'date-order'
  | 'unsourced'
  | 'unsourced-position'
  | 'no-reason'
  | 'needless-reason'
  | 'no-reason-date'
  | 'han-in-name'
  | 'han-in-text'
  | 'no-han'
  | 'two-scopes'
  | 'two-units'
  | 'region'
  | 'needless-accuracy'
  | 'no-accuracy'
  | 'area-outside'
  | 'group-outside'
  | 'area-of-group'
  | 'part-of-itself'
  | 'sum'
  | 'own-basis';

/** A JSON pointer from its parts. */
export const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The parts of a JSON pointer. */
export const partsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
