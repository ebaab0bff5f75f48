import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {OwnLane, Span, TimelineScene} from '../../charts/timeline/scene.ts';
import {timelineFileWords} from '../../i18n/timeline-files.ts';
import type {Problem} from '../../model/problem.ts';
import type {Milestone} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {download} from '../common/download.ts';
import {reasonOf} from '../common/reason.ts';
import {baseStyles} from '../common/styles.ts';
import {timelineIcon} from './timeline-icons.ts';

const formats = ['svg', 'png', 'csv', 'ics', 'json'] as const;
type Format = (typeof formats)[number];

/** The user brought a lane of their own, or took it away (null). */
export class OwnLaneEvent extends Event {
  static readonly type = 'ftz-own-lane';
  readonly lane: OwnLane | null;
  constructor(lane: OwnLane | null) {
    super(OwnLaneEvent.type);
    this.lane = lane;
  }
}

/** Saves what the timeline shows, and takes a file of the user's own. Each format's code is fetched when it is asked for. */
@customElement('ftz-timeline-files')
export class FtzTimelineFiles extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 8px;
        position: relative;
      }
      summary {
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary svg.icon {
        width: 16px;
        height: 16px;
      }
      details[open] > summary {
        background: var(--ftz-sunk);
      }
      .menu {
        position: absolute;
        right: 0;
        top: calc(100% + 6px);
        z-index: 6;
        width: 260px;
        max-width: 86vw;
        padding: 8px;
        font-size: 14px;
        line-height: 20px;
      }
      .menu button {
        display: block;
        width: 100%;
        min-height: 40px;
        padding: 8px 10px;
        border-radius: 6px;
      }
      .menu button:hover {
        background: var(--ftz-sunk);
      }
      .menu p {
        padding: 4px 10px 8px;
      }
      .problems {
        padding: 4px 10px;
        overflow-wrap: anywhere;
      }
      .problems b {
        font-weight: 600;
      }
      input[type='file'] {
        width: 100%;
        padding: 6px 10px;
        font-size: 13.5px;
      }
      @media (pointer: coarse) {
        .menu button {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context!: AtlasContext;
  /** What the lanes show, and the drawing of it. */
  @property({attribute: false}) window: Span | null = null;
  @property({attribute: false}) own: OwnLane | null = null;
  @property({attribute: false}) heading = '';
  @property({attribute: false}) drawing: () => {readonly svg: SVGSVGElement; readonly scene: TimelineScene} | null = () => null;
  @state() private said = '';
  @state() private problems: {readonly name: string; readonly list: readonly Problem[]} | null = null;

  /** Takes a file, as if it had been chosen here. */
  async take(file: File): Promise<void> {
    const {lang} = this.context;
    const say = timelineFileWords[lang];
    this.problems = null;
    try {
      const {importTimeline, mostBytes} = await import('../../export/timeline-import.ts');
      // One byte more than allowed is enough to see that it is too large.
      const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
      const read = importTimeline(file.name, bytes, lang);
      if (read.ok) {
        this.said = say.added(read.lane.name, read.lane.items.length);
        this.dispatchEvent(new OwnLaneEvent(read.lane));
        return;
      }
      this.problems = {name: file.name, list: read.problems};
    } catch (error) {
      this.problems = {name: file.name, list: [{path: '', message: reasonOf(error, lang)}]};
    }
    // What went wrong is told where files are taken.
    const details = this.renderRoot.querySelector('.bring');
    if (details instanceof HTMLDetailsElement) details.open = true;
  }

  override render(): TemplateResult {
    const {lang} = this.context;
    const say = timelineFileWords[lang];
    return html`
      <details class="bring" @keydown=${this.#onKey}>
        <summary class="chip">${timelineIcon('filePlus')}${say.add}</summary>
        <div class="menu floating">
          <p class="quiet">${say.addHelp}</p>
          <input type="file" accept=".json,.csv,application/json,text/csv" aria-label=${say.add} @change=${this.#onFile} />
          ${this.#renderProblems()}
          ${
            this.own
              ? html`<p>${say.added(this.own.name, this.own.items.length)}</p>
                  <button @click=${() => this.dispatchEvent(new OwnLaneEvent(null))}>${say.remove}</button>`
              : nothing
          }
        </div>
      </details>
      <details class="save" @keydown=${this.#onKey}>
        <summary class="chip">${timelineIcon('download')}${say.save}</summary>
        <div class="menu floating">
          ${formats.map((format) => html`<button data-format=${format} @click=${() => void this.#save(format)}>${say[format]}</button>`)}
        </div>
      </details>
      <span class="visually-hidden" role="status">${this.said}</span>
    `;
  }

  #renderProblems(): TemplateResult | typeof nothing {
    if (!this.problems) return nothing;
    const say = timelineFileWords[this.context.lang];
    const {name, list} = this.problems;
    const shown = list.slice(0, 5);
    return html`<div class="problems" role="alert">
      <p>${say.notRead(name)}</p>
      <ul>
        ${shown.map(({path, message}) => html`<li><b>${path}</b> ${message}</li>`)}
      </ul>
      ${list.length > shown.length ? html`<p>${say.moreProblems(list.length - shown.length)}</p>` : nothing}
    </div>`;
  }

  /** The milestones of the window that the filters leave. */
  #milestones(): readonly Milestone[] {
    const {filtered} = this.context;
    const shown = this.drawing();
    if (!shown) return filtered.milestones;
    const [start, end] = this.window ?? shown.scene.window;
    const inside = new Set(shown.scene.items.filter(({span}) => span[0] < end && span[1] > start).map(({id}) => id));
    return filtered.milestones.filter(({id}) => inside.has(id));
  }

  async #save(format: Format): Promise<void> {
    const {lang} = this.context;
    const say = timelineFileWords[lang];
    this.said = say.saving;
    const details = this.renderRoot.querySelector('.save');
    if (details instanceof HTMLDetailsElement) details.open = false;
    try {
      download(await this.make(format), `beijing-ftz-timeline.${format}`);
      this.said = '';
    } catch (error) {
      this.said = say.failed(reasonOf(error, lang));
    }
  }

  /** The file of a format. Rejects where it can't be made. */
  async make(format: Format): Promise<Blob> {
    const {atlas, lang} = this.context;
    const milestones = this.#milestones();
    switch (format) {
      case 'csv': {
        const [{csvOf}, {milestonesTable}] = await Promise.all([import('../../export/csv.ts'), import('../../export/records.ts')]);
        return new Blob([csvOf(atlas, milestonesTable(atlas, milestones, lang), lang)], {type: 'text/csv;charset=utf-8'});
      }
      case 'ics': {
        const {timelineCalendar} = await import('../../export/timeline-ics.ts');
        return new Blob([timelineCalendar(atlas, milestones, lang)], {type: 'text/calendar;charset=utf-8'});
      }
      case 'json': {
        const {timelineJson} = await import('../../export/timeline-js.ts');
        return new Blob([timelineJson(atlas, milestones, lang)], {type: 'application/json'});
      }
      case 'svg':
      case 'png': {
        const {timelinePng, timelineSvg} = await import('../../export/timeline-picture.ts');
        const shown = this.drawing();
        if (!shown) throw new Error('nothing is drawn');
        const picture = {drawing: shown.svg, atlas, milestones, title: this.heading, lang};
        return format === 'png' ? timelinePng(picture) : new Blob([timelineSvg(picture)], {type: 'image/svg+xml'});
      }
      default:
        return format satisfies never;
    }
  }

  readonly #onFile = (event: Event): void => {
    const {target} = event;
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    // The same file again is a choice, too.
    target.value = '';
    if (file) void this.take(file);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const {currentTarget} = event;
    if (event.key !== 'Escape' || !(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
    event.preventDefault();
    currentTarget.open = false;
    currentTarget.querySelector('summary')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-timeline-files': FtzTimelineFiles;
  }
}
