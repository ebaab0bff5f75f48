import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {nearOf} from '../../analysis/origin.ts';
import {spotWords} from '../../i18n/near.ts';
import {langTag} from '../../i18n/words.ts';
import type {Position} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import '../common/ftz-copy-position.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {spotFacts, spotStyles} from './spot-parts.ts';
import {baseStyles} from '../common/styles.ts';

/**
 * The card of any point of the map: in what it lies, as far as anybody can say, and what is around it.
 *
 * @fires ftz-spot-close - the user closed it
 * @fires ftz-spot-centre - the map shall move there: the way for whoever cannot drag it
 */
@customElement('ftz-spot')
export class FtzSpot extends LitElement {
  static override readonly styles = [
    baseStyles,
    spotStyles,
    css`
      :host {
        display: block;
      }
      section {
        padding: 10px 14px 12px;
        display: grid;
        gap: 10px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: -4px -8px -6px 0;
      }
      h2 {
        flex: 1;
        font-size: 15px;
        line-height: 20px;
        font-weight: 650;
      }
      .close {
        width: 44px;
        height: 44px;
        display: grid;
        place-items: center;
      }
      .onward {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .button {
        flex: auto;
        font-size: 14px;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;
  @property({attribute: false}) position: Position | null = null;
  @query('h2') private heading!: HTMLElement | null;

  /** Puts the focus on the title, so that a screen reader reads on from there. */
  override focus(): void {
    this.heading?.focus({preventScroll: true});
  }

  override render(): TemplateResult | typeof nothing {
    const {context, position} = this;
    if (!context || !position) return nothing;
    const say = spotWords[context.lang];
    return html`<section role="dialog" aria-labelledby="title" lang=${langTag(context.lang)} @keydown=${this.#onKey}>
      <header>
        <h2 id="title" tabindex="-1">${say.title}</h2>
        <button class="close" aria-label=${say.close} @click=${this.#onClose}>${icon('x')}</button>
      </header>
      <ftz-copy-position .position=${position} .language=${context.lang}></ftz-copy-position>
      ${spotFacts(context, this.ground, this.metro, position, (event) => this.dispatchEvent(event))}
      <p class="onward">
        <button class="button" @click=${this.#onNear}>${icon('navigation')}${say.near}</button>
        <button class="button" @click=${this.#onCentre}>${say.centre}</button>
      </p>
    </section>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#onClose();
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new CustomEvent('ftz-spot-close'));
  };

  readonly #onCentre = (): void => {
    this.dispatchEvent(new CustomEvent('ftz-spot-centre'));
  };

  readonly #onNear = (): void => {
    const {position} = this;
    if (!position) return;
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, near: nearOf(position)})));
    this.#onClose();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-spot': FtzSpot;
  }
}
