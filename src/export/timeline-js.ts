/** Milestones and eras as TimelineJS reads them. Its texts are HTML: words of data are escaped. Pure. */
import {whenOf} from '../charts/timeline/scene.ts';
import {timelineFileWords} from '../i18n/timeline-files.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Milestone} from '../model/types.ts';
import {creditOf, titleOf} from './timeline-title.ts';
import {timelineEvent} from './timeline-event.ts';

interface JsDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
const jsDate = (date: string): JsDate => {
  const [year = NaN, month, day] = date.split('-').map(Number);
  return {year, ...(month === undefined ? {} : {month}), ...(day === undefined ? {} : {day})};
};
const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** The text of a TimelineJS file, `timeline3` format. */
export function timelineJson(atlas: Atlas, milestones: readonly Milestone[], lang: Language): string {
  const say = timelineFileWords[lang];
  const file = {
    title: {text: {headline: escaped(titleOf(atlas, lang)), text: `<p>${escaped(creditOf(atlas, lang))}</p>`}},
    events: milestones.map((milestone) => {
      const event = timelineEvent(atlas, milestone, lang);
      return {
        unique_id: event.id,
        start_date: jsDate(event.date),
        ...(event.end === null ? {} : {end_date: jsDate(event.end)}),
        display_date: whenOf(milestone, lang),
        ...(event.topics[0] === undefined ? {} : {group: event.topics[0]}),
        text: {
          headline: escaped(event.title),
          text: [...event.notes, ...event.sources.map((source) => say.sourceIs(source))].map((words) => `<p>${escaped(words)}</p>`).join(''),
        },
      };
    }),
    eras: atlas.eras.flatMap(({from, to, name}) =>
      to === null ? [] : [{start_date: jsDate(from), end_date: jsDate(to), text: {headline: escaped(name[lang])}}],
    ),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
