/** A user's briefing as it is made: every change gives a new one. Pure, but for the chance in a new id. */
import type {Briefing, BriefingStep, Language, Text} from '../model/types.ts';
import {writeStepView} from '../state/step-view.ts';
import type {View} from '../state/view.ts';

const defaultSeconds = 45;

export const ownId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

/** The language that was written, of a text that is the same in both: neither may be missing, so the other repeats it. */
const writtenIn = ({en, zh}: Text): Language | null => (en !== zh ? null : /\p{Script=Han}/u.test(en) ? 'zh' : 'en');

/** What the field of a language holds: nothing where it only repeats the other. */
export const fieldOf = (text: Text | undefined, lang: Language): string => {
  const only = text ? writtenIn(text) : null;
  return text && (only === null || only === lang) ? text[lang] : '';
};

/** The text once somebody has written in one language's field; undefined = nothing is left of it. */
export function written(before: Text | undefined, lang: Language, words: string): Text | undefined {
  const now = words.trim();
  const only = before ? writtenIn(before) : lang;
  const isBoth = only === lang || before === undefined;
  if (isBoth || before === undefined) return now === '' ? undefined : {en: now, zh: now};
  const other = before[lang === 'en' ? 'zh' : 'en'];
  return now === '' ? {en: other, zh: other} : {...before, [lang]: now};
}

/** A step that shows this view, called by what it shows or by its number. What the card is open on, and what is compared, is its subject. */
export const stepOf = (view: View, number: number, shown: Text | null = null): BriefingStep => ({
  title: shown ?? {en: `Step ${number}`, zh: `第${number}步`},
  seconds: defaultSeconds,
  view: writeStepView(view),
  focus: [...new Set([...(view.place === null ? [] : [view.place]), ...view.compare])],
  facts: [],
  sources: [],
});

export const emptyBriefing = (id: string, view: View, shown: Text | null = null): Briefing => ({
  id,
  name: {en: 'My briefing', zh: '我的讲解'},
  sources: [],
  steps: [stepOf(view, 1, shown)],
});

export const withStep = (briefing: Briefing, at: number, step: BriefingStep): Briefing => ({...briefing, steps: briefing.steps.with(at, step)});
export const addStep = (briefing: Briefing, step: BriefingStep): Briefing => ({...briefing, steps: [...briefing.steps, step]});
export const copyStep = (briefing: Briefing, at: number): Briefing => ({
  ...briefing,
  steps: briefing.steps.flatMap((step, index) => (index === at ? [step, step] : [step])),
});
/** A briefing keeps one step at least. */
export const dropStep = (briefing: Briefing, at: number): Briefing =>
  briefing.steps.length < 2 ? briefing : {...briefing, steps: briefing.steps.toSpliced(at, 1)};
export function moveStep(briefing: Briefing, from: number, to: number): Briefing {
  const step = briefing.steps[from];
  return step === undefined || to < 0 || to >= briefing.steps.length
    ? briefing
    : {...briefing, steps: briefing.steps.toSpliced(from, 1).toSpliced(to, 0, step)};
}
