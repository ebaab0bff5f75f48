/** Makes the map of an element, and what takes its place where it fails: WebGL, once more when its context is lost for good, the still drawing, nothing. */
import type {AtlasMap, MapHandlers, MapProblem} from '../../map/atlas-map.ts';
import type {MapEngine} from '../../map/map-engine.ts';
import type {MapScene} from '../../map/scene.ts';
import {painted} from '../common/after-frame.ts';

/** The engine is asked for as soon as this module is known: it is parsed while the facts are still on their way. */
export const engine = (): Promise<typeof import('../../map/atlas-map.ts')> => (arriving ??= import('../../map/atlas-map.ts'));
let arriving: Promise<typeof import('../../map/atlas-map.ts')> | null = null;
engine().catch(() => {
  // Told where the map is made; a later try asks anew.
  arriving = null;
});

/** `noWebgl`: there is the still drawing. `noMap`: not even that. `lost`: the graphics are away and may come back. */
export type MapNote = 'noWebgl' | 'noMap' | 'lost' | null;

interface Host {
  /** What both maps report. */
  readonly handlers: Omit<MapHandlers, 'onProblem' | 'onLost'>;
  canvas(): HTMLElement;
  /** False once the element has left the document. */
  isWanted(): boolean;
  /** Null while there is nothing to be drawn. */
  scene(): MapScene | null;
  onMade(): void;
  onDropped(): void;
  onNote(note: MapNote): void;
  /** Something could not be drawn as it should. */
  onProblem(message: string): void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export class MapMaker {
  readonly #host: Host;
  #map: MapEngine | null = null;
  #webgl: AtlasMap | null = null;
  /** Counts makings, so that an engine that arrives after its element has gone is not made. */
  #making = 0;
  #isMaking = false;
  #isRemade = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whichever there is. */
  get map(): MapEngine | null {
    return this.#map;
  }

  get webgl(): AtlasMap | null {
    return this.#webgl;
  }

  /** Fetches the engine and makes the map, unless that is under way. */
  async make(): Promise<void> {
    if (this.#isMaking) return;
    this.#isMaking = true;
    const making = ++this.#making;
    try {
      const {AtlasMap: Made} = await engine();
      // The panel first: what makes the map keeps page and graphics busy together.
      await painted();
      const scene = this.#host.scene();
      if (making !== this.#making || !this.#host.isWanted() || !scene) return;
      this.#map = this.#webgl = new Made(this.#host.canvas(), scene, {
        ...this.#host.handlers,
        onProblem: (problem, message) => void this.#onProblem(problem, message),
        onLost: (isLost) => this.#host.onNote(isLost ? 'lost' : null),
      });
      this.#host.onMade();
    } catch (error) {
      // No WebGL, or the engine's file did not come: both leave the still drawing.
      if (making === this.#making) await this.#makeStill(messageOf(error));
    } finally {
      if (making === this.#making) this.#isMaking = false;
    }
  }

  drop(): void {
    this.#clear();
    this.#host.onDropped();
  }

  #clear(): void {
    this.#making++;
    this.#isMaking = false;
    this.#map?.destroy();
    this.#map = this.#webgl = null;
  }

  /** What was given up is tried anew. */
  async makeAgain(): Promise<void> {
    this.#isRemade = false;
    this.drop();
    this.#host.onNote(null);
    await this.make();
  }

  async #makeStill(message: string): Promise<void> {
    this.#clear();
    this.#isMaking = true;
    const making = this.#making;
    try {
      const {SvgMap: Made} = await import('../../map/svg-map.ts');
      const scene = this.#host.scene();
      if (making !== this.#making || !this.#host.isWanted() || !scene) return;
      this.#map = new Made(this.#host.canvas(), this.#host.handlers);
      this.#map.update(scene);
    } catch (error) {
      // Not even that came, as after a new release or with the line cut: list and cards go on.
      this.#host.onProblem(messageOf(error));
    } finally {
      if (making === this.#making) this.#isMaking = false;
    }
    if (making !== this.#making) return;
    this.#host.onNote(this.#map ? 'noWebgl' : 'noMap');
    this.#host.onProblem(message);
    if (this.#map) this.#host.handlers.onReady();
  }

  async #onProblem(problem: MapProblem, message: string): Promise<void> {
    switch (problem) {
      case 'other':
        return this.#host.onProblem(message);
      case 'lost':
        if (this.#isRemade) return this.#makeStill(message);
        this.drop();
        this.#isRemade = true;
        this.#host.onNote(null);
        return this.make();
      case 'gpu':
      case 'worker':
      case 'stalled':
        return this.#makeStill(message);
      default:
        return problem satisfies never;
    }
  }
}
