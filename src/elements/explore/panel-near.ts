/** How the panel opens what is near: by its own button, or because the view says from where. */
import type {FeatureCollection} from 'geojson';
import {css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {headWords} from '../../i18n/panel.ts';
import type {Language} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {ProblemEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';

export interface PanelNearHost extends ReactiveControllerHost, EventTarget {
  readonly context: AtlasContext | null;
  readonly ground: FeatureCollection | null;
  readonly metro: FeatureCollection | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export const panelNearStyles = css`
  .near,
  .told {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    font-size: 14px;
    font-weight: 600;
  }
  .told {
    width: 100%;
    min-height: 48px;
    padding-inline: 20px;
  }
  :is(.near, .told):hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  :is(.near, .told) svg {
    width: 17px;
    height: 17px;
  }
  @media (pointer: coarse) {
    .near {
      min-height: 44px;
    }
  }
`;

export class PanelNear implements ReactiveController {
  readonly #host: PanelNearHost;
  #isAsked = false;
  /** What the view said at the last update; undefined before the first. */
  #was: string | null | undefined;
  #isLoading = false;

  constructor(host: PanelNearHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isAsked || this.#host.context?.view.near != null;
  }

  hostUpdate(): void {
    const near = this.#host.context?.view.near;
    if (near === undefined) return;
    const isNew = near !== null && this.#was === null && !this.#isAsked;
    this.#was = near;
    if (near !== null) this.#load(isNew);
  }

  renderButton(lang: Language): TemplateResult | typeof nothing {
    return this.isOpen ? nothing : html`<button class="near" @click=${this.#onOpen}>${icon('locate')}${headWords[lang].near}</button>`;
  }

  render(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<ftz-near .context=${context} .ground=${this.#host.ground} .metro=${this.#host.metro} @ftz-near-close=${this.#onClose}></ftz-near>`;
  }

  /** Fetches the element; one that the user opened takes the focus to its title. */
  #load(takesFocus: boolean): void {
    if (this.#isLoading && !takesFocus) return;
    this.#isLoading = true;
    import('./ftz-near.ts')
      .then(() => this.#host.updateComplete)
      .then(async () => {
        const near = this.#host.renderRoot.querySelector('ftz-near');
        if (!takesFocus || !near || !this.#isOurs()) return;
        await near.updateComplete;
        near.focus();
      })
      .catch((error: unknown) => {
        this.#isLoading = false;
        this.#host.dispatchEvent(new ProblemEvent([{path: 'ftz-near', message: String(error)}], () => this.#load(takesFocus)));
      });
  }

  /** Whether the focus may be taken: someone who is elsewhere on the page, or types, is not to be interrupted. */
  #isOurs(): boolean {
    let at = document.activeElement;
    if (at === document.body) return true;
    const root = this.#host.renderRoot.getRootNode();
    const atlas = root instanceof ShadowRoot && root.host.getRootNode() instanceof ShadowRoot ? root.host.getRootNode() : root;
    if (!(atlas instanceof ShadowRoot) || at !== atlas.host) return false;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return !(at instanceof HTMLInputElement);
  }

  readonly #onOpen = (): void => {
    this.#isAsked = true;
    this.#host.requestUpdate();
    this.#load(true);
  };

  readonly #onClose = (): void => {
    this.#isAsked = false;
    this.#host.requestUpdate();
    // The view has let go of its start by then; the button that opens it again is where the user was.
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('.near')?.focus());
  };
}
