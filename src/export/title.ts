/** What a file of the atlas is called: by the zone whose facts are in it. */
import {isOther} from '../analysis/zone.ts';
import {exportWords} from '../i18n/export.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';

export const fileTitle = (atlas: Atlas, lang: Language): string => (isOther(atlas) ? atlas.own?.title[lang] : undefined) ?? exportWords[lang].title;
