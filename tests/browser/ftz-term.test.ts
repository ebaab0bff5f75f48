import {render} from 'lit';
import {afterEach, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import type {AtlasContext} from '../../src/elements/common/context.ts';
import '../../src/elements/explore/ftz-about.ts';
import {withTerms} from '../../src/elements/common/ftz-term.ts';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import type {Language} from '../../src/model/types.ts';
import {initialView} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';

const atlas = readAtlas(await (await fetch('/data/atlas.json')).json());
const contextIn = (lang: Language): AtlasContext => ({
  atlas,
  view: initialView,
  filtered: applyFilters(atlas, initialView),
  lang,
  theme: themesByName.light,
  lit: new Set(),
  narrow: false,
});

afterEach(() => document.body.replaceChildren());

async function sentence(words: string): Promise<HTMLElement> {
  const p = document.createElement('p');
  document.body.append(p);
  render(withTerms(contextIn('en'), words), p);
  await p.querySelector('ftz-term')?.updateComplete;
  return p;
}

it('leaves the text one text, and explains a term by key, with its sources', async () => {
  const p = await sentence('Goods wait in a bonded zone, untaxed.');
  expect(p.textContent?.replaceAll(/\s+/g, ' ').trim()).toBe('Goods wait in a bonded zone, untaxed.');
  const root = p.querySelector('ftz-term')?.shadowRoot;
  const button = root?.querySelector('button');
  const popover = root?.querySelector('.popover');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => popover?.matches(':popover-open')).toBe(true);
  expect(button?.getAttribute('aria-expanded')).toBe('true');
  expect(root?.activeElement).toBe(popover);
  expect(popover?.textContent).toContain('import duty');
  expect(popover?.querySelector('ftz-source-link')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(popover?.matches(':popover-open')).toBe(false);
  expect(root?.activeElement).toBe(button);
});

it('answers what a newcomer asks, in both languages, each answer with a source', async () => {
  for (const [lang, title] of [
    ['en', 'What is the zone?'],
    ['zh', '自贸区是什么？'],
  ] as const) {
    const about = document.createElement('ftz-about');
    about.context = contextIn(lang);
    document.body.append(about);
    await about.updateComplete;
    const sections = [...(about.shadowRoot?.querySelectorAll('section') ?? [])];
    expect(sections).toHaveLength(4);
    expect(sections[0]?.querySelector('h3')?.textContent).toBe(title);
    for (const section of sections) expect(section.querySelector('ftz-source-link')).not.toBeNull();
    about.remove();
  }
});
