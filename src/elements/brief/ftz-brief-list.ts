import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatSeconds} from '../../briefing/clock.ts';
import {readBriefingText} from '../../briefing/share.ts';
import {theShelf} from '../../briefing/shelf.ts';
import {plannedSeconds} from '../../briefing/steps.ts';
import {briefWords, listWords} from '../../i18n/brief.ts';
import {sayProblem} from '../../i18n/rules.ts';
import {langTag} from '../../i18n/words.ts';
import type {Problem} from '../../model/problem.ts';
import type {Briefing} from '../../model/types.ts';
import {emptyBriefing, ownId} from '../../briefing/draft.ts';
import {initialView} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {fetchPart} from '../common/part.ts';
import {updateWithShelf} from './shelf-updates.ts';
import {baseStyles} from '../common/styles.ts';

/** The choice of a briefing: those of the atlas, and below, clearly apart, the user's own. */
@customElement('ftz-brief-list')
export class FtzBriefList extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow-y: auto;
        pointer-events: auto;
        background: var(--ftz-surface);
        container: list / inline-size;
      }
      main {
        max-width: 1120px;
        margin: 0 auto;
        padding: 36px 28px 64px;
      }
      h1 {
        font-size: 40px;
        line-height: 1.1;
      }
      .lead {
        color: var(--ftz-ink-2);
        margin-top: 8px;
        max-width: 46em;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        gap: 28px;
        margin-top: 28px;
      }
      .card {
        border-top: 2px solid var(--ftz-ink);
        padding-top: 14px;
        display: grid;
        grid-template-rows: auto auto 1fr auto;
        gap: 10px;
        align-content: start;
      }
      .own .card {
        border-top: 2px dashed var(--ftz-ink-3);
      }
      h2 {
        font-size: 23px;
        line-height: 29px;
        text-wrap: balance;
      }
      .meta {
        color: var(--ftz-ink-3);
        font-size: 14px;
        font-variant-numeric: tabular-nums;
      }
      ol {
        margin-top: 4px;
        font-size: 14px;
        line-height: 20px;
        color: var(--ftz-ink-2);
      }
      ol button {
        display: grid;
        grid-template-columns: 1.7em minmax(0, 1fr);
        width: 100%;
        padding: 5px 4px;
        border-radius: 4px;
      }
      ol button:hover {
        background: var(--ftz-sunk);
      }
      .act {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
      .plain {
        font-weight: 400;
        border-color: transparent;
      }
      .own {
        margin-top: 52px;
        padding-top: 24px;
        border-top: 1px solid var(--ftz-line);
      }
      .own h2.section {
        font-size: 27px;
        line-height: 34px;
      }
      .file {
        position: relative;
        cursor: pointer;
      }
      .file input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }
      .file:focus-within {
        outline: 2px solid var(--ftz-ink);
        outline-offset: 2px;
      }
      .problems {
        margin-top: 12px;
        border: 1.2px dashed var(--ftz-ink-3);
        border-radius: 6px;
        padding: 10px 14px;
        font-size: 14px;
        overflow-wrap: anywhere;
      }
      .undo {
        font-weight: 600;
        text-decoration: underline;
        min-height: 44px;
      }
      .keys {
        margin-top: 44px;
        color: var(--ftz-ink-3);
        font-size: 14px;
        max-width: 62em;
      }
      @container list (max-width: 759.9px) {
        main {
          padding: 72px 16px 40px;
        }
        h1 {
          font-size: 30px;
        }
      }
      @media (pointer: coarse) {
        ol button {
          min-height: 44px;
          align-items: center;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** The id of the user's briefing that is being edited. */
  @state() private edited: string | null = null;
  /** What is wrong with the file opened last. */
  @state() private fault: {readonly file: string; readonly problems: readonly Problem[]} | null = null;
  /** The user's briefing deleted last, which may be had back. */
  @state() private removed: Briefing | null = null;

  constructor() {
    super();
    updateWithShelf(this);
  }

  override render(): TemplateResult | typeof nothing {
    const {context, edited} = this;
    if (!context) return nothing;
    const {lang} = context;
    const briefing = edited === null ? undefined : theShelf().get(edited);
    if (briefing) {
      fetchPart(this, 'ftz-brief-editor', () => import('./ftz-brief-editor.ts'));
      return html`<ftz-brief-editor .context=${context} .briefing=${briefing} @ftz-editor-close=${() => (this.edited = null)}></ftz-brief-editor>`;
    }
    const say = listWords[lang];
    return html`<main lang=${langTag(lang)}>
      <h1 class="serif">${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <div class="cards">${context.atlas.briefings.map((one) => this.#renderCard(context, one, false))}</div>
      ${this.#renderOwn(context)}
      <p class="keys"><b>${say.keysTitle}</b> ${briefWords[lang].keys}</p>
    </main>`;
  }

  #renderCard({lang}: AtlasContext, briefing: Briefing, own: boolean): TemplateResult {
    const say = listWords[lang];
    const {name, words, steps} = briefing;
    return html`<article class="card" aria-label=${name[lang]}>
      <h2 class="serif">${name[lang]}</h2>
      <p class="meta">${say.steps(steps.length)} · ${formatSeconds(plannedSeconds(briefing, 1).total)}${own ? html` · ${briefWords[lang].own}` : nothing}</p>
      <div>
        ${words ? html`<p>${words[lang]}</p>` : nothing}
        <ol aria-label=${say.contents}>
          ${steps.map(
            ({title}, index) =>
              html`<li>
                <button @click=${() => this.#run(briefing, index + 1)}><span>${index + 1}</span><span>${title[lang]}</span></button>
              </li>`,
          )}
        </ol>
      </div>
      <div class="act">
        <button class="button primary" @click=${() => this.#run(briefing, 1)}>${icon('presentation')}${say.start}</button>
        ${
          own
            ? html`<button class="button" @click=${() => (this.edited = briefing.id)}>${say.edit}</button>
                <button class="button plain" @click=${() => this.#remove(briefing)}>${say.remove}</button>`
            : html`<button class="button plain" @click=${() => this.#kiosk(briefing)}>${say.kiosk}</button>`
        }
      </div>
    </article>`;
  }

  #renderOwn(context: AtlasContext): TemplateResult {
    const say = listWords[context.lang];
    const {kept} = theShelf();
    return html`<section class="own">
      <h2 class="section serif">${say.ownTitle}</h2>
      <p class="lead">${say.ownLead}</p>
      <div class="act">
        <button class="button" @click=${() => this.#make(context)}>${icon('plus')}${say.make}</button>
        <label class="button file">${say.open}<input type="file" accept="application/json,.json" @change=${this.#onFile} /></label>
      </div>
      ${
        this.fault
          ? html`<div class="problems" role="alert">
              <p>${say.noBriefing(this.fault.file)}</p>
              <ul>
                ${this.fault.problems.slice(0, 6).map((problem) => html`<li><code>${problem.path}</code> ${sayProblem(context.lang, problem)}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      <p class="lead" role="status">
        ${this.removed ? html`${say.removed(this.removed.name[context.lang])} <button class="undo" @click=${this.#restore}>${say.undo}</button>` : nothing}
      </p>
      ${kept.length === 0 ? html`<p class="lead">${say.none}</p>` : html`<div class="cards">${kept.map((one) => this.#renderCard(context, one, true))}</div>`}
    </section>`;
  }

  #run(briefing: Briefing, step: number): void {
    // What was filtered or looked at before is none of the briefing's: its step says what to show.
    this.dispatchEvent(
      new ViewChangeEvent((view) => ({
        ...initialView,
        lang: view.lang,
        theme: view.theme,
        embed: view.embed,
        shortlist: view.shortlist,
        mode: 'brief',
        briefing: briefing.id,
        step,
      })),
    );
  }

  #kiosk(briefing: Briefing): void {
    this.dispatchEvent(
      new ViewChangeEvent((view) => ({...initialView, theme: view.theme, embed: view.embed, mode: 'brief', briefing: briefing.id, kiosk: true})),
    );
  }

  #make({view}: AtlasContext): void {
    const briefing = emptyBriefing(ownId(), view);
    theShelf().keep(briefing);
    this.edited = briefing.id;
  }

  #remove(briefing: Briefing): void {
    this.removed = briefing;
    theShelf().remove(briefing.id);
  }

  readonly #restore = (): void => {
    if (this.removed) theShelf().keep(this.removed);
    this.removed = null;
  };

  readonly #onFile = async (event: Event): Promise<void> => {
    const {target} = event;
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    target.value = '';
    if (!file) return;
    const read = readBriefingText(await file.text());
    this.fault = read.ok ? null : {file: file.name, problems: read.problems};
    if (read.ok) theShelf().keep({...read.briefing, id: ownId()});
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief-list': FtzBriefList;
  }
}
