import {css, html, LitElement, svg, type SVGTemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PlaceKind, Standing} from '../../model/types.ts';
import type {AreaTone} from '../../theme/tokens.ts';
import {toneRules} from './tone-rules.ts';

/** What a mark can stand for: a kind of place, or one of the other records. */
export type MarkKind = PlaceKind | 'group' | 'area' | 'milestone';

interface Outline {
  readonly whole: string;
  /** The right half, for what is partly in the zone. */
  readonly half: string;
}

/** Shape is kind. Centred on 0, optically of one size: the square is smaller than the circle, the points reach further. */
const outlines = {
  park: {whole: 'M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z', half: 'M0-5A5 5 0 0 1 0 5Z'},
  'bonded-zone': {whole: 'M-4.5-4.5H4.5V4.5H-4.5Z', half: 'M0-4.5H4.5V4.5H0Z'},
  station: {whole: 'M0-6L6 0 0 6-6 0Z', half: 'M0-6L6 0 0 6Z'},
  'service-centre': {whole: 'M0-5.4L5.6 4.4H-5.6Z', half: 'M0-5.4L5.6 4.4H0Z'},
  institution: {whole: 'M0-5.5L5.23-1.7 3.23 4.45H-3.23L-5.23-1.7Z', half: 'M0-5.5L5.23-1.7 3.23 4.45H0Z'},
} as const satisfies Partial<Record<PlaceKind, Outline>>;

const plane = 'M-.9-4.6C-.9-5.9.9-5.9.9-4.6V-1.6L5.4 1.1V2.4L.9 1.1V3.4L2.2 4.4V5.4L0 4.9-2.2 5.4V4.4L-.9 3.4V1.1L-5.4 2.4V1.1L-.9-1.6Z';

/** Fill is standing. */
function shape(kind: keyof typeof outlines, standing: Standing): SVGTemplateResult {
  const {whole, half} = outlines[kind];
  switch (standing) {
    case 'whole':
    case 'in':
      return svg`<path class="solid" d=${whole}></path>`;
    case 'part':
    case 'adjacent':
      return svg`<path class="line" d=${whole}></path><path class="solid" d=${half}></path>`;
    case 'uncertain':
      return svg`<path class="line dashed" d=${whole}></path>`;
    case 'out':
      return outside;
    default:
      return standing satisfies never;
  }
}

const outside = svg`<circle class="line" r="3.6"></circle>`;

function drawing(kind: MarkKind, standing: Standing): SVGTemplateResult {
  switch (kind) {
    case 'airport':
      return svg`<circle class="solid" r="7"></circle><path class="plane" d=${plane}></path>`;
    case 'landmark':
      if (standing === 'out') return outside;
      return svg`<circle class=${standing === 'uncertain' ? 'line dashed' : 'line'} r="5"></circle>${standing === 'part' || standing === 'adjacent' ? svg`<path class="solid" d="M0-2.6A2.6 2.6 0 0 1 0 2.6Z"></path>` : svg`<circle class="solid" r=${standing === 'uncertain' ? 1.5 : 1.9}></circle>`}`;
    case 'zone':
    case 'group':
      return svg`<circle class="tint" r="6"></circle><circle class="line disc" r="6"></circle>`;
    case 'area':
      return svg`<path class="tint" d="M-7-2H7V4H-7Z"></path><path class="line" d="M-7-3H7"></path>`;
    case 'milestone':
      return svg`<path class="line thin" d="M-7 0H7"></path><circle class="solid" r="4"></circle>`;
    default:
      return shape(kind, standing);
  }
}

/** The mark of a place as the map draws it: shape is kind, colour is area, fill is standing. Decorative; words beside it say the same. */
@customElement('ftz-mark')
export class FtzMark extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
      vertical-align: -2px;
      color: var(--ftz-neutral-mark);
    }
    ${toneRules((tone) => `:host([tone='${tone}']){color:var(--ftz-${tone}-mark)}`)}
    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    .solid {
      fill: currentColor;
    }
    .line {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
    }
    .dashed {
      stroke-dasharray: 2.2 1.6;
    }
    .disc {
      stroke-width: 1.35;
      stroke-dasharray: 3 2;
    }
    .thin {
      stroke-width: 1;
      opacity: 0.4;
    }
    .tint {
      fill: currentColor;
      opacity: 0.2;
    }
    .plane {
      fill: var(--ftz-surface, Canvas);
    }
  `;

  @property({attribute: false}) kind: MarkKind = 'park';
  /** Where it stands to the zone. Groups, areas and milestones have none to show. */
  @property({attribute: false}) standing: Standing = 'in';
  /** Airports and what is outside are neutral whatever the tone. */
  @property({attribute: false}) tone: AreaTone = 'neutral';

  protected override updated(): void {
    const neutral = this.kind === 'airport' || (this.standing === 'out' && this.kind !== 'group' && this.kind !== 'area');
    this.setAttribute('tone', neutral ? 'neutral' : this.tone);
  }

  override render() {
    return html`<svg viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">${drawing(this.kind, this.standing)}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-mark': FtzMark;
  }
}
