/** Milestones as a calendar, RFC 5545: whole days, a month or a year as long as it is known. Pure. */
import {timelineFileWords} from '../i18n/timeline-files.ts';
import type {Atlas} from '../model/atlas.ts';
import {spanOf} from '../model/dates.ts';
import type {Language, Milestone} from '../model/types.ts';
import {titleOf} from './timeline-title.ts';
import {timelineEvent} from './timeline-event.ts';

const compact = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** Lines of at most 75 octets; the rest goes on behind a space, and no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const letter of line) {
    const more = encoder.encode(letter).length;
    if (octets + more > 74) {
      lines.push(now);
      now = '';
      octets = 1;
    }
    now += letter;
    octets += more;
  }
  return [...lines, now].join('\r\n ');
}

export function timelineCalendar(atlas: Atlas, milestones: readonly Milestone[], lang: Language): string {
  const say = timelineFileWords[lang];
  // The facts' own date: the same facts make the same file.
  const stamp = `${compact(spanOf(atlas.generated)[0])}T000000Z`;
  const events = milestones.flatMap((milestone) => {
    const event = timelineEvent(atlas, milestone, lang);
    const words = [...event.notes, ...event.sources.map((source) => say.sourceIs(source))];
    return [
      'BEGIN:VEVENT',
      `UID:${event.id}@beijing-ftz-atlas`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(spanOf(event.date)[0])}`,
      // Exclusive, as the standard has it.
      `DTEND;VALUE=DATE:${compact(spanOf(event.end ?? event.date)[1])}`,
      `SUMMARY:${escaped(event.title)}`,
      ...(words.length > 0 ? [`DESCRIPTION:${escaped(words.join('\n'))}`] : []),
      ...(event.url === null ? [] : [`URL:${event.url}`]),
      ...(event.topics.length > 0 ? [`CATEGORIES:${event.topics.map(escaped).join(',')}`] : []),
      `STATUS:${event.isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Beijing FTZ Atlas//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(titleOf(atlas, lang))}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
