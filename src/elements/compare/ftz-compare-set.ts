import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {shortlistWords} from '../../i18n/shortlist.ts';
import {subjectOf, type Subject} from '../../model/atlas.ts';
import {mostCompared, mostKept, toggleCompared, toggleKept, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {notes} from '../common/notes.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectName, subjectTone, toneStyles} from '../common/subject-looks.ts';

/** What is compared, in one line above every tool, and the shortlist with its notes when it is opened. */
@customElement('ftz-compare-set')
export class FtzCompareSet extends LitElement {
  static override readonly styles = [
    baseStyles,
    toneStyles,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 44px;
      }
      .label {
        color: var(--ftz-ink-3);
        font-size: 13.5px;
      }
      .hint {
        flex: 0 1 auto;
      }
      .subject {
        color: var(--text);
        font-weight: 600;
        padding-inline-end: 8px;
        max-width: 100%;
      }
      .subject span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .subject svg.icon {
        flex: none;
        width: 14px;
        height: 14px;
        color: var(--ftz-ink-3);
      }
      .subject.lit {
        border-color: var(--ftz-ink);
        box-shadow: 0 0 0 1px var(--ftz-ink);
      }
      .plain {
        min-height: 44px;
        padding: 0 4px;
        font-size: 13.5px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
      }
      .kept {
        margin-inline-start: auto;
      }
      .kept svg.icon {
        width: 15px;
        height: 15px;
      }
      .shortlist {
        border: 1px solid var(--ftz-line);
        border-radius: 10px;
        padding: 6px 16px 10px;
        margin-block: 4px 12px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(110px, 240px) minmax(0, 1fr) auto auto;
        gap: 8px 12px;
        align-items: center;
        padding: 6px 0;
        border-bottom: 1px solid var(--ftz-line);
      }
      .name {
        font-weight: 600;
        color: var(--text);
      }
      textarea {
        font: inherit;
        font-size: 14px;
        line-height: 20px;
        color: inherit;
        width: 100%;
        min-height: 44px;
        padding: 10px 8px;
        border: 1px solid var(--ftz-line-2);
        border-radius: 6px;
        background: var(--ftz-surface);
        resize: vertical;
        field-sizing: content;
      }
      .icon-button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 22px;
      }
      .icon-button:hover {
        background: var(--ftz-sunk);
      }
      .icon-button[aria-pressed='true'] {
        background: var(--ftz-ink);
        color: var(--ftz-surface);
      }
      .icon-button[aria-disabled='true'] {
        opacity: 0.4;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding-top: 10px;
      }
      @container compare (max-width: 759.9px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto auto;
        }
        textarea {
          grid-row: 2;
          grid-column: 1 / -1;
        }
        .hint {
          flex: 1 1 150px;
        }
      }
      @media print {
        .line:has(.hint),
        .plain,
        .kept {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @state() private isOpen = false;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang, view} = context;
    const say = shortlistWords[lang];
    const compared = this.#subjects(view.compare);
    return html`
      <div class="line" role="group" aria-labelledby="compared" @pointerleave=${this.#onLeave} @focusout=${this.#onLeave}>
        <span class="label" id="compared">${say.compared}</span>
        ${compared.length === 0 ? html`<span class="quiet hint">${say.comparedNone}</span>` : compared.map((subject) => this.#renderCompared(context, subject))}
        ${compared.length > 0 ? html`<button class="plain reach" @click=${() => this.#change((now) => ({...now, compare: []}))}>${say.clear}</button>` : nothing}
        <button class="chip kept" aria-expanded=${this.isOpen} aria-controls="shortlist" @click=${() => (this.isOpen = !this.isOpen)}>
          ${icon('star')}${say.kept(view.shortlist.length)}
        </button>
      </div>
      <section class="shortlist" id="shortlist" aria-label=${say.shortlist} ?hidden=${!this.isOpen}>
        ${this.isOpen ? this.#renderShortlist(context) : nothing}
      </section>
    `;
  }

  #subjects(ids: readonly string[]): readonly Subject[] {
    const {context} = this;
    return context ? ids.map((id) => subjectOf(context.atlas, id)).filter((subject) => subject !== undefined) : [];
  }

  #renderCompared({atlas, lang, lit}: AtlasContext, subject: Subject): TemplateResult {
    const {id} = subject.record;
    const name = subjectName(subject, lang);
    const label = shortlistWords[lang].take(name);
    return html`<button
      class="chip subject ${lit.has(id) ? 'lit' : ''}"
      data-tone=${subjectTone(atlas, subject)}
      aria-label=${label}
      title=${label}
      @click=${() => this.#change((view) => toggleCompared(view, id))}
      @pointerenter=${() => this.dispatchEvent(new LitEvent([id]))}
      @focus=${() => this.dispatchEvent(new LitEvent([id]))}
    >
      <span>${name}</span>${icon('x')}
    </button>`;
  }

  #renderShortlist(context: AtlasContext): TemplateResult {
    const {atlas, lang, view} = context;
    const say = shortlistWords[lang];
    const kept = this.#subjects(view.shortlist);
    const earlier = notes.ids.filter((id) => !view.shortlist.includes(id) && subjectOf(atlas, id) !== undefined).slice(0, mostKept - view.shortlist.length);
    return html`
      ${
        kept.length === 0
          ? html`<p class="quiet">${say.keptNone}</p>`
          : html`<ul>
              ${kept.map((subject) => this.#renderKept(context, subject))}
            </ul>`
      }
      <div class="foot">
        ${kept.length >= 2 ? html`<button class="button" @click=${() => this.#change((now) => ({...now, compare: now.shortlist.slice(0, mostCompared)}))}>${kept.length > mostCompared ? say.compareKept : say.compareThese}</button>` : nothing}
        ${earlier.length > 0 ? html`<button class="button" @click=${() => this.#change((now) => ({...now, shortlist: [...now.shortlist, ...earlier]}))}>${say.earlier(earlier.length)}</button>` : nothing}
        <p class="quiet">${notes.isStored ? say.stored : say.notStored}</p>
      </div>
    `;
  }

  #renderKept({atlas, lang, view}: AtlasContext, subject: Subject): TemplateResult {
    const say = shortlistWords[lang];
    const {id} = subject.record;
    const name = subjectName(subject, lang);
    const isCompared = view.compare.includes(id);
    const compare = isCompared ? say.take(name) : say.add(name);
    return html`<li data-tone=${subjectTone(atlas, subject)}>
      <span class="name">${name}</span>
      <textarea
        rows="1"
        maxlength="4000"
        aria-label=${say.note(name)}
        placeholder=${say.notePlaceholder}
        .value=${notes.all[id] ?? ''}
        @input=${(event: Event) => this.#onNote(id, event)}
      ></textarea>
      <button
        class="icon-button"
        aria-pressed=${isCompared}
        aria-disabled=${!isCompared && view.compare.length >= mostCompared}
        aria-label=${compare}
        title=${compare}
        @click=${() => this.#change((now) => toggleCompared(now, id))}
      >
        ${icon(isCompared ? 'check' : 'plus')}
      </button>
      <button class="icon-button" aria-label=${say.unkeep(name)} title=${say.unkeep(name)} @click=${() => this.#change((now) => toggleKept(now, id))}>
        ${icon('x')}
      </button>
    </li>`;
  }

  #onNote(id: string, event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const was = notes.isStored;
    notes.write(id, event.target.value);
    // The storage may have been forbidden only now.
    if (was !== notes.isStored) this.requestUpdate();
  }

  readonly #onLeave = (): void => {
    this.dispatchEvent(new LitEvent([]));
  };

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare-set': FtzCompareSet;
  }
}
