/** What a timeline's file is called and whose facts it shows. */
import {isOther, zoneName} from '../analysis/zone.ts';
import {formatDate} from '../i18n/formats.ts';
import {timelineFileWords} from '../i18n/timeline-files.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';

export const titleOf = (atlas: Atlas, lang: Language): string => (isOther(atlas) ? zoneName(atlas)?.[lang] : undefined) ?? timelineFileWords[lang].title;

export function creditOf(atlas: Atlas, lang: Language): string {
  const say = timelineFileWords[lang];
  return isOther(atlas) && atlas.own ? say.ownCredit(atlas.own.origin[lang]) : say.credit(formatDate(atlas.generated, lang));
}
