/** A milestone as the files of other programs want it: a span of whole days, words, sources in words. Pure. */
import {formatDate} from '../i18n/formats.ts';
import {timelineFileWords} from '../i18n/timeline-files.ts';
import {topicName} from '../i18n/topics.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Milestone} from '../model/types.ts';
import {citationText} from './table.ts';

export interface TimelineEvent {
  readonly id: string;
  readonly date: string;
  readonly end: string | null;
  readonly title: string;
  /** What is to be known with it: how sure the date is, the note. */
  readonly notes: readonly string[];
  /** Title, publisher, date and address of each source. */
  readonly sources: readonly string[];
  /** The first address among them. */
  readonly url: string | null;
  readonly topics: readonly string[];
  readonly isSure: boolean;
}

export function timelineEvent(atlas: Atlas, milestone: Milestone, lang: Language): TimelineEvent {
  const say = timelineFileWords[lang];
  const {id, date, end = null, name, note, state, suspect, reported, basis, precision, sources, topics} = milestone;
  const urls = sources.flatMap(({source}) => atlas.sourceById.get(source)?.url ?? []);
  return {
    id,
    date,
    end,
    title: name[lang],
    notes: [
      ...(note ? [note[lang]] : []),
      ...(precision === 'day' ? [] : [say.precision(formatDate(date, lang))]),
      ...(state === 'planned' ? [say.planned] : []),
      ...(reported ? [say.reported] : []),
      ...(suspect ? [say.doubted] : []),
      ...(basis === 'unsourced' ? [say.unsourced] : []),
    ],
    sources: sources.map((citation) => citationText(atlas, [citation], lang)),
    url: urls[0] ?? null,
    topics: topics.map((topic) => topicName(topic, lang)),
    isSure: state === 'done' && !suspect && basis !== 'unsourced',
  };
}
