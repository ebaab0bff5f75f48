import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {csvOf} from '../../../src/export/csv.ts';
import {milestonesTable} from '../../../src/export/records.ts';
import {timelineCalendar} from '../../../src/export/timeline-ics.ts';
import {importTimeline, mostBytes, mostEvents} from '../../../src/export/timeline-import.ts';
import {timelineJson} from '../../../src/export/timeline-js.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import {milestone, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const atlas = indexAtlas(parsed.atlas);
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
const read = (words: string, name = 'mine.csv') => importTimeline(name, bytes(words), 'en');
const problems = (words: string): readonly string[] => {
  const result = read(words);
  return result.ok ? [] : result.problems.map(({path, message}) => `${path}: ${message}`);
};

describe('calendar', () => {
  const calendar = timelineCalendar(atlas, atlas.milestones, 'zh');
  const lines = calendar.split('\r\n');

  it('has an event a milestone, whole days with the end left out, lines no longer than 75 octets', () => {
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(atlas.milestones.length);
    for (const line of lines) expect(bytes(line).length).toBeLessThanOrEqual(75);
    const unfolded = calendar.replaceAll('\r\n ', '');
    const operation = unfolded.slice(unfolded.indexOf('UID:ms-2024-08-28-26'));
    expect(operation).toMatch(/DTSTART;VALUE=DATE:20240828\r\nDTEND;VALUE=DATE:20240829\r\n/);
    const year = unfolded.slice(unfolded.indexOf('UID:ms-2025-49'));
    expect(year).toMatch(/DTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20260101\r\n/);
  });

  it('names the sources of each event and says what is not sure', () => {
    const unfolded = calendar.replaceAll('\r\n ', '');
    const events = unfolded.split('BEGIN:VEVENT').slice(1);
    for (const event of events) expect(event).toMatch(/来源：\[|未见来源/);
    // What a Chinese source is called by is joined as Chinese is written.
    expect(unfolded).toMatch(/来源：\[[\w-]+\] [^,\n]+，[^,\n]+，/);
    expect(events.find((event) => event.includes('UID:m-goal-2022@'))).toContain('STATUS:TENTATIVE');
  });

  it('lets no word of the data end a line or a value', () => {
    const odd = milestone('odd', '2020', {name: text('a;b,c\\d\nEND:VEVENT', '甲')});
    expect(timelineCalendar(indexAtlas(smallAtlas()), [odd], 'en')).toContain('SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n');
  });
});

describe('TimelineJS', () => {
  it('goes out and comes back with every date and name', () => {
    const back = importTimeline('out.json', bytes(timelineJson(atlas, atlas.milestones, 'en')), 'en');
    if (!back.ok) throw new Error(back.problems[0]?.message);
    expect(back.lane.items.map(({date, end}) => [date, end])).toEqual(atlas.milestones.map(({date, end}) => [date, end ?? null]));
    for (const [index, {label}] of back.lane.items.entries()) expect(atlas.milestones[index]?.name.en.startsWith(label.replace(/…$/, ''))).toBe(true);
    for (const {about} of back.lane.items) expect(about).toMatch(/Source: \[|No source/);
  });

  it('holds words of the data as words, never as markup', () => {
    const odd = milestone('odd', '2020', {name: text('<img src=x onerror=alert(1)>', '甲')});
    expect(timelineJson(indexAtlas(smallAtlas()), [odd], 'en')).not.toContain('<img');
  });
});

describe('a file of one’s own', () => {
  it('may be the table that was saved here, in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const back = importTimeline('out.csv', bytes(csvOf(atlas, milestonesTable(atlas, atlas.milestones, lang), lang)), lang);
      if (!back.ok) throw new Error(`${back.problems[0]?.path}: ${back.problems[0]?.message}`);
      expect(back.lane.items.map(({date, end}) => [date, end])).toEqual(atlas.milestones.map(({date, end}) => [date, end ?? null]));
      for (const [index, {label}] of back.lane.items.entries()) expect(atlas.milestones[index]?.name[lang].startsWith(label.replace(/…$/, ''))).toBe(true);
    }
  });

  it('is a lane, from CSV by its column names, also those of TimelineJS sheets', () => {
    const result = read('Title,Date,End,Text\n"A, b",2024-08,2024-09,<b>Words</b>\n\nC,2020,,\n');
    expect(result).toEqual({
      ok: true,
      lane: {
        name: 'mine.csv',
        items: [
          {id: 'own-0', date: '2024-08', end: '2024-09', label: 'A, b', about: 'Words'},
          {id: 'own-1', date: '2020', end: null, label: 'C', about: ''},
        ],
      },
    });
    const sheet = read('Year,Month,Day,End Year,Headline\n2024,8,5,2025,Sheet\n');
    expect(sheet.ok && sheet.lane.items[0]).toMatchObject({date: '2024-08-05', end: '2025', label: 'Sheet'});
  });

  it('says where it is wrong, and takes nothing of it', () => {
    expect(problems('date,title\n2024-13,A\n2024,\n')).toEqual([
      'row 2, date: “2024-13” is no date such as 2024, 2024-08 or 2024-08-28',
      'row 3, title: the title is missing',
    ]);
    expect(problems('date,end,title\n2024,2020,A\n')).toEqual(['row 2, end: the end comes before the beginning']);
    expect(problems('when,what\n2024,A\n')[0]).toMatch(/^row 1, date: has no column “date”. Its columns: when, what/);
    expect(problems('{"events": [{"start_date": {"year": "soon"}, "text": {"headline": "A"}}]}')[0]).toMatch(/^\/events\/0\/start_date: “soon”/);
    expect(problems('{"events"')[0]).toMatch(/is no JSON/);
    expect(problems('[]')[0]).toMatch(/^\/events: has no list/);
    expect(problems('date,title\n')[0]).toMatch(/has no events/);
  });

  it('has limits', () => {
    expect(importTimeline('big.csv', new Uint8Array(mostBytes + 1), 'en')).toMatchObject({ok: false});
    expect(problems(`date,title\n${'2024,A\n'.repeat(mostEvents + 1)}`)[0]).toMatch(/more than 1,000 events/);
    const gbk = importTimeline('gbk.csv', new Uint8Array([0xb1, 0xb1, 0xbe, 0xa9]), 'en');
    expect(gbk).toEqual({ok: false, problems: [{path: '', message: 'is no UTF-8 text'}]});
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({maxLength: 300}),
          fc.string({maxLength: 200}).map(bytes),
          fc.json().map((json) => bytes(`{"events":[${json}]}`)),
        ),
        (file) => {
          const result = importTimeline('x', file, 'zh');
          expect(result.ok ? result.lane.items.length : result.problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
