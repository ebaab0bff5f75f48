/** The map for the keyboard and the ear: one list of the marks in view, which the arrow keys walk as the eye would. */
import {css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {isOther} from '../../analysis/zone.ts';
import {formatSize} from '../../i18n/formats.ts';
import {kindNames, standingNames} from '../../i18n/kinds.ts';
import {mapWords} from '../../i18n/map.ts';
import {targetsInView, targetTowards, type Direction, type MapTarget} from '../../map/in-view.ts';
import type {MapEngine} from '../../map/map-engine.ts';
import type {Padding, Size} from '../../map/projection.ts';
import type {MapScene} from '../../map/scene.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import type {Language, Position} from '../../model/types.ts';

/** What the marks ask of the map's element. */
export interface MapMarksHost extends ReactiveControllerHost {
  /** Of the map's element, in CSS pixels. */
  readonly size: Size;
  /** The map and what it shows; null before it is there. */
  readonly shown: {readonly map: MapEngine; readonly scene: MapScene} | null;
  /** Pixels at each side that other things cover; null before the map is there. Without the scene, whose making may follow. */
  readonly covered: Padding | null;
  /** Opens what stands at a point. */
  openTarget(ids: readonly string[], at: readonly [number, number]): void;
  /** Tells of the point in the middle. */
  askAbout(position: Position, at: readonly [number, number]): void;
  /** Lights these up everywhere. */
  lightUp(ids: readonly string[]): void;
  /** Closes what is open; false when nothing was. */
  closeOpen(): boolean;
}

export const mapMarksStyles = css`
  .marks {
    position: absolute;
    inset: 0;
    pointer-events: none;
    overflow: hidden;
    /* Behind the controls, over the picture. */
    z-index: 0;
  }
  /* One box out of sight for all: thousands with a box each would be asked at every press which of them was meant. */
  .options {
    contain: strict;
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .marks:focus-visible {
    outline: 2px solid var(--ftz-ink);
    outline-offset: -4px;
    box-shadow: inset 0 0 0 2px var(--ftz-surface);
    border-radius: 0;
  }
  .crosshair {
    display: none;
    position: absolute;
    width: 44px;
    height: 44px;
    margin: -22px;
    pointer-events: none;
  }
  .crosshair path {
    fill: none;
    stroke: var(--ftz-ink);
    stroke-width: 2;
  }
  .crosshair .halo {
    stroke: var(--ftz-surface);
    stroke-width: 5;
  }
  .keys {
    display: none;
    position: absolute;
    left: 50%;
    top: 16px;
    transform: translateX(-50%);
    width: max-content;
    max-width: min(440px, calc(100% - 180px));
    padding: 8px 14px;
    font-size: 13px;
    line-height: 18px;
    color: var(--ftz-ink-2);
    pointer-events: none;
  }
  .marks:focus-visible ~ :is(.crosshair, .hint) {
    display: block;
  }
  @container (max-width: 480px) {
    .keys {
      max-width: calc(100% - 32px);
    }
  }
`;

const directions: Readonly<Record<string, Direction>> = {ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right'};
const steps: Readonly<Record<Direction, readonly [number, number]>> = {up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0]};
/** A press of Shift and an arrow moves the map so far. */
const panPx = 120;

/** "Zhongguancun Life Science Park, park, in the zone"; several at one point are all named. */
export function targetName(atlas: Atlas, ids: readonly string[], lang: Language): string {
  const names = ids.flatMap((id) => {
    const subject = subjectOf(atlas, id);
    if (!subject) return [];
    const {record} = subject;
    if (subject.type !== 'place') return [mapWords[lang].named(record.name[lang], subject.type === 'group' ? formatSize(record.size, lang) : '')];
    return [
      mapWords[lang].named(
        record.name[lang],
        isOther(atlas)
          ? kindNames[lang][subject.record.kind]
          : `${kindNames[lang][subject.record.kind]}${mapWords[lang].comma}${standingNames[lang][subject.record.inZone]}`,
      ),
    ];
  });
  return names.length > 1 ? `${mapWords[lang].several(names.length)}${mapWords[lang].colon}${names.join(mapWords[lang].semicolon)}` : (names[0] ?? '');
}

export class MapMarks implements ReactiveController {
  readonly #host: MapMarksHost;
  #targets: readonly MapTarget[] = [];
  /** The same marks as they were when they last changed: thousands of options are not looked through at every turn. */
  #listed: readonly MapTarget[] = [];
  #active: string | null = null;
  #hasFocus = false;

  constructor(host: MapMarksHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hasFocus = false;
  }

  /** What is in view, as the list has it. */
  get targets(): readonly MapTarget[] {
    return this.#targets;
  }

  /** Where the ring of the focus is drawn; null while the keys are elsewhere. */
  get focused(): Position | null {
    return this.#hasFocus ? (this.#target?.position ?? null) : null;
  }

  get #target(): MapTarget | undefined {
    return this.#targets.find(({id}) => id === this.#active);
  }

  /** Looks again at what is in view: when the map has come to rest, or shows something else. */
  refresh(): void {
    const {shown, size} = this.#host;
    const next = shown ? targetsInView(shown.scene, size, shown.map.zoom, (position) => shown.map.project(position)) : [];
    const isSame = next.length === this.#targets.length && next.every(({id}, index) => id === this.#targets[index]?.id);
    this.#targets = next;
    if (isSame) return;
    this.#listed = next;
    if (this.#active !== null && !this.#target) this.#go(null);
    this.#host.requestUpdate();
  }

  render(atlas: Atlas, lang: Language, isNarrow: boolean): TemplateResult {
    const say = mapWords[lang];
    const active = this.#targets.findIndex(({id}) => id === this.#active);
    const middle = this.#middle;
    return html`<div
        class="marks"
        role="listbox"
        tabindex="0"
        aria-label=${say.marks(this.#targets.length)}
        aria-describedby="keys"
        aria-activedescendant=${active < 0 ? nothing : `mark-${active}`}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
      >
        <div class="options" role="presentation">
          ${guard([this.#listed, active, atlas, lang], () =>
            this.#listed.map(
              ({ids}, index) =>
                html`<div role="option" id="mark-${index}" aria-selected=${index === active} @click=${() => this.#openAt(index)}>
                  ${targetName(atlas, ids, lang)}
                </div>`,
            ),
          )}
        </div>
      </div>
      ${
        active < 0 && middle
          ? html`<svg class="crosshair" viewBox="-22 -22 44 44" aria-hidden="true" .style=${`left:${middle[0]}px;top:${middle[1]}px`}>
              <path class="halo" d="M-18 0H-6M6 0H18M0-18V-6M0 6V18"></path>
              <path d="M-18 0H-6M6 0H18M0-18V-6M0 6V18"></path>
            </svg>`
          : nothing
      }
      <p class="keys floating ${active < 0 ? 'hint' : ''}" id="keys" ?hidden=${isNarrow}>${say.keys}</p>`;
  }

  /** The middle of what the panels leave free. */
  get #middle(): readonly [number, number] | null {
    const {covered, size} = this.#host;
    if (!covered) return null;
    const {top, right, bottom, left} = covered;
    return [(left + size.width - right) / 2, (top + size.height - bottom) / 2];
  }

  #go(target: MapTarget | null): void {
    this.#active = target?.id ?? null;
    this.#host.lightUp(target?.ids ?? []);
    this.#host.requestUpdate();
  }

  #openAt(index: number): void {
    const target = this.#targets[index];
    if (target) this.#open(target);
  }

  #open(target: MapTarget): void {
    this.#active = target.id;
    this.#host.openTarget(target.ids, target.at);
  }

  readonly #onFocus = (): void => {
    this.#hasFocus = true;
    if (this.#target) this.#host.lightUp(this.#target.ids);
    this.#host.requestUpdate();
  };

  readonly #onBlur = (): void => {
    this.#hasFocus = false;
    this.#host.lightUp([]);
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Whether the key was ours. */
  #act({key, shiftKey}: KeyboardEvent): boolean {
    const {shown} = this.#host;
    const middle = this.#middle;
    if (!shown || !middle) return false;
    const direction = directions[key];
    if (direction) {
      if (shiftKey) shown.map.panBy(...([steps[direction][0] * panPx, steps[direction][1] * panPx] as const));
      else {
        const target = this.#target;
        const next = targetTowards(this.#targets, {id: target?.id ?? null, at: target?.at ?? middle}, direction);
        if (next) this.#go(next);
      }
      return true;
    }
    switch (key) {
      case 'Home':
        this.#go(this.#targets[0] ?? null);
        return true;
      case 'End':
        this.#go(this.#targets.at(-1) ?? null);
        return true;
      case 'Enter':
      case ' ':
        if (this.#target) this.#open(this.#target);
        else this.#host.askAbout(shown.map.unproject(middle), middle);
        return true;
      case '+':
      case '=':
        shown.map.zoomBy(1);
        return true;
      case '-':
      case '_':
        shown.map.zoomBy(-1);
        return true;
      case 'Escape':
        // What a mark opened goes before the mark is left.
        if (this.#host.closeOpen()) return true;
        if (this.#active === null) return false;
        this.#go(null);
        return true;
      default:
        return false;
    }
  }
}
