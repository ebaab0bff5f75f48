/** What hangs on a subject: milestones, indicators, policies, companies, places inside. */
import type {Atlas, Subject} from '../model/atlas.ts';
import type {Company, Indicator, Milestone, Place, Policy} from '../model/types.ts';

/** The ids that a record on the subject may name: itself, and for a place the group and area above it. */
function chainOf(subject: Subject): readonly string[] {
  switch (subject.type) {
    case 'place':
      return [subject.record.id, subject.record.group, subject.record.area].filter((id) => id !== null);
    case 'group':
      return [subject.record.id, subject.record.area];
    case 'area':
      return [subject.record.id];
    default:
      return subject satisfies never;
  }
}

/** Milestones of the subject itself; for a group or area also those of the places in it. In order of date. */
export function milestonesOf(atlas: Atlas, subject: Subject): readonly Milestone[] {
  const ids = new Set([subject.record.id, ...placesIn(atlas, subject).map((place) => place.id)]);
  if (subject.type === 'area') for (const group of atlas.groups) if (group.area === subject.record.id) ids.add(group.id);
  return atlas.milestones.filter((milestone) => milestone.places.some((id) => ids.has(id)));
}

export const indicatorsOf = (atlas: Atlas, subject: Subject): readonly Indicator[] =>
  atlas.indicators.filter((indicator) => indicator.places.includes(subject.record.id));

/** Policies that name the subject or what contains it; those of the whole zone are not repeated on every card. */
export function policiesOn(atlas: Atlas, subject: Subject): readonly Policy[] {
  const ids = chainOf(subject);
  return atlas.policies.filter((policy) => policy.places.some((id) => ids.includes(id)));
}

export const companiesIn = (atlas: Atlas, subject: Subject): readonly Company[] =>
  atlas.companies.filter((company) => company.places.includes(subject.record.id));

/** The places in a group or area, or the parts of a place. */
export function placesIn(atlas: Atlas, subject: Subject): readonly Place[] {
  const {type, record} = subject;
  return atlas.places.filter((place) =>
    type === 'place' ? place.partOf === record.id : type === 'group' ? place.group === record.id : place.area === record.id,
  );
}
