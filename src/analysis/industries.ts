/** Who is said to work on what, and of whom the source says it. */
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import type {IndustryStatement} from '../model/types.ts';

/** A statement with the record it was made of: the subject itself, the park it is part of, its group or its area. */
export interface AttributedStatement {
  readonly statement: IndustryStatement;
  readonly of: Subject;
  readonly own: boolean;
}

/**
 * All statements that bear on a subject, its own first, then those on what contains it.
 * A statement on a group says nothing certain of one park in it: callers must say whose it is.
 */
export function statementsOn(atlas: Atlas, subject: Subject): readonly AttributedStatement[] {
  const chain: Subject[] = [subject];
  if (subject.type === 'place') {
    for (const id of [subject.record.partOf, subject.record.group, subject.record.area]) {
      const above = id === null ? undefined : subjectOf(atlas, id);
      if (above) chain.push(above);
    }
  } else if (subject.type === 'group') {
    const area = subjectOf(atlas, subject.record.area);
    if (area) chain.push(area);
  }
  return chain.flatMap((of) => of.record.industries.map((statement) => ({statement, of, own: of === subject})));
}
