/** What a step of a briefing shows, in words: the tool, what is chosen, the filters, the set compared and the date. */
import {asOfWords} from '../../i18n/as-of.ts';
import {editorWords} from '../../i18n/brief-editor.ts';
import {compareWords} from '../../i18n/compare.ts';
import {formatDate, formatList} from '../../i18n/formats.ts';
import {shellWords} from '../../i18n/shell.ts';
import {say} from '../../i18n/words.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {readStepView, type StepView} from '../../state/step-view.ts';
import {activeFilters} from '../explore/ftz-filters.ts';

export function stepShows(atlas: Atlas, step: StepView, lang: Language): string {
  const {view} = readStepView(step);
  const nameOf = (id: string): string => {
    const subject = subjectOf(atlas, id);
    return subject ? say(subject.record.name, lang) : id;
  };
  const tool = view.mode === 'compare' ? compareWords[lang][view.tab] : view.mode === 'timeline' ? shellWords[lang].timeline : null;
  const milestone = view.milestone === null ? undefined : atlas.milestones.find(({id}) => id === view.milestone);
  return (
    [
      tool,
      view.place && nameOf(view.place),
      milestone && say(milestone.label ?? milestone.name, lang),
      ...activeFilters(atlas, view, lang).map(({name}) => name),
      view.compare.length > 0 && formatList(view.compare.map(nameOf), lang),
      view.asOf && asOfWords[lang].asOf(formatDate(view.asOf, lang)),
    ]
      .filter(Boolean)
      .join(' · ') || editorWords[lang].wholeZone
  );
}
