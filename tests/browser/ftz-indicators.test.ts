import {afterEach, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {FtzIndicators} from '../../src/elements/compare/ftz-indicators.ts';
import {initialView} from '../../src/state/view.ts';
import {atlas, mount} from './mount.ts';

afterEach(() => document.body.replaceChildren());

it('shows every figure once, each with its source, and the doubtful ones in a dashed box', async () => {
  const {all, text} = await mount(new FtzIndicators(), {mode: 'compare', tab: 'indicators'});
  const doubtful = atlas.indicators.filter(({suspect}) => suspect).length;
  expect(text('h1')).toBe(`${atlas.indicators.length} published figures, ${doubtful} of them doubtful`);
  expect(all('tbody tr')).toHaveLength(atlas.indicators.length);
  expect(all('tbody ftz-source-link')).toHaveLength(atlas.indicators.length);
  expect(all('.printed')).toHaveLength(doubtful);
});

it('keeps to the group of the view, and clears it', async () => {
  const {all, get, settle, view} = await mount(new FtzIndicators(), {filters: {...initialView.filters, group: ['group-tongzhou']}});
  expect(all('tbody tr').length).toBeGreaterThan(0);
  expect(all('tbody tr').length).toBeLessThan(20);
  const select = get('select');
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  expect(select.value).toBe('group-tongzhou');
  select.value = '';
  select.dispatchEvent(new Event('change'));
  await settle();
  expect(view().filters.group).toEqual([]);
});

it('is one stop of the Tab key a plot; arrow keys tell value, date, scope and source, and light the line of the table', async () => {
  const {get, settle} = await mount(new FtzIndicators(), {});
  const plot = get('ftz-figure-plot');
  await expect.poll(() => plot.shadowRoot?.querySelectorAll('.marks > g').length).toBe(4);
  const root = plot.shadowRoot;
  expect(root?.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  root?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  await settle();
  const label = root?.activeElement?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ') ?? '';
  expect(label).toContain('40 cases. 21 August 2023. Two zones. Source: ');
  expect(get('tr.told').textContent.replaceAll('\u00a0', ' ')).toContain('21 August 2023');
  await expect.element(page.getByRole('group', {name: /Innovative cases promoted nationwide/})).toBeVisible();
});
