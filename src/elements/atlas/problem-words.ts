/** What a few problems are in a word to the user. */
import {shellWords} from '../../i18n/shell.ts';
import type {Language} from '../../model/types.ts';

interface Told {
  readonly path: string;
  readonly message: string;
}

const isFileName = (path: string): boolean => /^[\w-]+\.\w+$/.test(path);

/** Of a link all names that say nothing, else the first problem; empty where there is none. */
export function problemWords(problems: readonly Told[], lang: Language): string {
  const [first] = problems;
  if (!first) return '';
  if (problems.every(({message}) => message.includes('not understood'))) return shellWords[lang].ignored(problems.map(({path}) => path).join(', '));
  // Of a file its name is half of what is wrong.
  return isFileName(first.path) ? `${first.path}: ${first.message}` : first.message;
}
