import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {AtlasContext} from '../common/context.ts';
import {explanation} from '../common/ftz-term.ts';
import {baseStyles} from '../common/styles.ts';

/** The zone for a newcomer: the questions of the glossary, answered in a few lines each. */
@customElement('ftz-about')
export class FtzAbout extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 2px 0 10px;
      }
      section {
        padding: 10px 0 12px;
      }
      section + section {
        border-top: 1px solid var(--ftz-line);
      }
      h3 {
        font-size: 15px;
        line-height: 22px;
        padding-bottom: 4px;
      }
      .words {
        font-size: 14px;
        line-height: 21px;
        text-wrap: pretty;
      }
      .words:lang(zh-CN) {
        line-height: 1.65;
      }
      .words + .words {
        padding-top: 6px;
        color: var(--ftz-ink-2);
      }
      .quiet {
        padding-top: 4px;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  override render() {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang} = context;
    return atlas.glossary.map((term) =>
      term.question
        ? html`<section>
            <h3 class="serif">${term.question[lang]}</h3>
            ${explanation(context, term, 'words')}
          </section>`
        : nothing,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-about': FtzAbout;
  }
}
