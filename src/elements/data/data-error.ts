/** Why a data folder can't be shown, with the places in it. */
export class DataError extends Error {
  readonly problems: readonly {readonly path: string; readonly message: string}[];
  constructor(message: string, problems: readonly {readonly path: string; readonly message: string}[] = []) {
    super(message);
    this.name = 'DataError';
    this.problems = problems;
  }
}
