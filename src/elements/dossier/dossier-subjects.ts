/** What a dossier's title calls its subjects: by name, or all groups where the filters leave them all and nobody chose. */
import type {ExportScope} from '../../export/scope.ts';
import {dossierWords} from '../../i18n/dossier.ts';
import type {Atlas, Subject} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';

export function subjectsOf(atlas: Atlas, {isChosen, subjects}: ExportScope, lang: Language, nameOf: (record: Subject['record']) => string): readonly string[] {
  const areAll = !isChosen && subjects.length > 2 && subjects.length === atlas.groups.length;
  return areAll ? [dossierWords[lang].allGroups(subjects.length)] : subjects.map(({record}) => nameOf(record));
}
