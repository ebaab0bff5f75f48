/** Presses of the map that place a record or draw its outline: what the next one is for, told over the map with every step as a button too. */
import type {Geometry} from 'geojson';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {editWords} from '../../i18n/edit.ts';
import {langTag} from '../../i18n/words.ts';
import {roundPosition} from '../../import/edit.ts';
import {outlineOf} from '../../import/outline.ts';
import type {Language, Position} from '../../model/types.ts';

/** `target` = the record it is for; null: a new one. */
type Wait =
  | {readonly for: 'place'; readonly target: number | null}
  | {readonly for: 'outline'; readonly target: number | null; readonly corners: readonly Position[]};

export class EditDrawing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #put: (shape: Geometry, target: number | null) => void;
  #wait: Wait | null = null;

  /** `put` takes what was placed or drawn. */
  constructor(host: ReactiveControllerHost, put: (shape: Geometry, target: number | null) => void) {
    this.#host = host;
    this.#put = put;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#wait = null;
  }

  get isWaiting(): boolean {
    return this.#wait !== null;
  }

  /** The corners so far; null where none are drawn. */
  get corners(): readonly Position[] | null {
    return this.#wait?.for === 'outline' ? this.#wait.corners : null;
  }

  begin(what: Wait['for'], target: number | null): void {
    this.#set(what === 'place' ? {for: what, target} : {for: what, target, corners: []});
  }

  readonly cancel = (): void => this.#set(null);

  /** Whether the press was waited for. */
  press(at: Position): boolean {
    const wait = this.#wait;
    if (!wait) return false;
    const position = roundPosition(at);
    if (wait.for === 'outline') this.#set({...wait, corners: [...wait.corners, position]});
    else {
      this.#set(null);
      this.#put({type: 'Point', coordinates: [...position]}, wait.target);
    }
    return true;
  }

  readonly finish = (): void => {
    const wait = this.#wait;
    const outline = wait?.for === 'outline' ? outlineOf(wait.corners) : null;
    if (!wait || !outline) return;
    this.#set(null);
    this.#put(outline, wait.target);
  };

  readonly dropCorner = (): void => {
    if (this.#wait?.for === 'outline') this.#set({...this.#wait, corners: this.#wait.corners.slice(0, -1)});
  };

  /** Whether the key was for the drawing. */
  key(event: KeyboardEvent, isTyping: boolean): boolean {
    const isOutline = this.#wait?.for === 'outline';
    const [target] = event.composedPath();
    if (this.#wait && event.key === 'Escape') this.cancel();
    else if (isOutline && event.key === 'Enter' && !(target instanceof HTMLButtonElement)) this.finish();
    else if (isOutline && event.key === 'Backspace' && !isTyping) this.dropCorner();
    else return false;
    return true;
  }

  render(lang: Language, narrow: boolean): TemplateResult | typeof nothing {
    if (!this.#wait) return nothing;
    const say = editWords[lang];
    const {corners} = this;
    return html`<div class="guide floating ${narrow ? 'narrow' : ''}" lang=${langTag(lang)}>
      <p role="status">${corners ? say.pressForCorner(corners.length) : say.pressForPlace}</p>
      ${
        corners
          ? html`<button class="button" ?disabled=${corners.length < 3} @click=${this.finish}>${say.finish}</button>
              <button class="button" ?disabled=${corners.length === 0} @click=${this.dropCorner}>${say.takeBack}</button>`
          : nothing
      }
      <button class="button" @click=${this.cancel}>${say.cancel}</button>
    </div>`;
  }

  #set(wait: Wait | null): void {
    this.#wait = wait;
    this.#host.requestUpdate();
  }
}
