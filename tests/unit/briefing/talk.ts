/** A small talk of three steps: 30, 60 and 10 seconds. */
import type {Briefing} from '../../../src/model/types.ts';
import {text} from '../../fixtures/small-atlas.ts';

export const talk = (change: Partial<Briefing> = {}): Briefing => ({
  id: 'talk',
  name: text('Talk', '讲解'),
  sources: [],
  steps: [30, 60, 10].map((seconds, index) => ({
    title: text(`Step ${index + 1}`, `第${index + 1}步`),
    text: text('What is seen', '所见'),
    notes: text('What is said', '所说'),
    seconds,
    view: {},
    focus: [],
    facts: [],
    sources: [],
  })),
  ...change,
});
