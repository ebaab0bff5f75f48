/** "Add this view as a step": to the briefing the user made last, or to a first one. Fetched when it is asked for. */
import {addStep, emptyBriefing, ownId, stepOf} from '../../briefing/draft.ts';
import {theShelf} from '../../briefing/shelf.ts';
import {editorWords} from '../../i18n/brief-editor.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language, Text} from '../../model/types.ts';
import {writeStepView} from '../../state/step-view.ts';
import type {View} from '../../state/view.ts';
import {stepShows} from './step-shows.ts';

/** What the view shows as a title; null for the zone as a whole, which would be every second step's. */
function shownIn(atlas: Atlas, view: View): Text | null {
  const step = writeStepView(view);
  const [en, zh] = [stepShows(atlas, step, 'en'), stepShows(atlas, step, 'zh')];
  return en === editorWords.en.wholeZone ? null : {en, zh};
}

/** Adds the view, and says in the user's language where it went. */
export function addViewAsStep(atlas: Atlas, view: View, lang: Language): string {
  const shown = shownIn(atlas, view);
  const shelf = theShelf();
  const last = shelf.kept.at(-1);
  const briefing = last ? addStep(last, stepOf(view, last.steps.length + 1, shown)) : emptyBriefing(ownId(), view, shown);
  shelf.keep(briefing);
  return editorWords[lang].added(briefing.steps.length, briefing.name[lang]);
}
