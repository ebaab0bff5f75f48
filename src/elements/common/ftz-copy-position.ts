import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatPosition} from '../../i18n/formats.ts';
import {spotWords} from '../../i18n/near.ts';
import type {Language, Position} from '../../model/types.ts';
import {baseStyles} from './styles.ts';

/** A position in figures, to be copied. */
@customElement('ftz-copy-position')
export class FtzCopyPosition extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 8px;
        font-size: 13.5px;
        line-height: 18px;
        font-variant-numeric: tabular-nums;
      }
      .figures {
        user-select: all;
      }
      button {
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
        padding-block: 4px;
      }
    `,
  ];

  @property({attribute: false}) position: Position | null = null;
  @property({attribute: false}) language: Language = 'en';
  @state() private said: 'copied' | 'copyFailed' | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('position')) this.said = null;
  }

  override render(): TemplateResult | typeof nothing {
    const {position} = this;
    if (!position) return nothing;
    const say = spotWords[this.language];
    return html`<span class="figures">${formatPosition(position)}</span><span class="quiet">${say.position}</span
      ><button class="reach" @click=${this.#onCopy}>${say.copy}</button><span class="quiet" role="status">${this.said ? say[this.said] : nothing}</span>`;
  }

  readonly #onCopy = async (): Promise<void> => {
    if (!this.position) return;
    try {
      await navigator.clipboard.writeText(formatPosition(this.position));
      this.said = 'copied';
    } catch {
      // A sandbox or an old page may forbid the clipboard; the figures can be marked and copied.
      this.said = 'copyFailed';
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-copy-position': FtzCopyPosition;
  }
}
