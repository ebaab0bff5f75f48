import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {sourceKindNames, sourceLinkWords} from '../../i18n/sources.ts';
import {formatDate} from '../../i18n/formats.ts';
import {langTag} from '../../i18n/words.ts';
import type {Basis, Citation, Source} from '../../model/types.ts';
import type {AtlasContext} from './context.ts';
import {ViewChangeEvent} from './events.ts';
import {icon} from './icons.ts';
import {Popover, popoverStyles} from './popover.ts';
import {outgoingRel, safeUrl} from './safe-url.ts';
import {baseStyles} from './styles.ts';

/** What stands beside every value: how many sources say so. Opens a list of them. */
@customElement('ftz-source-link')
export class FtzSourceLink extends LitElement {
  static override readonly styles = [
    baseStyles,
    popoverStyles,
    css`
      :host {
        display: inline;
        font: inherit;
        white-space: nowrap;
      }
      /* 24 px to hit, 18 px in the line. */
      .open {
        display: inline-block;
        min-width: 24px;
        height: 24px;
        line-height: 24px;
        margin-block: -3px;
        vertical-align: baseline;
        font-size: var(--ftz-source-link-size, 12.5px);
        font-weight: 400;
        color: var(--ftz-ink-3);
        text-decoration: underline dotted;
        text-decoration-thickness: 1px;
        text-underline-offset: 4px;
        position: relative;
        scroll-margin-block: 60px 90px;
      }
      .open:hover,
      .open[aria-expanded='true'] {
        color: var(--ftz-ink);
      }
      .popover {
        padding: 6px 16px 10px;
        line-height: 18px;
      }
      .popover:focus-visible {
        box-shadow: 0 0 0 2px var(--ftz-surface);
        border-radius: 10px;
      }
      li {
        padding: 10px 0 4px;
      }
      li + li {
        border-top: 1px solid var(--ftz-line);
      }
      .title {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .how {
        padding-top: 8px;
        color: var(--ftz-ink-2);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        column-gap: 16px;
        font-size: 13px;
      }
      .way {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-height: 32px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
      }
      .way:hover {
        text-decoration-color: currentColor;
      }
      .way svg.icon {
        width: 14px;
        height: 14px;
      }
      @media (pointer: coarse) {
        .way {
          min-height: 44px;
        }
      }
      @media print {
        .open {
          text-decoration: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) sources: readonly Citation[] = [];
  @property({attribute: false}) basis: Basis = 'published';
  /** What the sources are of, for those who hear the button alone: "2 sources: Size". */
  @property({attribute: false}) about = '';
  readonly #popover = new Popover(this);

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const say = sourceLinkWords[context.lang];
    const label = this.#label(context);
    const named = this.about ? `${label}${context.lang === 'zh' ? '：' : ': '}${this.about}` : label;
    const {isOpen, onClick, onKey, onToggle} = this.#popover;
    return html`<button
        class="open reach"
        aria-haspopup="dialog"
        aria-expanded=${isOpen}
        aria-label=${this.about ? named : nothing}
        @click=${onClick}
        @keydown=${onKey}
      >
        ${label}
      </button>
      <div class="popover" popover role="dialog" aria-label=${named} tabindex="-1" lang=${langTag(context.lang)} @toggle=${onToggle} @keydown=${onKey}>
        ${
          isOpen
            ? html`${this.basis === 'derived' ? html`<p class="how">${say.derivedHow(this.sources.length)}</p>` : nothing}
                ${this.sources.length === 0 && this.basis !== 'derived' ? html`<p class="how">${say.noSource}</p>` : nothing}
                <ul>
                  ${this.sources.map((citation) => this.#renderCitation(context, citation))}
                </ul>`
            : nothing
        }
      </div>`;
  }

  #label({lang, atlas}: AtlasContext): string {
    const say = sourceLinkWords[lang];
    if (this.basis === 'derived') return say.derived;
    if (this.basis === 'unsourced' || this.sources.length === 0) return say.unsourced;
    const [only] = this.sources;
    const number =
      this.sources.length === 1 && only && atlas.sourceById.get(only.source)?.kind === 'document' ? /^doc-(\d+)$/.exec(only.source)?.[1] : undefined;
    if (number !== undefined && this.hasAttribute('named')) return [say.document(number), only?.locator].filter(Boolean).join(' ');
    return say.count(new Set(this.sources.map(({source}) => source)).size);
  }

  #renderCitation({atlas, lang}: AtlasContext, {source: id, locator}: Citation): TemplateResult {
    const say = sourceLinkWords[lang];
    const source = atlas.sourceById.get(id);
    if (!source) return html`<li class="quiet">${say.unknown(id)}</li>`;
    const url = safeUrl(source.url);
    return html`<li>
      <p class="title">${source.name[lang]}</p>
      <p class="quiet">${this.#about(source, locator)}</p>
      <p class="ways">
        ${
          url === null
            ? html`<span class="way quiet">${say.noAddress}</span>`
            : html`<a class="way" href=${url} target="_blank" rel=${outgoingRel}
                >${say.open}${icon('externalLink')}<span class="visually-hidden">(${say.external})</span></a
              >`
        }
        <button class="way" @click=${() => this.#see(id)}>${say.see}</button>
      </p>
    </li>`;
  }

  #about(source: Source, locator: string): string {
    const {lang} = this.context ?? {lang: 'en' as const};
    const date = source.date === null ? sourceLinkWords[lang].undated : formatDate(source.date, lang);
    return [source.publisher?.[lang] ?? sourceKindNames[lang][source.kind], date, locator].filter(Boolean).join(' · ');
  }

  #see(id: string): void {
    this.#popover.close();
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'sources', source: id})));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-source-link': FtzSourceLink;
  }
}
