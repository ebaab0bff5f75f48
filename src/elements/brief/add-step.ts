/** "Add this view as a step": to the briefing the user made last, or to a first one. Fetched when it is asked for. */
import {addStep, emptyBriefing, ownId, stepOf} from '../../briefing/draft.ts';
import {theShelf} from '../../briefing/shelf.ts';
import {editorWords} from '../../i18n/brief-editor.ts';
import type {Language} from '../../model/types.ts';
import type {View} from '../../state/view.ts';

/** Adds the view, and says in the user's language where it went. */
export function addViewAsStep(view: View, lang: Language): string {
  const shelf = theShelf();
  const last = shelf.kept.at(-1);
  const briefing = last ? addStep(last, stepOf(view, last.steps.length + 1)) : emptyBriefing(ownId(), view);
  shelf.keep(briefing);
  return editorWords[lang].added(briefing.steps.length, briefing.name[lang]);
}
