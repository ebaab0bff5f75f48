/** The score as a stacked bar, and the swatches that name its parts: ink in steps, since colour means an area. */
import {svg, html, type TemplateResult} from 'lit';
import {criteria, type Criterion, type Ranked, type Weights} from '../../analysis/rank.ts';
import {weightsOf} from '../../analysis/rank.ts';

const fiveSteps = [0.95, 0.68, 0.46, 0.29, 0.15] as const;
const eightSteps = [0.95, 0.8, 0.66, 0.54, 0.43, 0.33, 0.24, 0.15] as const;

/** How dark each criterion with a weight is drawn: the design's five steps while they are enough. */
export function inkSteps(weights: Weights): ReadonlyMap<Criterion, number> {
  const all = weightsOf(weights);
  const used = criteria.filter((criterion) => all[criterion] > 0);
  const steps = used.length > fiveSteps.length ? eightSteps : fiveSteps;
  return new Map(used.map((criterion, index) => [criterion, steps[index] ?? 0.15]));
}

/** The swatch of a criterion; hollow where it has no weight. */
export const swatch = (step: number | undefined): TemplateResult =>
  html`<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
    ${step === undefined ? svg`<rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="var(--ftz-line-2)"></rect>` : svg`<rect width="12" height="12" fill="currentColor" fill-opacity=${step}></rect>`}
  </svg>`;

/** The parts of a score side by side, on a track of 100 points. */
export function scoreBar({parts}: Ranked, steps: ReadonlyMap<Criterion, number>): TemplateResult {
  let from = 0;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${[...steps].map(([criterion, step]) => {
      const points = parts[criterion] ?? 0;
      const x = from;
      from += points;
      return svg`<rect x=${x} y="0" width=${points} height="10" fill="currentColor" fill-opacity=${step}></rect>${x > 0 ? svg`<path d="M${x} 0V10"></path>` : ''}`;
    })}
  </svg>`;
}
