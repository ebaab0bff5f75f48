import type {FileFault} from '../../i18n/shell.ts';
import type {Problem} from '../../model/problem.ts';

/** Why a data folder can't be shown, with the places in it. */
export class DataError extends Error {
  /** The file, and what of it is wrong; the message says both in English, for scripts. */
  readonly file: FileFault | null;
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = [], file: FileFault | null = null) {
    super(message);
    this.name = 'DataError';
    this.problems = problems;
    this.file = file;
  }
}
