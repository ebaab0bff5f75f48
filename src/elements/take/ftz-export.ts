import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {pictureSizes, type PictureSizeName} from '../../export/paper.ts';
import {theShelf} from '../../briefing/shelf.ts';
import {isOther} from '../../analysis/zone.ts';
import {today} from '../../export/today.ts';
import type {ExportOptions} from '../../export/request.ts';
import {takeWords} from '../../i18n/take.ts';
import {langTag} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Briefing, Language} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {download} from '../common/download.ts';
import type {ExportFormat} from './export-as.ts';
import {exportStyles} from './export-styles.ts';
import {icon} from '../common/icons.ts';
import {reasonOf} from '../common/reason.ts';
import {baseStyles} from '../common/styles.ts';

const formats = {
  picture: ['png', 'pdf', 'svg'],
  slides: ['pptx'],
  data: ['xlsx', 'csv', 'geojson'],
} as const satisfies Readonly<Record<string, readonly ExportFormat[]>>;
type What = keyof typeof formats;
const themes = ['shown', 'light', 'dark', 'contrast', 'print'] as const;
const languages = ['en', 'zh', 'both'] as const;

const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined => list.find((one) => one === value);

/** What files are called: by the atlas, or the zone the reader opened instead. */
const stemOf = (atlas: Atlas): string => {
  const name = isOther(atlas) ? atlas.own?.title.en : undefined;
  return (
    name
      ?.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'beijing-ftz-atlas'
  );
};

/**
 * The dialog that makes files: pictures, slides, data. It opens itself when it is put into the page.
 *
 * @fires ftz-export-close - it was closed
 */
@customElement('ftz-export')
export class FtzExport extends LitElement {
  static override readonly styles = [baseStyles, exportStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** Makes the file: `exportAs` of the atlas. */
  @property({attribute: false}) make: ((format: ExportFormat, options: ExportOptions) => Promise<Blob>) | null = null;

  /** Whether the host has put a ground of its own in place of the schematic. */
  @property({attribute: false}) hasHostGround = false;

  @state() private what: What = 'picture';
  @state() private format: ExportFormat = 'png';
  @state() private size: PictureSizeName = 'screen2x';
  @state() private isTall = false;
  @state() private chosenLanguage: (typeof languages)[number] | null = null;
  @state() private theme: (typeof themes)[number] = 'shown';
  @state() private briefing: string | null = null;
  @state() private share: number | null = null;
  @state() private status = '';

  @query('dialog') private dialog!: HTMLDialogElement;
  #stop: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.abort();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang} = context;
    const say = takeWords[lang];
    const isBusy = this.share !== null;
    return html`
      <dialog class="floating" lang=${langTag(lang)} aria-labelledby="title" @close=${this.#onClose}>
        <form @submit=${this.#onSave}>
          <header>
            <h2 class="serif" id="title">${say.title}</h2>
            <button type="button" class="close" aria-label=${say.close} title=${say.close} @click=${() => this.dialog.close()}>${icon('x')}</button>
          </header>
          <fieldset class="switch" ?disabled=${isBusy}>
            <legend class="visually-hidden">${say.what}</legend>
            ${(['picture', 'slides', 'data'] as const)
              .filter((what) => what !== 'slides' || this.#briefings(context).length > 0)
              .map(
                (what) =>
                  html`<label><input type="radio" name="what" .checked=${this.what === what} @change=${() => this.#turnTo(what)} />${say[what]}</label>`,
              )}
          </fieldset>
          ${this.#renderChoices(context, isBusy)}
          <p class="quiet">${this.format === 'svg' && this.hasHostGround ? say.svgGround : say[`${this.what}Note`]}</p>
          <p class="status" role="status">${isBusy ? say.working : this.status}</p>
          <footer>
            ${
              isBusy
                ? html`<progress aria-label=${say.working} max="1" .value=${this.share ?? 0}></progress
                    ><button type="button" class="button" @click=${() => this.#stop?.abort()}>${say.cancel}</button>`
                : html`<button class="button primary">${say.save}</button>`
            }
          </footer>
        </form>
      </dialog>
    `;
  }

  #renderChoices(context: AtlasContext, isBusy: boolean): TemplateResult {
    const {atlas, lang} = context;
    const say = takeWords[lang];
    const {what} = this;
    const choice = <T extends string>(label: string, options: readonly (readonly [T, string])[], chosen: T, choose: (value: T) => void): TemplateResult =>
      html`<label class="row"
        ><span>${label}</span
        ><select
          ?disabled=${isBusy}
          @change=${({target}: Event) => {
            const value =
              target instanceof HTMLSelectElement
                ? oneOf(
                    options.map(([id]) => id),
                    target.value,
                  )
                : undefined;
            if (value !== undefined) choose(value);
          }}
        >
          ${options.map(([id, name]) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
        </select></label
      >`;
    const spoken = what === 'data' ? languages : languages.slice(0, 2);
    const sizes = this.format === 'pdf' ? pictureSizes.filter((size) => size.startsWith('a')) : pictureSizes;
    return html`
      ${
        what === 'slides'
          ? choice(
              say.briefing,
              this.#briefings(context).map(
                ({id, name}) => [id, atlas.briefings.some((one) => one.id === id) ? name[lang] : say.ownBriefing(name[lang])] as const,
              ),
              this.#briefing(context),
              (id) => (this.briefing = id),
            )
          : choice<ExportFormat>(
              say.format,
              formats[what].map((format) => [format, say[format]] as const),
              this.format,
              (format) => this.#takeFormat(format),
            )
      }
      ${
        what === 'picture'
          ? choice(
              say.size,
              sizes.map((size) => [size, say[size]] as const),
              this.size,
              (size) => (this.size = size),
            )
          : nothing
      }
      ${
        what === 'picture' && this.size.startsWith('a')
          ? html`<fieldset class="switch" ?disabled=${isBusy}>
              <legend class="visually-hidden">${say.size}</legend>
              ${[false, true].map((tall) => html`<label><input type="radio" name="tall" .checked=${this.isTall === tall} @change=${() => (this.isTall = tall)} />${tall ? say.standing : say.lying}</label>`)}
            </fieldset>`
          : nothing
      }
      ${choice(
        say.language,
        spoken.map((one) => [one, say[one]] as const),
        this.#language(lang),
        (one) => (this.chosenLanguage = one),
      )}
      ${
        what === 'data'
          ? nothing
          : choice(
              say.colours,
              themes.map((theme) => [theme, say[theme]] as const),
              this.theme,
              (theme) => (this.theme = theme),
            )
      }
    `;
  }

  #language(lang: Language): (typeof languages)[number] {
    const chosen = this.chosenLanguage ?? lang;
    return chosen === 'both' && this.what !== 'data' ? lang : chosen;
  }

  #turnTo(what: What): void {
    this.what = what;
    this.status = '';
    this.#takeFormat(formats[what][0]);
  }

  #takeFormat(format: ExportFormat): void {
    this.format = format;
    if (format === 'pdf' && !this.size.startsWith('a')) this.size = 'a4';
  }

  /** Those of the atlas, and the user's own. */
  #briefings({atlas, view}: AtlasContext): readonly Briefing[] {
    const {kept} = theShelf();
    const shown = view.briefing === null ? undefined : theShelf().get(view.briefing);
    return [...atlas.briefings, ...kept, ...(shown && !kept.includes(shown) ? [shown] : [])];
  }

  #briefing(context: AtlasContext): string {
    const all = this.#briefings(context);
    const wanted = this.briefing ?? context.view.briefing;
    return (all.find(({id}) => id === wanted) ?? all[0])?.id ?? '';
  }

  #nameOfFile(context: AtlasContext): string {
    const {what, format} = this;
    const picture = [context.view.place ?? 'zone', ...(format === 'svg' ? [] : [this.size])].join('-');
    const of = {picture, slides: this.#briefing(context), data: 'data'}[what];
    return `${stemOf(context.atlas)}-${today()}-${of}-${this.#language(context.lang)}.${format}`;
  }

  readonly #onSave = async (event: Event): Promise<void> => {
    event.preventDefault();
    const {context, make} = this;
    if (!context || !make || this.share !== null) return;
    const say = takeWords[context.lang];
    const name = this.#nameOfFile(context);
    const stop = new AbortController();
    this.#stop = stop;
    this.share = 0;
    try {
      const blob = await make(this.format, {
        lang: this.#language(context.lang),
        size: this.size,
        tall: this.isTall,
        ...(this.theme === 'shown' ? {} : {theme: this.theme}),
        ...(this.what === 'slides' ? {briefing: this.#briefing(context)} : {}),
        signal: stop.signal,
        onProgress: (share) => (this.share = share),
      });
      if (stop.signal.aborted) throw stop.signal.reason;
      download(blob, name);
      this.status = say.saved(name);
    } catch (error) {
      this.status = stop.signal.aborted ? say.calledOff : say.failed(reasonOf(error, context.lang));
    } finally {
      this.share = null;
    }
  };

  readonly #onClose = (): void => {
    this.#stop?.abort();
    this.dispatchEvent(new CustomEvent('ftz-export-close', {bubbles: true, composed: true}));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-export': FtzExport;
  }
}
