import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {describeMap, type TextMap, type ViewBox} from '../../analysis/describe.ts';
import {describeWords} from '../../i18n/describe.ts';
import {langTag} from '../../i18n/words.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {baseStyles} from '../common/styles.ts';

/** So long nothing may change before the text does: a drag of the timeline or a run of keys is one change, told once. */
const settledMs = 400;

/**
 * The map in words, in step with camera, filters and period; its summary is announced when the user has finished something.
 *
 * @fires ftz-want-metro - the metro's file is not there yet
 */
@customElement('ftz-text-map')
export class FtzTextMap extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 4px 20px 16px;
        font-size: 14px;
        line-height: 20px;
      }
      .summary {
        padding-top: 8px;
      }
      h3 {
        font-size: 14px;
        line-height: 20px;
        font-weight: 650;
        padding-top: 16px;
      }
      li {
        padding-top: 10px;
      }
      p,
      li {
        text-wrap: pretty;
        overflow-wrap: break-word;
      }
      button {
        display: inline;
        font-weight: 600;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
        padding-block: 4px;
        margin-block: -4px;
      }
      @media (pointer: coarse) {
        button {
          padding-block: 12px;
          margin-block: -12px;
        }
        li {
          padding-top: 18px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;
  /** What the map shows; null where there is none. */
  @property({attribute: false}) box: ViewBox | null = null;

  @state() private text: TextMap | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#isOther(changed)) return;
    clearTimeout(this.#timer);
    if (this.text === null) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), settledMs);
  }

  /** Whether what changed is told of; what is pointed at is not. */
  #isOther(changed: PropertyValues<this>): boolean {
    const was = changed.get('context');
    const now = this.context;
    return (
      changed.has('ground') ||
      changed.has('metro') ||
      changed.has('box') ||
      !was ||
      !now ||
      was.view !== now.view ||
      was.atlas !== now.atlas ||
      was.lang !== now.lang
    );
  }

  #tell(): void {
    const {context, ground, metro, box} = this;
    this.text = context && describeMap({...context, ground, metro, box});
  }

  override render(): TemplateResult | typeof nothing {
    const {context, text} = this;
    if (!context || !text) return nothing;
    const say = describeWords[context.lang];
    return html`<section aria-label=${say.title} lang=${langTag(context.lang)}>
      <p class="quiet">${say.how}</p>
      <p class="summary" role="status">${text.summary}</p>
      ${text.sections.map(
        ({id, name, words, entries}) =>
          html`<h3>${id === null ? name : this.#button(id, name)}</h3>
            ${words === '' ? nothing : html`<p>${words}</p>`}
            ${
              entries.length === 0
                ? nothing
                : html`<ul>
                    ${entries.map((entry) => html`<li>${this.#button(entry.id, entry.name)} ${entry.words}</li>`)}
                  </ul>`
            }`,
      )}
    </section>`;
  }

  #button(id: string, name: string): TemplateResult {
    const light = (ids: readonly string[]) => (): boolean => this.dispatchEvent(new LitEvent(ids));
    return html`<button
      @click=${() => this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: id})))}
      @focus=${light([id])}
      @blur=${light([])}
      @pointerenter=${light([id])}
      @pointerleave=${light([])}
    >
      ${name}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-text-map': FtzTextMap;
  }
}
