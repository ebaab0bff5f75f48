import {LitElement, html, nothing, svg, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {encode} from 'uqr';
import {addressOf, elementSnippet, frameSnippet, oembed, type Size} from '../../embed/snippets.ts';
import {shareWords} from '../../i18n/share.ts';
import {shellWords} from '../../i18n/shell.ts';
import {linkTo} from '../../state/location.ts';
import type {View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {download} from '../common/download.ts';
import {siteFolder} from '../data/home.ts';
import {icon} from '../common/icons.ts';
import {reasonOf} from '../common/reason.ts';
import {shareStyles} from './share-styles.ts';
import {baseStyles} from '../common/styles.ts';

const kinds = ['link', 'frame', 'element', 'qr', 'oembed', 'file'] as const;
type Kind = (typeof kinds)[number];
const sizes = {
  fluid: {widthPx: null, heightPx: 600},
  wide: {widthPx: 1280, heightPx: 720},
  medium: {widthPx: 960, heightPx: 600},
  small: {widthPx: 640, heightPx: 480},
  phone: {widthPx: 360, heightPx: 640},
} as const satisfies Readonly<Record<string, Size>>;
type SizeName = keyof typeof sizes;
const isSize = (name: string): name is SizeName => Object.hasOwn(sizes, name);

/** Beyond this a code gets so fine that cameras fail on a projected slide (version 20 of 40 holds 858 bytes at level L). */
const longestCode = 850;
/** The preview is drawn at this width, whatever the size chosen; on a phone at the narrower. */
const previewPx = {wide: 380, narrow: 280} as const;

/**
 * Ways to pass a view on: what is shown and how is chosen here, and seen as it will be.
 *
 * @fires ftz-share-close - the user is done
 */
@customElement('ftz-share')
export class FtzShare extends LitElement {
  static override readonly styles = [baseStyles, shareStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** Makes the one file of the present view. */
  @property({attribute: false}) makeFile: (() => Promise<Blob>) | null = null;

  @state() private kind: Kind = 'link';
  @state() private size: SizeName = 'medium';
  @state() private isCompact = true;
  @state() private hasCamera = true;
  /** What differs from the view on the screen. */
  @state() private choice: Partial<Pick<View, 'lang' | 'theme' | 'mode'>> = {};
  @state() private note = '';

  /** Shows the panel; the link is in the clipboard at once, for those who wanted no more. */
  async open(): Promise<void> {
    this.choice = {};
    this.kind = siteFolder() ? 'link' : 'file';
    this.note = '';
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    if (this.kind === 'link') await this.#copy(this.#text('link'), shareWords[this.context?.lang ?? 'en'].copied);
  }

  protected override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const say = shareWords[context.lang];
    const ways = siteFolder() ? kinds : (['file'] as const);
    return html`
      <dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CustomEvent('ftz-share-close'))} @click=${this.#onBackdrop}>
        <header>
          <h2 id="title" class="serif">${say.title}</h2>
          <button class="close" aria-label=${say.close} @click=${this.#onClose}>${icon('x')}</button>
        </header>
        <div class="kinds" role="group" aria-label=${say.kinds}>
          ${ways.map((kind) => html`<button class="chip" aria-pressed=${this.kind === kind} @click=${() => this.#choose(kind)}>${say[kind]}</button>`)}
        </div>
        <div class="columns">
          ${this.kind === 'file' ? nothing : this.#renderChoices(context)}
          <div class="result">${this.#renderResult(context)}</div>
        </div>
        <p class="note" role="status">${this.note}</p>
      </dialog>
    `;
  }

  #renderChoices({lang, view}: AtlasContext): TemplateResult {
    const say = shareWords[lang];
    const select = (label: string, value: string, options: readonly (readonly [string, string])[], take: (value: string) => void): TemplateResult => html`
      <label>
        <span>${label}</span>
        <select @change=${({target}: Event) => target instanceof HTMLSelectElement && take(target.value)}>
          ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
        </select>
      </label>
    `;
    const {mode, lang: chosen, theme} = {...view, ...this.choice};
    const hasFrame = this.kind !== 'link' && this.kind !== 'qr';
    return html`<div class="choices">
      ${select(
        say.what,
        mode,
        (['explore', 'compare', 'timeline', 'brief', 'sources'] as const).map((id) => [id, say[id]]),
        (id) => {
          if (id === 'explore' || id === 'compare' || id === 'timeline' || id === 'brief' || id === 'sources') this.choice = {...this.choice, mode: id};
        },
      )}
      ${select(
        say.language,
        chosen ?? '',
        [
          ['', say.asReader],
          ['en', 'English'],
          ['zh', '中文'],
        ],
        (id) => {
          this.choice = {...this.choice, lang: id === 'en' || id === 'zh' ? id : null};
        },
      )}
      ${select(
        say.theme,
        theme,
        (['auto', 'light', 'dark', 'contrast'] as const).map((id) => [id, say[id]]),
        (id) => {
          if (id === 'auto' || id === 'light' || id === 'dark' || id === 'contrast') this.choice = {...this.choice, theme: id};
        },
      )}
      ${
        view.camera
          ? select(
              say.start,
              this.hasCamera ? 'here' : 'fit',
              [
                ['here', say.here],
                ['fit', say.fit],
              ],
              (id) => (this.hasCamera = id === 'here'),
            )
          : nothing
      }
      ${
        hasFrame
          ? html`${select(
              say.chrome,
              this.isCompact ? 'compact' : 'whole',
              [
                ['compact', say.compact],
                ['whole', say.whole],
              ],
              (id) => (this.isCompact = id === 'compact'),
            )}
            ${select(
              say.size,
              this.size,
              Object.keys(sizes).flatMap((id) => (isSize(id) ? [[id, say[id]] as const] : [])),
              (id) => {
                if (isSize(id)) this.size = id;
              },
            )}`
          : nothing
      }
    </div>`;
  }

  #renderResult(context: AtlasContext): TemplateResult {
    const {lang} = context;
    const say = shareWords[lang];
    const {kind} = this;
    if (kind === 'file')
      return html`
        <p>${say.fileHow}</p>
        <p class="quiet">${say.filePrivate}</p>
        ${context.atlas.own ? html`<p class="quiet">${say.fileOwn}</p>` : nothing} ${siteFolder() ? nothing : html`<p class="quiet">${say.noSite}</p>`}
        <p><button class="button primary" @click=${this.#onFile}>${say.save}</button></p>
      `;
    const text = this.#text(kind);
    const how = {link: say.linkHow, frame: say.frameHow, element: say.elementHow, qr: say.qrHow, oembed: say.oembedHow}[kind];
    return html`
      <p>${how}</p>
      ${kind === 'qr' ? this.#renderCode(text, say.qrAlt, say.tooLong) : html`<textarea readonly rows=${kind === 'link' ? 2 : 5} aria-label=${say[kind]} .value=${text} @focus=${this.#onFocus}></textarea>`}
      <p class="buttons">
        ${kind === 'qr' ? nothing : html`<button class="button primary" @click=${() => this.#copy(text, say.textCopied)}>${say.copy}</button>`}
        ${kind === 'oembed' ? html`<button class="button" @click=${() => download(new Blob([text], {type: 'application/json'}), 'oembed.json')}>${say.save}</button>` : nothing}
      </p>
      <ul class="quiet warnings">
        ${this.#warnings(lang).map((warning) => html`<li>${warning}</li>`)}
      </ul>
      ${kind === 'frame' || kind === 'element' || kind === 'oembed' ? this.#renderPreview(context) : nothing}
    `;
  }

  /** The same page in a frame, drawn smaller. What an element shows is the same. */
  #renderPreview({lang, narrow}: AtlasContext): TemplateResult {
    const {widthPx, heightPx} = sizes[this.size];
    const width = widthPx ?? 960;
    const scale = Math.min(1, previewPx[narrow ? 'narrow' : 'wide'] / width);
    return html`<figure .style=${`width:${Math.round(width * scale)}px;height:${Math.round(heightPx * scale)}px`}>
      <iframe
        title=${shareWords[lang].preview}
        tabindex="-1"
        width=${width}
        height=${heightPx}
        .style=${`transform:scale(${scale})`}
        src=${this.#address()}
      ></iframe>
    </figure>`;
  }

  #renderCode(text: string, label: string, tooLong: string): TemplateResult {
    if (new TextEncoder().encode(text).length > longestCode) return html`<p>${tooLong}</p>`;
    const {data, size} = encode(text, {ecc: 'L', border: 4});
    const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    // Dark on light in every theme: many readers know no other.
    return html`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
      ${svg`<rect width=${size} height=${size} fill="#fff"/><path d=${path} fill="#000"/>`}
    </svg>`;
  }

  #warnings(lang: AtlasContext['lang']): readonly string[] {
    const say = shareWords[lang];
    const site = siteFolder();
    if (!site) return [];
    const isLocal = /^(localhost|127\.|\[::1\])/.test(site.hostname);
    return [
      ...(this.context?.atlas.own ? [say.warnOwn] : []),
      isLocal ? say.warnLocal : say.warnOffline,
      ...(this.kind === 'frame' || this.kind === 'oembed' ? [`${say.warnFrame}frame-src ${site.origin}`] : []),
      ...(this.kind === 'element'
        ? [`${say.warnFrame}script-src, connect-src, font-src ${site.origin}; worker-src ${site.origin} blob:; img-src data: blob:`, say.warnStyle]
        : []),
    ];
  }

  /** The view that is passed on. */
  #view(): View | null {
    const view = this.context?.view;
    if (!view) return null;
    const isPlain = this.kind === 'link' || this.kind === 'qr';
    return {...view, ...this.choice, camera: this.hasCamera ? view.camera : null, embed: !isPlain && this.isCompact};
  }

  #address(): string {
    const [site, view] = [siteFolder(), this.#view()];
    return view === null ? '' : site ? addressOf(site, view) : linkTo(view);
  }

  #text(kind: Kind): string {
    const [site, view] = [siteFolder(), this.#view()];
    const title = shellWords[this.context?.lang ?? 'en'].title;
    if (!site || !view) return this.#address();
    switch (kind) {
      case 'link':
      case 'qr':
      case 'file':
        return this.#address();
      case 'frame':
        return frameSnippet(this.#address(), sizes[this.size], title);
      case 'element':
        return elementSnippet(site, view, sizes[this.size]);
      case 'oembed':
        return oembed(site, this.#address(), sizes[this.size], title);
      default:
        return kind satisfies never;
    }
  }

  async #copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.note = done;
    } catch {
      this.note = shareWords[this.context?.lang ?? 'en'].notCopied;
    }
  }

  #choose(kind: Kind): void {
    this.kind = kind;
    this.note = '';
  }
  readonly #onClose = (): void => this.renderRoot.querySelector('dialog')?.close();
  readonly #onBackdrop = ({target}: Event): void => {
    if (target instanceof HTMLDialogElement) target.close();
  };
  readonly #onFocus = ({target}: Event): void => {
    if (target instanceof HTMLTextAreaElement) target.select();
  };
  readonly #onFile = async (): Promise<void> => {
    const lang = this.context?.lang ?? 'en';
    const say = shareWords[lang];
    this.note = say.saving;
    try {
      const file = await this.makeFile?.();
      if (file) download(file, 'ftz-atlas.html');
      this.note = '';
    } catch (error) {
      this.note = say.saveFailed + reasonOf(error, lang);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-share': FtzShare;
  }
}
