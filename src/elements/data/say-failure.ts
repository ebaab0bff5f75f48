/** Why a data folder can't be shown, in the language of the page. By itself, since nobody should need it. */
import {sayProblem} from '../../i18n/rules.ts';
import type {Language} from '../../model/types.ts';
import {DataError} from './data-error.ts';

export const sayFailure = ({file, message, problems}: DataError, lang: Language): DataError =>
  new DataError(
    message,
    problems.map(({path, ...problem}) => ({path, message: sayProblem(lang, problem)})),
    file,
  );
