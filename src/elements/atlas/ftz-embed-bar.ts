import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {shareWords} from '../../i18n/share.ts';
import {langTag} from '../../i18n/words.ts';
import type {Language} from '../../model/types.ts';
import type {Mode} from '../../state/view.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';

/**
 * The one line of an atlas inside somebody's page: its name, the list, the language, and the way to the whole.
 *
 * @slot title - the atlas's name, or what the host says instead
 * @slot actions - buttons and links of the host's
 * @fires ftz-list-toggle - the user opens or closes the list of places
 */
@customElement('ftz-embed-bar')
export class FtzEmbedBar extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: stretch;
        gap: 2px;
        height: 44px;
        padding: 0 4px 0 14px;
        border-top: 1px solid var(--ftz-line);
        background: var(--ftz-surface);
        font-size: 13.5px;
        position: relative;
        z-index: 10;
      }
      .name {
        align-self: center;
        font-size: 15px;
        margin-inline-end: auto;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button,
      a {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-width: 44px;
        padding: 0 10px;
        color: var(--ftz-ink-2);
        white-space: nowrap;
        text-decoration: none;
      }
      :is(button, a):hover,
      [aria-expanded='true'] {
        color: var(--ftz-ink);
      }
      [aria-expanded='true'] {
        font-weight: 600;
      }
      ::slotted(*),
      slot[name='actions'] {
        align-self: center;
      }
      :focus-visible {
        outline-offset: -4px;
        box-shadow: none;
      }
    `,
  ];

  @property({attribute: false}) language: Language = 'en';
  @property({attribute: false}) mode: Mode = 'explore';
  /** Opens the same view in the whole atlas; null where there is none to open. */
  @property({attribute: false}) link: string | null = null;
  /** Whether the list of places is open. */
  @property({attribute: false}) isListed = false;

  protected override render(): TemplateResult {
    const say = shareWords[this.language];
    const other: Language = this.language === 'en' ? 'zh' : 'en';
    return html`
      <span class="name serif"><slot name="title"></slot></span>
      ${this.mode === 'explore' ? html`<button aria-expanded=${this.isListed} aria-controls="panel" @click=${this.#onList}>${say.list}</button>` : nothing}
      <button lang=${langTag(other)} @click=${() => this.dispatchEvent(new ViewChangeEvent((view) => ({...view, lang: other})))}>
        ${other === 'en' ? 'EN' : '中文'}
      </button>
      <slot name="actions"></slot>
      ${this.link === null ? nothing : html`<a href=${this.link} target="_blank" rel="noopener" aria-label=${say.openWhole}>${say.open} ${icon('externalLink')}</a>`}
    `;
  }

  readonly #onList = (): boolean => this.dispatchEvent(new CustomEvent('ftz-list-toggle'));
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-embed-bar': FtzEmbedBar;
  }
}
