/** What a step of a briefing shows, as the names and values of a link: readable in a file, and read by the one grammar there is. */
import {parameters} from './parameters.ts';
import {readView, type UrlProblem} from './url.ts';
import {initialView, type Mode, type View} from './view.ts';

/** Parameter names → values, as in a link. */
export type StepView = Readonly<Record<string, string>>;

/** What the viewer chose, and a briefing leaves alone: language, dress, their own shortlist, and the briefing itself. */
const viewers: ReadonlySet<string> = new Set(['lang', 'theme', 'source', 'shortlist', 'briefing', 'step', 'embed', 'kiosk']);
/** What may stand beside the text. */
const tools: ReadonlySet<Mode> = new Set(['explore', 'compare', 'timeline']);

const names = parameters.map(({name}) => name).filter((name) => !viewers.has(name));

/** The view a step names. What isn't understood is a problem, whose path is the parameter's name, and is left out. */
export function readStepView(step: StepView): {readonly view: View; readonly problems: readonly UrlProblem[]} {
  const query = new URLSearchParams();
  const problems: UrlProblem[] = [];
  for (const [name, value] of Object.entries(step)) {
    if (!names.includes(name)) problems.push({path: name, message: `is no part of a step’s view; it may name ${names.join(', ')}`});
    else query.set(name, value);
  }
  const read = readView(`?${query.toString()}`);
  if (tools.has(read.view.mode)) return {view: read.view, problems: [...problems, ...read.problems]};
  return {
    view: {...read.view, mode: 'explore'},
    problems: [...problems, ...read.problems, {path: 'mode', message: `“${read.view.mode}” can’t stand in a step; it may be ${[...tools].join(', ')}`}],
  };
}

/** What a step must name to show this view. */
export const writeStepView = (view: View): StepView => {
  const shown: View = tools.has(view.mode) ? view : {...view, mode: 'explore'};
  return Object.fromEntries(
    parameters.filter(({name}) => names.includes(name)).flatMap(({name, write}) => (write(shown) === '' ? [] : [[name, write(shown)]])),
  );
};

/** The view while a step is shown: what the step names, with what the viewer chose. */
export const viewAtStep = (now: View, shown: View, briefing: string, step: number): View => ({
  ...initialView,
  ...shown,
  lang: now.lang,
  theme: now.theme,
  shortlist: now.shortlist,
  embed: now.embed,
  kiosk: now.kiosk,
  mode: 'brief',
  briefing,
  step,
});
