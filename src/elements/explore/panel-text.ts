/** The text map under the list: folded until it is wanted, and fetched only then. */
import type {FeatureCollection} from 'geojson';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ViewBox} from '../../analysis/describe.ts';
import {mapWords} from '../../i18n/map.ts';
import type {AtlasContext} from '../common/context.ts';
import {ProblemEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';

export interface PanelTextHost extends ReactiveControllerHost, EventTarget {
  readonly ground: FeatureCollection | null;
  readonly metro: FeatureCollection | null;
  readonly box: ViewBox | null;
  readonly isTold: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export class PanelText implements ReactiveController {
  readonly #host: PanelTextHost;
  #wasTold = false;

  constructor(host: PanelTextHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const {isTold} = this.#host;
    if (isTold === this.#wasTold) return;
    this.#wasTold = isTold;
    if (isTold) void this.#load();
  }

  render(context: AtlasContext): TemplateResult {
    const {ground, metro, box, isTold} = this.#host;
    return html`<button class="told" aria-expanded=${isTold} @click=${this.#onToggle}>${icon('scrollText')}${mapWords[context.lang].textMap}</button>
      ${isTold ? html`<ftz-text-map .context=${context} .ground=${ground} .metro=${metro} .box=${box}></ftz-text-map>` : nothing}`;
  }

  /** Fetches the element; the focus comes to stand before it, also when the map's own button unfolded it. */
  async #load(): Promise<void> {
    try {
      await import('../map/ftz-text-map.ts');
      await this.#host.updateComplete;
      await this.#host.renderRoot.querySelector('ftz-text-map')?.updateComplete;
      const button = this.#host.renderRoot.querySelector<HTMLElement>('.told');
      button?.scrollIntoView({block: 'start'});
      button?.focus({preventScroll: true});
    } catch (error) {
      this.#host.dispatchEvent(new ProblemEvent([{path: 'ftz-text-map', message: String(error)}], () => void this.#load()));
    }
  }

  readonly #onToggle = (): void => {
    this.#host.dispatchEvent(new CustomEvent('ftz-text-map', {bubbles: true, composed: true}));
  };
}
