/**
 * The areas' patterns as SVG, so that grey print and colour-blind eyes tell the areas apart:
 * 5 px pitch, 1.1 px stroke, in the area's mark colour at the theme's strength.
 */
import {css, nothing, svg, type SVGTemplateResult} from 'lit';
import {areaPattern, type AreaTone} from '../../theme/tokens.ts';

/** The id of a tone's pattern, for `fill="url(#…)"` in the same shadow root as its definition. */
export const patternId = (tone: AreaTone): string => `pattern-${areaPattern[tone]}`;

function strokes(tone: AreaTone): SVGTemplateResult | typeof nothing {
  switch (areaPattern[tone]) {
    case 'dots':
      return svg`<circle cx="1.25" cy="1.25" r="0.9"></circle><circle cx="3.75" cy="3.75" r="0.9"></circle>`;
    case 'diagonals':
      // Drawn past the tile's corners, so that the joins don't show.
      return svg`<path d="M-1 6L6-1M-1 1L1-1M4 6L6 4"></path>`;
    case 'lines':
      return svg`<path d="M0 2.5H5"></path>`;
    case 'uprights':
      return svg`<path d="M2.5 0V5"></path>`;
    case 'backslashes':
      return svg`<path d="M-1-1L6 6M4-1L6 1M-1 4L1 6"></path>`;
    case 'grid':
      return svg`<path d="M0 2.5H5M2.5 0V5"></path>`;
    case 'none':
      return nothing;
    default:
      return areaPattern[tone] satisfies never;
  }
}

/** The `<pattern>` of a tone, to stand in a `<defs>`; it takes its colour from `currentColor`. `y` shifts it, so that a low bar doesn't cut its lines. */
export const patternDef = (tone: AreaTone, y = 0): SVGTemplateResult =>
  svg`<pattern id=${patternId(tone)} class="pattern" width="5" height="5" patternUnits="userSpaceOnUse" y=${y}>${strokes(tone)}</pattern>`;

/** To be added to the styles of an element that draws patterns. */
export const patternStyles = css`
  .pattern circle {
    fill: currentColor;
    opacity: calc(var(--ftz-pattern-ink, 0.3) + 0.12);
  }
  .pattern path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.1;
    opacity: calc(var(--ftz-pattern-ink, 0.3) + 0.12);
  }
  .tint {
    fill: currentColor;
    opacity: var(--ftz-disc-fill, 0.11);
  }
`;
