/** A briefing's steps as Views. Pure. */
import type {Atlas} from '../model/atlas.ts';
import type {Briefing, BriefingStep} from '../model/types.ts';
import {readStepView, viewAtStep, writeStepView} from '../state/step-view.ts';
import type {Camera, View} from '../state/view.ts';
import {cameraOn, enlargement, type StageSize} from './stage.ts';

/** What stands beside a step's text. */
export type StepTool = 'explore' | 'compare' | 'timeline';

/** A step as it is run: `at` is 1-based and within the briefing. */
export interface RunningStep {
  readonly step: BriefingStep;
  readonly at: number;
  readonly count: number;
}

/** The step of that number, kept within the briefing; undefined only for a briefing without steps. */
export function stepAt({steps}: Briefing, number: number): RunningStep | undefined {
  const at = Math.min(Math.max(1, Math.round(number)), steps.length);
  const step = steps[at - 1];
  return step && {step, at, count: steps.length};
}

export function toolOf(step: BriefingStep): StepTool {
  const {mode} = readStepView(step.view).view;
  return mode === 'compare' || mode === 'timeline' ? mode : 'explore';
}

/** The view with a step open: what the step names, the map on its subject, and the viewer's own choices kept. */
export function viewOfStep(now: View, atlas: Atlas, briefing: Briefing, number: number, stage: StageSize, narrow: boolean): View {
  const running = stepAt(briefing, number);
  if (!running) return now;
  const {view: shown} = readStepView(running.step.view);
  const camera = shown.camera
    ? onStage(shown.camera, stage)
    : isWholeZone(atlas, running.step.focus)
      ? null
      : cameraOn(atlas, running.step.focus, stage, narrow);
  return viewAtStep(now, {...shown, camera}, briefing.id, running.at);
}

/** A camera that was set where the map is not enlarged: it shows as much here. */
const onStage = (camera: Camera, stage: StageSize): Camera => ({...camera, zoom: camera.zoom - Math.log2(enlargement(stage))});

/** All groups: the map has a view of its own for that. */
const isWholeZone = (atlas: Atlas, focus: readonly string[]): boolean => atlas.groups.length > 0 && atlas.groups.every(({id}) => focus.includes(id));

/** Whether a link names no more than the step, so that the step says what to show. */
export const isSilent = (view: View): boolean => Object.keys(writeStepView({...view, mode: 'explore'})).length === 0;

/** Seconds of all steps before this one, and of the whole. */
export const plannedSeconds = ({steps}: Briefing, number: number): {readonly before: number; readonly total: number} => ({
  before: steps.slice(0, Math.max(0, number - 1)).reduce((sum, {seconds}) => sum + seconds, 0),
  total: steps.reduce((sum, {seconds}) => sum + seconds, 0),
});
