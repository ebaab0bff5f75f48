import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';
import {copyStep, dropStep, fieldOf, moveStep, withStep, written} from '../../briefing/draft.ts';
import {writeCarried} from '../../briefing/share.ts';
import {carriedId, theShelf} from '../../briefing/shelf.ts';
import {briefWords} from '../../i18n/brief.ts';
import {editorWords} from '../../i18n/brief-editor.ts';
import {langTag} from '../../i18n/words.ts';
import type {Briefing, BriefingStep, Language, Text} from '../../model/types.ts';
import {linkTo} from '../../state/location.ts';
import {initialView} from '../../state/view.ts';
import {briefIcon, type BriefIconName} from './brief-icons.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {saveFile} from '../common/save-file.ts';
import {stepShows} from './step-shows.ts';
import {baseStyles} from '../common/styles.ts';

const languages: readonly Language[] = ['en', 'zh'];
const mostUndone = 100;
type Written = 'title' | 'text' | 'notes';

/**
 * The editor of a user's own briefing. Every change is kept at once, and can be taken back.
 *
 * @fires ftz-editor-close - back to the choice of briefings
 */
@customElement('ftz-brief-editor')
export class FtzBriefEditor extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        max-width: 1120px;
        margin: 0 auto;
        padding: 28px 28px 64px;
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        padding: 10px 0;
        background: var(--ftz-surface);
        border-bottom: 1px solid var(--ftz-line);
      }
      h1 {
        font-size: 27px;
        line-height: 34px;
        margin-inline-end: auto;
      }
      .hint {
        color: var(--ftz-ink-2);
        margin: 12px 0;
        max-width: 60em;
      }
      .own {
        display: inline-block;
        border: 1.2px dashed var(--ftz-ink-3);
        border-radius: 4px;
        padding: 1px 8px;
        margin-top: 14px;
      }
      .status {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      .status:empty {
        display: none;
      }
      .step {
        border-top: 1px solid var(--ftz-line);
        padding: 18px 0 22px;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
      }
      h2 {
        font-size: 17px;
        margin-inline-end: 12px;
      }
      .shows {
        color: var(--ftz-ink-3);
        font-size: 13.5px;
        margin-inline-end: auto;
        overflow-wrap: anywhere;
      }
      .bar button {
        width: 44px;
        height: 44px;
        display: grid;
        place-items: center;
        border-radius: 6px;
      }
      .bar button:hover {
        background: var(--ftz-sunk);
      }
      .bar button[disabled] {
        opacity: 0.35;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr));
        gap: 10px 20px;
      }
      label {
        display: grid;
        align-content: start;
        gap: 3px;
        font-size: 13.5px;
        color: var(--ftz-ink-2);
      }
      input,
      textarea {
        font-size: 15px;
        line-height: 22px;
        padding: 9px 11px;
        border: 1px solid var(--ftz-line-2);
        border-radius: 8px;
        background: var(--ftz-surface);
        color: var(--ftz-ink);
        width: 100%;
      }
      textarea {
        min-height: 76px;
        resize: vertical;
      }
      /* On a phone the bar floats over the top. */
      @container (max-width: 759.9px) {
        :host {
          padding: 64px 16px 40px;
        }
        .head {
          position: static;
        }
        h1 {
          flex: 1 0 100%;
        }
        .shows {
          order: 1;
          flex: 1 0 100%;
        }
      }
      .seconds {
        grid-template-columns: auto 96px;
        justify-content: start;
        align-items: center;
        gap: 10px;
        margin-top: 10px;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) briefing: Briefing | null = null;
  @queryAll('li.step') private steps!: NodeListOf<HTMLElement>;
  @state() private status = '';
  @state() private past: readonly Briefing[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('briefing') || !this.#next) return;
    const buttons = [...(this.steps[this.#next.to]?.querySelectorAll<HTMLButtonElement>('.bar button:enabled') ?? [])];
    (buttons.find((button) => button.dataset['act'] === this.#next?.act) ?? buttons[0])?.focus();
    this.#next = null;
  }

  override render(): TemplateResult | typeof nothing {
    const {context, briefing} = this;
    if (!context || !briefing) return nothing;
    const {lang} = context;
    const say = editorWords[lang];
    return html`<div lang=${langTag(lang)}>
      <div class="head">
        <h1 class="serif">${say.heading}</h1>
        <button class="button" aria-disabled=${this.past.length === 0} @click=${this.#undo}>${briefIcon('undo')}${say.undo}</button>
        <button class="button" @click=${() => this.#save(briefing)}>${briefIcon('download')}${say.save}</button>
        <button class="button" @click=${() => void this.#copyLink(briefing)}>${icon('link')}${say.link}</button>
        <button class="button" @click=${() => this.#run(briefing)}>${briefIcon('play')}${say.run}</button>
        <button class="button primary" @click=${() => this.dispatchEvent(new CustomEvent('ftz-editor-close'))}>${say.done}</button>
      </div>
      <p class="own">${briefWords[lang].own}</p>
      <p class="status" role="status">${this.status}</p>
      <p class="hint">${say.how} ${say.sameWords} ${theShelf().canKeep ? nothing : html`<b>${say.notKept}</b>`}</p>
      <div class="fields">
        ${languages.map((of) => this.#renderField(of === 'en' ? say.inEnglish(say.name) : say.inChinese(say.name), of, briefing.name, false, (text) => this.#change({...briefing, name: text ?? briefing.name})))}
      </div>
      <ol>
        ${briefing.steps.map((step, at) => this.#renderStep(briefing, step, at, lang))}
      </ol>
    </div>`;
  }

  #renderStep(briefing: Briefing, step: BriefingStep, at: number, lang: Language): TemplateResult {
    const say = editorWords[lang];
    const button = (name: BriefIconName, label: string, changed: Briefing, to: number, isOff = false): TemplateResult =>
      html`<button
        aria-label="${label}: ${say.step(at + 1)}"
        title=${label}
        data-act=${name}
        ?disabled=${isOff}
        @click=${() => this.#arrange(changed, to, name)}
      >
        ${briefIcon(name)}
      </button>`;
    const last = briefing.steps.length - 1;
    const fields: readonly Written[] = ['title', 'text', 'notes'];
    return html`<li class="step">
      <div class="bar">
        <h2>${say.step(at + 1)}</h2>
        <span class="shows">${say.shows}${lang === 'zh' ? '：' : ': '}${this.context && stepShows(this.context.atlas, step.view, lang)}</span>
        ${button('arrowUp', say.up, moveStep(briefing, at, at - 1), at - 1, at === 0)}
        ${button('arrowDown', say.down, moveStep(briefing, at, at + 1), at + 1, at === last)} ${button('copy', say.copy, copyStep(briefing, at), at + 1)}
        ${button('trash', say.remove, dropStep(briefing, at), Math.min(at, last - 1), last === 0)}
      </div>
      <div class="fields">
        ${fields.flatMap((field) =>
          languages.map((of) =>
            this.#renderField(of === 'en' ? say.inEnglish(say[field]) : say.inChinese(say[field]), of, step[field], field !== 'title', (text) =>
              this.#write(briefing, at, step, field, text),
            ),
          ),
        )}
      </div>
      <label class="seconds"
        >${say.seconds}<input
          type="number"
          min="1"
          max="3600"
          .value=${String(step.seconds)}
          @change=${(event: Event) => this.#setSeconds(briefing, at, step, event)}
      /></label>
    </li>`;
  }

  #renderField(label: string, of: Language, text: Text | undefined, isLong: boolean, change: (text: Text | undefined) => void): TemplateResult {
    const onChange = (event: Event): void => {
      const {target} = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) change(written(text, of, target.value));
    };
    const value = fieldOf(text, of);
    return html`<label
      >${label}${
        isLong
          ? html`<textarea lang=${langTag(of)} maxlength="2000" .value=${value} @change=${onChange}></textarea>`
          : html`<input lang=${langTag(of)} maxlength="200" .value=${value} @change=${onChange} />`
      }</label
    >`;
  }

  #write(briefing: Briefing, at: number, step: BriefingStep, field: Written, text: Text | undefined): void {
    const {[field]: _old, ...rest} = step;
    this.#change(withStep(briefing, at, {...rest, title: step.title, ...(text ? {[field]: text} : {})}));
  }

  #setSeconds(briefing: Briefing, at: number, step: BriefingStep, event: Event): void {
    const {target} = event;
    if (!(target instanceof HTMLInputElement)) return;
    const seconds = Math.round(Number(target.value));
    if (seconds >= 1 && seconds <= 3600) this.#change(withStep(briefing, at, {...step, seconds}));
    else target.value = String(step.seconds);
  }

  #change(changed: Briefing): void {
    const {briefing} = this;
    if (!briefing || changed === briefing) return;
    this.past = [...this.past, briefing].slice(-mostUndone);
    theShelf().keep(changed);
  }

  /** The focus goes with the step, so that a key pressed again moves the same one on. */
  #arrange(changed: Briefing, to: number, act: BriefIconName): void {
    this.#next = {to, act};
    this.#change(changed);
  }
  #next: {readonly to: number; readonly act: BriefIconName} | null = null;

  readonly #undo = (): void => {
    const before = this.past.at(-1);
    if (!before) return;
    this.past = this.past.slice(0, -1);
    theShelf().keep(before);
  };

  #save(briefing: Briefing): void {
    const name = briefing.name[this.context?.lang ?? 'en'].replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    saveFile(new Blob([`${JSON.stringify([briefing], null, 2)}\n`], {type: 'application/json'}), `${name}.json`);
  }

  async #copyLink(briefing: Briefing): Promise<void> {
    const say = editorWords[this.context?.lang ?? 'en'];
    const fragment = await writeCarried(briefing);
    if (fragment === null) {
      this.status = say.linkTooLong;
      return;
    }
    const link = `${linkTo({...initialView, mode: 'brief', briefing: carriedId})}#${fragment}`;
    try {
      await navigator.clipboard.writeText(link);
      this.status = say.linkCopied;
    } catch {
      this.status = `${say.linkFailed} ${link}`;
    }
  }

  #run({id}: Briefing): void {
    this.dispatchEvent(
      new ViewChangeEvent(({lang, theme, embed, shortlist}) => ({...initialView, lang, theme, embed, shortlist, mode: 'brief', briefing: id})),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief-editor': FtzBriefEditor;
  }
}
