import {expect, test} from 'vitest';
import {readStepView, viewAtStep, writeStepView} from '../../../src/state/step-view.ts';
import {initialView, type View} from '../../../src/state/view.ts';

test('a step’s view is read by the grammar of the link, and written back the same', () => {
  const step = {mode: 'timeline', industry: 'bio,it', from: '2020', to: '2021-06', camera: '116.4,39.9,10'};
  const {view, problems} = readStepView(step);
  expect(problems).toEqual([]);
  expect(view).toMatchObject({mode: 'timeline', from: '2020', to: '2021-06', camera: {lng: 116.4, zoom: 10}});
  expect(writeStepView(view)).toEqual(step);
});

test('a name that is not one, a value not understood and a tool that fits no stage are told, the rest stands', () => {
  const {view, problems} = readStepView({place: 'cbd', camera: 'NaN', colour: 'red', mode: 'sources', kiosk: '1'});
  expect(problems.map(({path}) => path).toSorted()).toEqual(['camera', 'colour', 'kiosk', 'mode']);
  expect(view).toMatchObject({place: 'cbd', camera: null, mode: 'explore', kiosk: false});
});

test('a step leaves the viewer’s language, dress and shortlist alone, and forgets what the step before showed', () => {
  const now: View = {...initialView, lang: 'zh', theme: 'dark', shortlist: ['cbd'], kiosk: true, place: 'jinzhan-isz', from: '2020', step: 4};
  expect(viewAtStep(now, readStepView({industry: 'bio'}).view, 'tour', 2)).toEqual({
    ...initialView,
    lang: 'zh',
    theme: 'dark',
    shortlist: ['cbd'],
    kiosk: true,
    filters: {...initialView.filters, industry: ['bio']},
    mode: 'brief',
    briefing: 'tour',
    step: 2,
  });
});
