import {afterEach, expect, it} from 'vitest';
import {FtzPolicies} from '../../src/elements/compare/ftz-policies.ts';
import {initialView} from '../../src/state/view.ts';
import {atlas, mount} from './mount.ts';

afterEach(() => document.body.replaceChildren());

it('follows the industry of the view, and sets it', async () => {
  const {view, settle, all, text} = await mount(new FtzPolicies(), {filters: {...initialView.filters, industry: ['bio']}});
  const bio = atlas.policies.filter(({industries}) => industries.includes('bio'));
  const inForce = bio.filter(({state}) => state === 'in-force').length;
  expect(text('h1')).toBe(`Biomedicine: ${inForce} in force, ${bio.length - inForce} planned`);
  expect(all('tr.policy')).toHaveLength(bio.length);
  all('.chip')
    .find((chip) => chip.textContent.includes('Biomedicine'))
    ?.click();
  await settle();
  expect(view().filters.industry).toEqual([]);
  expect(all('tr.policy')).toHaveLength(atlas.policies.length);
});

it('tells what is new between two dates, and sets them in the view', async () => {
  const {view, settle, get, all, text} = await mount(new FtzPolicies(), {from: '2022'});
  const input = get('input[type="date"]');
  expect(input).toHaveProperty('value', '2022-01-01');
  const to = all('input[type="date"]')[1];
  if (!(to instanceof HTMLInputElement)) throw new Error('no second input');
  to.value = '2022-12-31';
  to.dispatchEvent(new Event('change'));
  await settle();
  expect(view()).toMatchObject({from: '2022', to: '2022-12-31'});
  const within = atlas.policies.filter(({asOf}) => asOf.startsWith('2022'));
  expect(all('tr.policy')).toHaveLength(within.length);
  const inForce = within.filter(({state}) => state === 'in-force').length;
  expect(text('.changed')).toContain(`${inForce} policies in force and ${within.length - inForce} policies planned`);
});

it('narrows to a group with what holds in the whole city, each line with its source', async () => {
  const {settle, get, all, view} = await mount(new FtzPolicies(), {});
  const select = get('select');
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  select.value = 'group-bda';
  select.dispatchEvent(new Event('change'));
  await settle();
  expect(view().filters.group).toEqual(['group-bda']);
  expect(all('tr.policy').length).toBeLessThan(atlas.policies.length);
  expect(all('tr.policy ftz-source-link')).toHaveLength(all('tr.policy').length);
});

it('keeps state, scope and field in the view', async () => {
  const {settle, all, get, view} = await mount(new FtzPolicies(), {policyState: 'planned'});
  const planned = atlas.policies.filter(({state}) => state === 'planned');
  expect(all('tr.policy')).toHaveLength(planned.length);
  all('.switch button')
    .find((button) => button.textContent === 'Whole city')
    ?.click();
  const field = get('label:last-of-type select');
  if (!(field instanceof HTMLSelectElement)) throw new Error('no field');
  field.value = 'finance';
  field.dispatchEvent(new Event('change'));
  await settle();
  expect(view()).toMatchObject({policyState: 'planned', policyReach: 'city', topic: 'finance'});
  expect(all('tr.policy')).toHaveLength(planned.filter(({places, topic}) => places.length === 0 && topic === 'finance').length);
});

it('says what empties the list and clears it', async () => {
  const {settle, get, all, view} = await mount(new FtzPolicies(), {filters: {...initialView.filters, industry: ['urban']}, policyReach: 'named'});
  expect(all('tr.policy')).toHaveLength(0);
  get('.empty button').click();
  await settle();
  expect(view()).toEqual(initialView);
  expect(all('tr.policy')).toHaveLength(atlas.policies.length);
});
