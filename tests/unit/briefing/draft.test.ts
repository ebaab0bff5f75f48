import {expect, test} from 'vitest';
import {copyStep, dropStep, emptyBriefing, fieldOf, moveStep, stepOf, written} from '../../../src/briefing/draft.ts';
import {readStepView} from '../../../src/state/step-view.ts';
import {initialView, type View} from '../../../src/state/view.ts';
import {text} from '../../fixtures/small-atlas.ts';
import {talk} from './talk.ts';

test('a view becomes a step that shows it again', () => {
  const view: View = {...initialView, lang: 'zh', mode: 'compare', tab: 'table', compare: ['group-a', 'group-b'], from: '2020'};
  const step = stepOf(view, 3);
  expect(readStepView(step.view).view).toEqual({...view, lang: null});
  expect(step).toMatchObject({title: {en: 'Step 3', zh: '第3步'}, focus: ['group-a', 'group-b']});
  expect(stepOf(view, 3, text('Two groups', '两个组团')).title).toEqual(text('Two groups', '两个组团'));
  // The first step of a new briefing too; one begun where nothing is shown yet shows the zone.
  expect(emptyBriefing('own-1', view).steps[0]?.view).toEqual(step.view);
  expect(emptyBriefing('own-1', {...initialView, mode: 'brief'}).steps[0]?.view).toEqual({});
});

test('steps are moved, copied and dropped; the last one stays', () => {
  const titles = (briefing: ReturnType<typeof talk>) => briefing.steps.map(({title}) => title.en.slice(-1)).join('');
  expect(titles(moveStep(talk(), 0, 2))).toBe('231');
  expect(moveStep(talk(), 2, 3)).toEqual(talk());
  expect(titles(copyStep(talk(), 1))).toBe('1223');
  expect(titles(dropStep(talk(), 1))).toBe('13');
  const one = talk({steps: talk().steps.slice(0, 1)});
  expect(dropStep(one, 0)).toBe(one);
});

test('a language not yet written repeats the other, in the text but not in its field', () => {
  const english = written(undefined, 'en', ' Hello ');
  expect(english).toEqual(text('Hello', 'Hello'));
  expect([fieldOf(english, 'en'), fieldOf(english, 'zh')]).toEqual(['Hello', '']);
  expect(written(english, 'en', 'Hello there')).toEqual(text('Hello there', 'Hello there'));
  const both = written(english, 'zh', '你好');
  expect(both).toEqual(text('Hello', '你好'));
  expect(written(both, 'en', 'Good day')).toEqual(text('Good day', '你好'));
  expect(written(both, 'en', '')).toEqual(text('你好', '你好'));
  expect(fieldOf(text('你好', '你好'), 'en')).toBe('');
  expect(written(text('你好', '你好'), 'zh', '')).toBeUndefined();
});
