import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {piecesOf} from '../../analysis/terms.ts';
import {glossaryWords} from '../../i18n/glossary.ts';
import {langTag} from '../../i18n/words.ts';
import type {Term} from '../../model/types.ts';
import type {AtlasContext} from './context.ts';
import './ftz-source-link.ts';
import {Popover, popoverStyles} from './popover.ts';
import {baseStyles} from './styles.ts';
import {tagged} from './tagged.ts';

/** A word of the glossary in a running text, given as its content, so that the text stays one. Pressed, it says what it means. */
@customElement('ftz-term')
export class FtzTerm extends LitElement {
  static override readonly styles = [
    baseStyles,
    popoverStyles,
    css`
      :host {
        display: inline;
        font: inherit;
        color: inherit;
      }
      .open {
        display: inline;
        line-height: inherit;
        text-decoration: underline dotted;
        text-decoration-thickness: 1px;
        text-underline-offset: 4px;
        position: relative;
      }
      .open:hover,
      .open[aria-expanded='true'] {
        text-decoration-style: solid;
      }
      .name {
        font-weight: 600;
        padding-bottom: 4px;
      }
      p + p {
        padding-top: 8px;
      }
      @media print {
        .open {
          text-decoration: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) term: Term | null = null;
  readonly #popover = new Popover(this);

  override render(): TemplateResult {
    const {context, term} = this;
    if (!context || !term) return html`<slot></slot>`;
    const {lang} = context;
    const label = glossaryWords[lang].open(term.name[lang]);
    const {isOpen, onClick, onKey, onToggle} = this.#popover;
    // No space may slip in before the comma that follows.
    return html`<button class="open reach" aria-haspopup="dialog" aria-expanded=${isOpen} @click=${onClick} @keydown=${onKey}><slot></slot></button
      ><span class="popover" popover role="dialog" aria-label=${label} tabindex="-1" lang=${langTag(lang)} @toggle=${onToggle} @keydown=${onKey}
        >${isOpen ? this.#explain(context, term) : nothing}</span
      >`;
  }

  #explain(context: AtlasContext, term: Term): TemplateResult {
    return html`<p class="name">${term.name[context.lang]}</p>
      ${explanation(context, term, '')}`;
  }
}

/** What a term means, in general and here, with the sources. */
export function explanation(context: AtlasContext, {basis, here, name, sources, words}: Term, className: string): TemplateResult {
  const {lang} = context;
  const cite = (from: Term['sources']): TemplateResult =>
    html` <ftz-source-link .context=${context} .sources=${from} .basis=${basis === 'unsourced' ? 'published' : basis} .about=${name[lang]}></ftz-source-link>`;
  return html`<p class=${className}>${words[lang]}${sources.length > 0 ? cite(sources) : nothing}</p>
    ${basis === 'unsourced' ? html`<p class="quiet">${glossaryWords[lang].ours}</p>` : nothing}
    ${here ? html`<p class=${className}>${here.words[lang]}${cite(here.sources)}</p>` : nothing}`;
}

/** A text with the first use of each term made a button. `told` = ids of terms that need no explaining here. */
export const withTerms = (context: AtlasContext, text: string, told: readonly string[] = []): readonly unknown[] =>
  piecesOf(text, context.atlas.glossary, context.lang, told).map((piece) =>
    piece.term === null ? tagged(piece.text, context.lang) : html`<ftz-term .context=${context} .term=${piece.term}>${piece.text}</ftz-term>`,
  );

declare global {
  interface HTMLElementTagNameMap {
    'ftz-term': FtzTerm;
  }
}
