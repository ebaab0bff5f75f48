import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {carriedId, theShelf} from '../../briefing/shelf.ts';
import {briefWords} from '../../i18n/brief.ts';
import type {Briefing} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import './ftz-brief-stage.ts';
import {fetchPart} from '../common/part.ts';
import {updateWithShelf} from './shelf-updates.ts';
import {baseStyles} from '../common/styles.ts';

/** The briefing tool: the stage of the briefing that is named, or the choice of one. In a kiosk, the kiosk around the stage. */
@customElement('ftz-brief')
export class FtzBrief extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        grid-area: map;
        position: relative;
        z-index: 4;
        min-width: 0;
        min-height: 0;
        pointer-events: none;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** A briefing carried by the link is being read. */
  @state() private isReading = false;
  #tried = false;

  constructor() {
    super();
    updateWithShelf(this);
  }

  /** A link may name a briefing that is not here: said, and the choice of those that are is open. */
  protected override updated(): void {
    const {context, isReading} = this;
    const id = context?.view.briefing;
    if (!context || isReading || id == null || this.#find(context)) return;
    this.dispatchEvent(new ProblemEvent([{path: 'briefing', message: briefWords[context.lang].unknown(id)}]));
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, briefing: null, step: 1}), true, false));
  }

  protected override willUpdate(): void {
    if (this.context?.view.briefing === carriedId && !this.#tried && !theShelf().get(carriedId)) {
      this.#tried = true;
      void this.#readLink();
    }
  }

  async #readLink(): Promise<void> {
    this.isReading = true;
    const {readCarried} = await import('../../briefing/share.ts');
    const read = await readCarried(location.hash);
    if (read?.ok === true) theShelf().lend(read.briefing);
    else if (read) this.dispatchEvent(new ProblemEvent(read.problems.map(({path, message}) => ({path: `briefing${path}`, message}))));
    this.isReading = false;
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context || this.isReading) return nothing;
    const briefing = this.#find(context);
    if (!briefing) return this.#renderList(context);
    const own = !context.atlas.briefings.includes(briefing);
    if (context.view.kiosk) {
      fetchPart(this, 'ftz-kiosk', () => import('./ftz-kiosk.ts'));
      return html`<ftz-kiosk .context=${context} .briefing=${briefing} .own=${own}></ftz-kiosk>`;
    }
    return html`<ftz-brief-stage .context=${context} .briefing=${briefing} .own=${own}></ftz-brief-stage>`;
  }

  #find({atlas, view: {briefing: id, kiosk}}: AtlasContext): Briefing | undefined {
    const [first] = atlas.briefings;
    return atlas.briefings.find((briefing) => briefing.id === id) ?? (kiosk && id === null ? first : theShelf().get(id ?? ''));
  }

  #renderList(context: AtlasContext): TemplateResult {
    fetchPart(this, 'ftz-brief-list', () => import('./ftz-brief-list.ts'));
    return html`<ftz-brief-list .context=${context}></ftz-brief-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief': FtzBrief;
  }
}
