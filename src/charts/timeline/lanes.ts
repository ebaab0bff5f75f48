/** What the lanes stand for: areas, topics, places (by their groups) or kinds of source. A milestone stands in every lane it belongs to. */
import {kindOfSourceNames, timelineWords} from '../../i18n/timeline.ts';
import {topicName} from '../../i18n/topics.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import type {Language, Milestone} from '../../model/types.ts';
import type {LaneKind} from '../../state/view.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';

export interface LaneOf {
  readonly id: string;
  readonly name: string;
  /** A word or two. */
  readonly short: string;
  readonly tone: AreaTone;
}
export interface Lanes {
  readonly lanes: readonly LaneOf[];
  /** The lanes of a milestone: indices, at least one. */
  readonly of: (milestone: Milestone) => readonly number[];
}

/** The area all of a milestone's places lie in, or null: the whole zone, the city, or several. */
export function laneArea(atlas: Atlas, milestone: Milestone): string | null {
  const areas = new Set(
    milestone.places.map((id) => {
      const subject = subjectOf(atlas, id);
      if (!subject) return null;
      if (subject.type === 'area') return subject.record.id;
      if (subject.record.area !== null) return subject.record.area;
      const near = subject.type === 'place' ? subject.record.nearGroup : null;
      // A place beside a group, such as an airport, belongs to that group's area for the eye.
      return near === null ? null : (atlas.groupById.get(near)?.area ?? null);
    }),
  );
  const [only = null] = areas;
  return areas.size === 1 ? only : null;
}

function byArea(atlas: Atlas, form: 'strip' | 'full', lang: Language): Lanes {
  const say = timelineWords[lang];
  const order = atlas.areas.map(({id}) => id);
  const whole: LaneOf = {id: 'all', name: form === 'strip' ? say.wholeZoneShort : say.wholeZone, short: say.wholeZoneShort, tone: 'neutral'};
  return {
    lanes: [
      whole,
      ...atlas.areas.map((area) => {
        const short = (area.short ?? area.label)[lang];
        return {id: area.id, name: form === 'strip' ? short : area.label[lang], short, tone: areaTone(area.id, order)};
      }),
    ],
    of: (milestone) => [order.indexOf(laneArea(atlas, milestone) ?? '') + 1],
  };
}

/** The group a place, a group or an area stands for; an area stands for all of its groups. */
function groupsOf(atlas: Atlas, id: string): readonly string[] {
  const subject = subjectOf(atlas, id);
  if (!subject) return [];
  switch (subject.type) {
    case 'area':
      return atlas.groups.filter(({area}) => area === subject.record.id).map((group) => group.id);
    case 'group':
      return [subject.record.id];
    case 'place': {
      const group = subject.record.group ?? subject.record.nearGroup;
      return group === null ? [] : [group];
    }
    default:
      return subject satisfies never;
  }
}

/** Lanes by what `keysOf` says, in the order of `keys`; lanes nothing stands in are left out, what stands in none is in the last. */
function byKeys(atlas: Atlas, keys: readonly LaneOf[], rest: LaneOf, keysOf: (milestone: Milestone) => readonly string[]): Lanes {
  const used = new Set(atlas.milestones.flatMap((milestone) => keysOf(milestone)));
  const known = keys.filter(({id}) => used.has(id));
  const index = new Map(known.map(({id}, at) => [id, at]));
  const lanesOf = (milestone: Milestone): readonly number[] => {
    const found = new Set(keysOf(milestone).flatMap((key) => index.get(key) ?? []));
    return found.size > 0 ? [...found] : [known.length];
  };
  const hasRest = atlas.milestones.some((milestone) => lanesOf(milestone)[0] === known.length);
  return {lanes: hasRest ? [...known, rest] : known, of: lanesOf};
}

function byTopic(atlas: Atlas, lang: Language): Lanes {
  const counts = new Map<string, number>();
  for (const {topics} of atlas.milestones) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const lane = (id: string): LaneOf => ({id, name: topicName(id, lang), short: topicName(id, lang), tone: 'neutral'});
  const order = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([id]) => lane(id));
  const say = timelineWords[lang];
  return byKeys(atlas, order, {id: 'none', name: say.noTopic, short: say.noTopic, tone: 'neutral'}, ({topics}) => topics);
}

function byPlace(atlas: Atlas, lang: Language): Lanes {
  const order = atlas.areas.map(({id}) => id);
  const say = timelineWords[lang];
  const groups = atlas.groups.map((group): LaneOf => ({id: group.id, name: group.label[lang], short: group.label[lang], tone: areaTone(group.area, order)}));
  const outside: LaneOf = {id: 'outside', name: say.outside, short: say.outside, tone: 'neutral'};
  return byKeys(atlas, [...groups, outside], {id: 'all', name: say.wholeZone, short: say.wholeZoneShort, tone: 'neutral'}, ({places}) =>
    places.flatMap((id) => {
      const found = groupsOf(atlas, id);
      return found.length > 0 ? found : ['outside'];
    }),
  );
}

function bySource(atlas: Atlas, lang: Language): Lanes {
  const names = kindOfSourceNames[lang];
  const say = timelineWords[lang];
  const kinds = (['official', 'document', 'media', 'third-party', 'data'] as const).map((id): LaneOf => ({
    id,
    name: names[id],
    short: names[id],
    tone: 'neutral',
  }));
  return byKeys(atlas, kinds, {id: 'none', name: say.noSource, short: say.noSource, tone: 'neutral'}, ({sources}) =>
    sources.flatMap(({source}) => atlas.sourceById.get(source)?.kind ?? []),
  );
}

/** The lanes of an atlas. The strip has those of areas only. */
export function lanesOf(atlas: Atlas, kind: LaneKind, form: 'strip' | 'full', lang: Language): Lanes {
  if (form === 'strip') return byArea(atlas, form, lang);
  switch (kind) {
    case 'area':
      return byArea(atlas, form, lang);
    case 'topic':
      return byTopic(atlas, lang);
    case 'place':
      return byPlace(atlas, lang);
    case 'source':
      // The sources follow the first view; until they are there, nothing can be said by them.
      return atlas.sources.length > 0 ? bySource(atlas, lang) : byArea(atlas, form, lang);
    default:
      return kind satisfies never;
  }
}
