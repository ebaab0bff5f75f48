import {LitElement, css, html, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {shellWords} from '../../i18n/shell.ts';
import type {Language} from '../../model/types.ts';
import {baseStyles} from '../common/styles.ts';

/** The sheet's three heights: peek, half, and full less 56 px. */
const peekPx = 96;
const halfPx = 436;
const topGapPx = 56;

/**
 * The panel of a narrow page: a sheet that drags between three heights. Its handle is a button for keys and taps.
 *
 * @fires ftz-sheet-height - the height in px it has come to rest at
 */
@customElement('ftz-sheet')
export class FtzSheet extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: auto 0 0;
        z-index: 5;
        display: flex;
        flex-direction: column;
        background: var(--ftz-surface);
        border-radius: 16px 16px 0 0;
        box-shadow: 0 -2px 16px rgb(21 33 43 / 14%);
        transition: height 260ms cubic-bezier(0.2, 0.8, 0.2, 1);
        max-height: 100%;
      }
      :host([dragging]) {
        transition: none;
      }
      .handle {
        flex: none;
        height: 28px;
        display: grid;
        place-items: center;
        touch-action: none;
        cursor: grab;
        position: relative;
        width: 100%;
      }
      .handle::before {
        content: '';
        width: 36px;
        height: 4px;
        border-radius: 2px;
        background: var(--ftz-line-2);
      }
      .handle::after {
        content: '';
        position: absolute;
        inset: -8px 0;
      }
      @media (forced-colors: active) {
        /* Its shadow is gone there. */
        :host {
          border-top: 1px solid CanvasText;
        }
        .handle::before {
          background: CanvasText;
        }
      }
      .body {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding-bottom: env(safe-area-inset-bottom);
      }
      @media (prefers-reduced-motion: reduce) {
        :host {
          transition: none;
        }
      }
    `,
  ];

  @property({attribute: false}) language: Language = 'en';
  /** What the sheet shows the card of: a new one lifts a peeking sheet to half. */
  @property({attribute: false}) subject: string | null = null;
  @state() private stop: 0 | 1 | 2 = 1;
  @query('.body') private body!: HTMLElement;
  #drag: {readonly startY: number; readonly startHeight: number; moved: boolean} | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('subject') && this.subject !== null && this.stop === 0) this.stop = 1;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('subject')) this.body.scrollTop = 0;
    if (!this.#drag) this.#rest();
  }

  override render(): TemplateResult {
    const say = shellWords[this.language];
    return html`
      <button
        class="handle"
        aria-label=${this.stop === 2 ? say.sheetDown : say.sheetUp}
        aria-expanded=${this.stop > 0}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      ></button>
      <div class="body"><slot></slot></div>
    `;
  }

  #heights(): readonly [number, number, number] {
    const room = this.parentElement?.clientHeight ?? (this.getRootNode() instanceof ShadowRoot ? innerHeight : 0);
    const full = Math.max(peekPx, room - topGapPx);
    return [Math.min(peekPx, full), Math.min(halfPx, Math.max(peekPx, Math.round(room * 0.52))), full];
  }

  #rest(): void {
    const height = this.#heights()[this.stop];
    this.style.height = `${height}px`;
    this.dispatchEvent(new CustomEvent('ftz-sheet-height', {detail: this.stop === 2 ? this.#heights()[1] : height}));
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
    this.#drag = {startY: event.clientY, startHeight: this.offsetHeight, moved: false};
  };
  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const by = this.#drag.startY - event.clientY;
    if (Math.abs(by) > 4) this.#drag.moved = true;
    if (!this.#drag.moved) return;
    this.toggleAttribute('dragging', true);
    const [least, , most] = this.#heights();
    this.style.height = `${Math.min(most, Math.max(least, this.#drag.startHeight + by))}px`;
  };
  readonly #onUp = (): void => {
    const drag = this.#drag;
    this.#drag = null;
    this.toggleAttribute('dragging', false);
    if (!drag?.moved) return;
    this.#justDragged = true;
    const height = this.offsetHeight;
    const nearest = this.#heights().reduce((best, stop, index, all) => (Math.abs(stop - height) < Math.abs((all[best] ?? 0) - height) ? index : best), 0);
    this.stop = nearest === 0 ? 0 : nearest === 1 ? 1 : 2;
    this.#rest();
  };
  #justDragged = false;
  readonly #onClick = (): void => {
    if (this.#justDragged) {
      this.#justDragged = false;
      return;
    }
    this.stop = this.stop === 0 ? 1 : this.stop === 1 ? 2 : 1;
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.key === 'ArrowUp') this.stop = this.stop === 0 ? 1 : 2;
    else this.stop = this.stop === 2 ? 1 : 0;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-sheet': FtzSheet;
  }
}
