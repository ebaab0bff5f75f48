/** What the search box offers for some words: records to go to, filters to set, grouped by kind. */
import {countOptions} from '../../analysis/filter.ts';
import {metroRecords} from '../../analysis/metro.ts';
import {find, type Findable, type Found} from '../../analysis/search.ts';

import {formatDate, formatSize} from '../../i18n/formats.ts';
import {kindNames} from '../../i18n/kinds.ts';
import {searchWords} from '../../i18n/panel.ts';
import {say} from '../../i18n/words.ts';
import type {Area, Group, Place, Standing} from '../../model/types.ts';
import {setFilter, type View} from '../../state/view.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import type {MarkKind} from '../common/ftz-mark.ts';
import type {IconName} from '../common/icons.ts';

/** One line of the list. */
export interface Offer {
  readonly id: string;
  readonly type: Findable;
  readonly name: string;
  /** The name that fits, when it is none of those in `name`. */
  readonly by: string | null;
  readonly more: string;
  readonly sign: {readonly kind: MarkKind; readonly standing: Standing; readonly tone: AreaTone} | IconName;
  /** The view once it is chosen. */
  readonly change: (view: View) => View;
}

/** So many are offered. */
const most = 10;
const typesInOrder = ['place', 'group', 'area', 'district', 'industry', 'metro-station', 'milestone', 'policy'] as const;
/** So that many milestones of a park don't crowd out the park. */
const mostOf: Readonly<Record<Findable, number>> = {place: 5, group: 3, area: 2, district: 2, industry: 3, 'metro-station': 3, milestone: 3, policy: 3};
/** Where the camera goes for a metro station: some 5 km across. */
const stationZoom = 12.5;

/** The offers for some words, those of a kind together; the kind of the best hit comes first. */
export function offersFor(context: AtlasContext, words: string): readonly Offer[] {
  const found = find(context.atlas, words, context.lang, metroRecords(context.metro).stations);
  const first = found[0]?.type;
  // Where all is of one kind it may have the whole list, as the stations of a line.
  const isOne = found.every(({type}) => type === first);
  const byType = typesInOrder
    .toSorted((a, b) => Number(b === first) - Number(a === first))
    .map((type) => found.filter((one) => one.type === type).slice(0, isOne ? most : mostOf[type]));
  // Each kind that has a hit keeps one line of the list before any kind gets its second.
  let spare = most - byType.filter((some) => some.length > 0).length;
  return byType.flatMap((some) => {
    const taken = Math.min(some.length, 1 + spare);
    spare -= Math.max(0, taken - 1);
    return some.slice(0, taken).flatMap((one) => offerOf(context, one) ?? []);
  });
}

/** How many records fit, offered or not. */
export const countFound = ({atlas, lang, metro}: AtlasContext, words: string): number => find(atlas, words, lang, metroRecords(metro).stations).length;

function offerOf(context: AtlasContext, {by, id, type}: Found): Offer | null {
  const {atlas, lang} = context;
  const offer = (name: string, rest: Omit<Offer, 'id' | 'type' | 'name' | 'by'>): Offer => ({
    id,
    type,
    name,
    by: by === name || by === id ? null : by,
    ...rest,
  });
  const goTo = (now: View): View => ({...now, place: id, query: ''});
  const spoken = searchWords[lang];
  switch (type) {
    case 'place': {
      const place = atlas.placeById.get(id);
      return place ? offer(say(place.name, lang), {more: whatAndWhere(context, place), sign: signOf(context, place, place.kind), change: goTo}) : null;
    }
    case 'group':
    case 'area': {
      const record: Group | Area | undefined = atlas.groupById.get(id) ?? atlas.areaById.get(id);
      return record ? offer(say(record.name, lang), {more: formatSize(record.size, lang), sign: signOf(context, record, type), change: goTo}) : null;
    }
    case 'district':
    case 'industry': {
      const record = type === 'district' ? atlas.districtById.get(id) : atlas.industryById.get(id);
      const count = countOptions(atlas, {...context.view, query: ''}, type).get(id) ?? 0;
      const change = (now: View): View => ({...setFilter(now, type, [id]), query: ''});
      return record ? offer(say(record.name, lang), {more: spoken.only(count), sign: 'sliders', change}) : null;
    }
    case 'metro-station': {
      const station = metroRecords(context.metro).stationById.get(id);
      if (!station) return null;
      const on = station.lineNames.map((name) => say(name, lang));
      const [lng, lat] = station.position;
      const change = (now: View): View => ({...now, near: id, query: '', camera: {lng, lat, zoom: stationZoom, bearing: 0, pitch: 0}});
      const one = offer(say(station.name, lang), {more: [...on, spoken.near].join(' · '), sign: 'train', change});
      return on.includes(by) ? {...one, by: null} : one;
    }
    case 'milestone': {
      const milestone = atlas.milestoneById.get(id);
      // The strip that shows it is there beside the map; on a phone the timeline is a page.
      const change = (now: View): View => ({...now, milestone: id, query: '', mode: context.narrow ? 'timeline' : now.mode});
      const sign = {kind: 'milestone', standing: 'in', tone: 'neutral'} as const;
      return milestone ? offer(say(milestone.label, lang), {more: formatDate(milestone.date, lang), sign, change}) : null;
    }
    case 'policy': {
      const policy = atlas.policies.find((one) => one.id === id);
      if (!policy) return null;
      const change = (now: View): View => ({...setFilter(now, 'industry', policy.industries), mode: 'compare', tab: 'policies', query: ''});
      return offer(say(policy.name, lang), {more: say(policy.scope, lang), sign: 'bookOpen', change});
    }
    default:
      return type satisfies never;
  }
}

function whatAndWhere({atlas, lang}: AtlasContext, {area, group, kind}: Place): string {
  const whole = atlas.groupById.get(group ?? '')?.name ?? atlas.areaById.get(area ?? '')?.name;
  return whole ? `${kindNames[lang][kind]} · ${say(whole, lang)}` : kindNames[lang][kind];
}

function signOf({atlas}: AtlasContext, record: Place | Group | Area, kind: MarkKind): Exclude<Offer['sign'], string> {
  const order = atlas.areas.map(({id}) => id);
  return {kind, standing: record.inZone, tone: areaTone('area' in record ? record.area : record.id, order)};
}
