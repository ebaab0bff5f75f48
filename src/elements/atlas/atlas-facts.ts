/**
 * The facts of an atlas as they come: what the first view draws, the rest at the first need, ground and metro beside them. What does not
 * come is told by a `ProblemEvent` with a way to try again.
 */
import type {FeatureCollection} from 'geojson';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {MapGround} from '../../map/map-ground.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {ProblemEvent} from '../common/events.ts';
import {DataError} from '../data/data-error.ts';
import {dataFolder} from '../data/home.ts';
import {loadAtlas, loadFirstPart, loadGeoJson, loadRest, readAtlas} from '../data/load.ts';
import {engine} from '../map/map-maker.ts';

/** What is left of the engine's coming is waited for so long: its worker then starts while the panel is made, not after. */
const engineGraceMs = 80;
/** A note that it is loading, shown for a blink, would be one more picture to paint before what it waits for. */
const loadingNoteAfterMs = 300;
/** A ground that hangs must not keep the map away: it comes under it later. */
const groundPatienceMs = 4000;

/** Files of the data folder that come later than the first view, as faults name them. */
export const restFile = 'rest.json';
const metroFile = 'metro.geojson';

interface Host extends ReactiveControllerHost, EventTarget {
  readonly src: string | null;
  readonly groundFile: string | null;
  readonly mapStyle: string | null;
}

interface Handlers {
  /** Other facts are on their way. */
  onLoad(): void;
  onFacts(atlas: Atlas): void;
  onProblems(problems: DataError['problems']): unknown;
  language(): Language;
  /** Whether a file did not come and is not to be asked for unless the user wants it. */
  isMissing(path: string): boolean;
}

interface Known {
  readonly atlas: Atlas | null;
  /** Whether policies, indicators and sources have come too. */
  readonly isComplete: boolean;
  /** Why there are no facts. */
  readonly failure: DataError | null;
  readonly ground: FeatureCollection | null;
  readonly isGroundComing: boolean;
  /** Whether the facts take so long that it should be said. */
  readonly isSlow: boolean;
  /** What the host puts in the ground's place. */
  readonly hostGround: MapGround | null;
  readonly metro: FeatureCollection | null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export class AtlasFacts implements ReactiveController {
  readonly #host: Host;
  readonly #handlers: Handlers;
  #known: Known = {atlas: null, isComplete: false, failure: null, ground: null, isGroundComing: true, isSlow: false, hostGround: null, metro: null};
  /** Parsed data of the host's own; null for those of the folder. */
  #given: unknown = null;
  /** The first part as it came, while the rest has not. */
  #first: unknown = null;
  /** Stands for the newest load: what an older one brings is dropped. */
  #newest: symbol | null = null;
  #completing: Promise<void> | null = null;
  #metro: Promise<FeatureCollection | null> | null = null;

  constructor(host: Host, handlers: Handlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  get known(): Known {
    return this.#known;
  }

  hostConnected(): void {
    if (!this.#known.atlas) void this.load();
  }

  hostDisconnected(): void {
    if (!this.#known.atlas) this.#newest = null;
  }

  /** Parsed data take the place of the folder's; null gives the folder back. Of both the newer wins. */
  give(data: unknown): void {
    this.#given = data;
  }

  /** Facts made elsewhere, such as joined to files of the reader's. */
  show(atlas: Atlas, isComplete = true): void {
    this.#learn({atlas, isComplete});
    this.#handlers.onFacts(atlas);
  }

  async load(): Promise<void> {
    const loading = Symbol('load');
    this.#newest = loading;
    const isOld = (): boolean => loading !== this.#newest;
    this.#learn({failure: null});
    this.#first = this.#metro = null;
    this.#handlers.onLoad();
    const ground = loadGeoJson(this.#folder, 'ground.geojson');
    // Its failure is told where it is awaited, after the facts.
    ground.catch(() => undefined);
    setTimeout(() => this.#known.isGroundComing && this.#learn({isGroundComing: false}), groundPatienceMs);
    setTimeout(() => this.#known.atlas === null && this.#learn({isSlow: true}), loadingNoteAfterMs);
    try {
      const {atlas, first} = await this.#loadFacts();
      if (isOld()) return;
      this.#first = first;
      this.show(atlas, first === null);
    } catch (error) {
      if (isOld()) return;
      const failure = await this.#said(error instanceof DataError ? error : new DataError(messageOf(error)));
      if (isOld()) return;
      if (!this.#known.atlas) this.#learn({failure});
      const {message, problems} = failure;
      // A note has room for the first of them.
      this.#handlers.onProblems([{path: 'data', message: problems[0] ? `${message}${problems[0].path}: ${problems[0].message}` : message}, ...problems]);
      return;
    }
    try {
      const come = await ground;
      if (!isOld()) this.#learn({ground: come});
    } catch (error) {
      if (!isOld()) this.#tell('ground.geojson', error, () => void this.load());
    }
    if (!isOld()) this.#learn({isGroundComing: false});
  }

  /** In the reader's language, where its words can be had. */
  async #said(failure: DataError): Promise<DataError> {
    if (failure.problems.length === 0) return failure;
    try {
      return (await import('../data/say-failure.ts')).sayFailure(failure, this.#handlers.language());
    } catch {
      return failure;
    }
  }

  async #loadFacts(): Promise<{readonly atlas: Atlas; readonly first: unknown}> {
    if (this.#given !== null) return {atlas: await readAtlas(this.#given), first: null};
    if (this.#host.src !== null) return {atlas: await loadAtlas(this.#folder), first: null};
    const {atlas, raw} = await loadFirstPart(this.#folder);
    await Promise.race([engine().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, engineGraceMs))]);
    return {atlas, first: raw};
  }

  /** Fetches the part of the facts that the first view does without. */
  complete(): Promise<void> {
    return (this.#completing ??= this.#loadRest().finally(() => (this.#completing = null)));
  }

  /** The same, unless the line is known to be dead. */
  completeIfAlive(): void {
    if (!this.#handlers.isMissing(restFile)) void this.complete();
  }

  async #loadRest(): Promise<void> {
    const first = this.#first;
    if (first === null || this.#known.isComplete) return;
    this.#first = null;
    const loading = this.#newest;
    try {
      const atlas = await loadRest(this.#folder, first);
      // Other facts were set meanwhile: these are the rest of what is no longer shown.
      if (loading === this.#newest) this.#learn({atlas, isComplete: true});
    } catch (error) {
      if (loading !== this.#newest) return;
      this.#first = first;
      this.#tell(restFile, error, () => void this.complete());
    }
  }

  /** The metro's lines, fetched once; null where they can't be had. */
  async metro(): Promise<FeatureCollection | null> {
    const loading = this.#newest;
    this.#metro ??= loadGeoJson(this.#folder, metroFile).then(
      (metro) => {
        if (loading === this.#newest) this.#learn({metro});
        return metro;
      },
      (error: unknown) => {
        this.#metro = null;
        this.#tell(metroFile, error, () => void this.metro());
        return null;
      },
    );
    return this.#metro;
  }

  metroIfAlive(): void {
    if (!this.#handlers.isMissing(metroFile)) void this.metro();
  }

  /** The host's own ground; the schematic stays until it is there, and where it can't be had. */
  async loadHostGround(): Promise<void> {
    const {groundFile, mapStyle} = this.#host;
    let hostGround: MapGround | null = null;
    try {
      if (groundFile !== null || mapStyle !== null) {
        const {loadGroundFile, loadOnlineStyle} = await import('./host-ground.ts');
        if (groundFile !== null) hostGround = await loadGroundFile(new URL(groundFile, this.#folder));
        else if (mapStyle !== null) hostGround = await loadOnlineStyle(new URL(mapStyle, document.baseURI));
      }
    } catch (error) {
      this.#handlers.onProblems(error instanceof DataError ? error.problems : [{path: 'ground-file', message: String(error)}]);
    }
    if (groundFile === this.#host.groundFile && mapStyle === this.#host.mapStyle) this.#learn({hostGround});
  }

  get #folder(): URL {
    const {src} = this.#host;
    return src ? new URL(src.replace(/\/?$/, '/'), document.baseURI) : dataFolder();
  }

  #learn(news: Partial<Known>): void {
    this.#known = {...this.#known, ...news};
    this.#host.requestUpdate();
  }

  #tell(path: string, error: unknown, retry: () => void): void {
    this.#host.dispatchEvent(new ProblemEvent([{path, message: messageOf(error)}], retry));
  }
}
