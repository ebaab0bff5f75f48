import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {applyFilters} from '../../analysis/filter.ts';
import {mapDeclarations, stageCover, stagePadding, type StageSize} from '../../briefing/stage.ts';
import {stepAt, viewOfStep} from '../../briefing/steps.ts';
import type {Briefing} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import './ftz-slide.ts';
import './ftz-still-map.ts';
import {baseStyles} from '../common/styles.ts';

/** The audience's page becomes a sheet below this width. */
const narrowPx = 760;

/** A step as the audience's window shows it, laid out at that window's size and made smaller as a whole: what is here is there. */
@customElement('ftz-brief-preview')
export class FtzBriefPreview extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        border: 1px solid var(--ftz-line-2);
        border-radius: 8px;
        background: var(--ftz-land);
        contain: strict;
      }
      .scaled {
        position: absolute;
        inset: 0 auto auto 0;
        transform-origin: 0 0;
        pointer-events: none;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) briefing: Briefing | null = null;
  @property({attribute: false}) step = 1;
  @property({attribute: false}) size: StageSize = {widthPx: 1440, heightPx: 810};
  @property({type: Boolean}) own = false;
  @query('.scaled') private scaled!: HTMLElement | null;
  #observer: ResizeObserver | null = null;
  #shown: AtlasContext | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#scale());
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {context, briefing, step, size} = this;
    if (!context || !briefing) return;
    const old = changed.get('context');
    const isSame = this.#shown && old?.atlas === context.atlas && old.lang === context.lang && old.theme === context.theme;
    if (isSame && !changed.has('briefing') && !changed.has('step') && !changed.has('size')) return;
    const narrow = size.widthPx < narrowPx;
    const view = viewOfStep(context.view, context.atlas, briefing, step, size, narrow);
    const focus = stepAt(briefing, step)?.step.focus ?? [];
    this.#shown = {...context, view, filtered: applyFilters(context.atlas, view), lit: new Set(focus), narrow};
  }

  protected override updated(): void {
    this.#scale();
  }

  #scale(): void {
    const {widthPx, heightPx} = this.size;
    if (this.scaled) this.scaled.style.cssText = `width:${widthPx}px;height:${heightPx}px;transform:scale(${this.clientWidth / widthPx})`;
    this.style.aspectRatio = `${widthPx} / ${heightPx}`;
  }

  override render(): TemplateResult | typeof nothing {
    const running = this.briefing && stepAt(this.briefing, this.step);
    if (!running || !this.#shown) return nothing;
    return html`<div class="scaled" inert>
      <ftz-still-map
        .context=${this.#shown}
        .ground=${this.ground}
        .padding=${stagePadding(this.size, this.#shown.narrow)}
        .cover=${stageCover(this.size, this.#shown.narrow)}
        .style=${mapDeclarations(this.size)}
      ></ftz-still-map>
      <ftz-slide .context=${this.#shown} .running=${running} .own=${this.own}></ftz-slide>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief-preview': FtzBriefPreview;
  }
}
